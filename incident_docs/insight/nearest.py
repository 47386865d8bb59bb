"""Find the texts most like one text by BM25, without the library that compares all with all, which takes long to import."""

from collections.abc import Sequence

from incident_docs.insight.common_terms import CANDIDATES, LEAST, SATURATION, CommonTerms, Terms

_LENGTH = 0.75
"""BM25's b: how much less a term tells in a long text."""


def nearest(index: int, terms: Sequence[Terms], common: CommonTerms) -> list[tuple[int, float]]:
    """Find those like enough to this one, the likest first, with how like they are, from 0 to 1: what `similar` finds."""
    asked = dict(common.telling(index))
    told = [dict(common.telling(place)) for place in range(len(terms))]
    lengths = [sum(each.values()) for each in told]
    mean = sum(lengths) / len(terms)
    scores = []
    for each, length in zip(told, lengths, strict=True):
        score = 0.0
        for term in asked.keys() & each.keys():
            rarer = SATURATION * (1 - _LENGTH + _LENGTH * length / mean)
            score += asked[term] * common.information[term] * each[term] / (each[term] + rarer)
        scores.append(score)
    near = [
        (place, min(score / scores[index], 1.0))
        for place, score in enumerate(scores)
        if score and place != index and score / scores[index] > LEAST
    ]
    return sorted(near, key=lambda each: -each[1])[:CANDIDATES]
