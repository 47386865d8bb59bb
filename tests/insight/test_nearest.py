"""One incident is ranked among the others as the site ranks all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.insight.common_terms import LEAST, CommonTerms
from incident_docs.insight.likeness import Likeness
from incident_docs.insight.nearest import nearest
from incident_docs.insight.terms import document_terms
from tests.insight.test_likeness import made

WORDS = ("proxy", "memory", "lease", "quota", "shard", "cache", "leader", "socket", "mailer", "tiles")
TITLES = st.lists(st.lists(st.sampled_from(WORDS), max_size=7), min_size=1, max_size=20)


@given(TITLES)
def test_the_scores_are_those_of_the_site(titles: list[list[str]]) -> None:
    documents = [
        made(f"{number:02}-x", " ".join(title), title[0] if title else "") for number, title in enumerate(titles)
    ]
    terms = [document_terms(document) for document in documents]
    common = CommonTerms(terms)
    sites = Likeness().similar(documents, most=12)
    for index, document in enumerate(documents):
        scores = {documents[other].id: score for other, score in nearest(index, terms, common)}
        ours = [id for id in scores if common.is_hardly_chance(index, [each.id for each in documents].index(id))]
        theirs = {each.document.id: each.score for each in sites[document]}
        # What is equally like it, or at the edge of being like it, may be rounded either way.
        if len(scores) < 12:
            assert set(ours) ^ set(theirs) <= {id for id, score in scores.items() if abs(score - LEAST) < 1e-5}
        for id, score in theirs.items():
            if id in scores:
                assert scores[id] == pytest.approx(score, abs=1e-5)
