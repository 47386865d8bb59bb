"""Find the past incidents most like one incident or a text, and what mitigated each: the ranking of the site, for one."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from incident_docs.insight.common_terms import CommonTerms, Terms
from incident_docs.insight.each_incident import find_in_each
from incident_docs.insight.nearest import nearest
from incident_docs.insight.term_words import text_terms
from incident_docs.workspace.project import Project

if TYPE_CHECKING:
    from incident_docs.document.model import Document


class PastFact(NamedTuple):
    """What the cache has of an incident."""

    title: str
    started: str
    weights: dict[str, float]
    forms: dict[str, str]
    """Those that differ from their terms."""
    strategies: Sequence[str]
    mitigations: Sequence[Sequence[str]]


class Past(NamedTuple):
    """An incident that is like what was asked about."""

    id: str
    path: Path
    title: str
    started: datetime | None
    """In the incident's own zone."""
    score: float
    """From 0 to 1."""
    words: tuple[str, ...]
    """What both have, the most telling first."""
    strategies: tuple[str, ...]
    mitigations: tuple[tuple[str, str], ...]
    """Each action and its result, in plain words; the result may be empty."""


def like_incident(path: Path, project: Project, most: int = 3) -> list[Past]:
    """Find the project's incidents most like one of them, the likest first; none if its file cannot be read."""
    known = _known(project)
    place = next(
        (place for place, (file, _) in enumerate(known) if file.name == path.name and file.samefile(path)), None
    )
    return [] if place is None else _alike(place, known, most)


def like_text(text: str, project: Project, most: int = 3) -> list[Past]:
    """Find the project's incidents most like a text, the likest first. A single word may be enough."""
    weights, forms = text_terms(text)
    asked = Path(), PastFact("", "", weights, forms, (), ())
    return _alike(0, [asked, *_known(project)], most, is_word=len(weights) == 1)


def _known(project: Project) -> list[tuple[Path, PastFact]]:
    found = [(path, PastFact(*fact)) for path, fact in find_in_each(project, _fact)]
    # As the site does it: among those that are equally like it, the ids decide.
    return sorted(found, key=lambda each: (each[0].stem, str(each[0])))


def _fact(document: "Document") -> PastFact:
    # A run that finds everything in the cache needs no reading of texts.
    from incident_docs.insight.past_facts import past_fact  # noqa: PLC0415

    return past_fact(document)


def _alike(index: int, known: Sequence[tuple[Path, PastFact]], most: int, *, is_word: bool = False) -> list[Past]:
    terms = [Terms(fact.weights, fact.forms) for _, fact in known]
    common = CommonTerms(terms)
    found = [each for each in nearest(index, terms, common) if is_word or common.is_hardly_chance(index, each[0])]
    return [_past(*known[place], score, common.words(index, place)) for place, score in found[:most]]


def _past(path: Path, fact: PastFact, score: float, words: tuple[str, ...]) -> Past:
    return Past(
        path.stem,
        path,
        fact.title,
        datetime.fromisoformat(fact.started) if fact.started else None,
        score,
        words,
        tuple(fact.strategies),
        tuple((action, result) for action, result in fact.mitigations),
    )
