"""Find the past incidents most like one incident or a text, and what mitigated each: the ranking of the site, for one."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from incident_docs.insight.cached_facts import Cached, cached_facts
from incident_docs.insight.common_terms import CommonTerms, Terms
from incident_docs.insight.nearest import nearest
from incident_docs.workspace.find_incidents import shown_path
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
    name = shown_path(path, project.root)
    place = next((place for place, each in enumerate(known) if each.name == name), None)
    return [] if place is None else _alike(place, known, project, most)


def like_text(text: str, project: Project, most: int = 3) -> list[Past]:
    """Find the project's incidents most like a text, the likest first. A single word may be enough."""
    from incident_docs.insight.terms import text_terms  # noqa: PLC0415 - takes longer to import than this file

    weights, forms = text_terms(text)
    asked = Cached("", ("", "", weights, forms, (), ()))
    return _alike(0, [asked, *_known(project)], project, most, is_word=len(weights) == 1)


def _known(project: Project) -> list[Cached]:
    # As the site does it: among those that are equally like it, the ids decide.
    return sorted(cached_facts(project, "similar", _fact), key=lambda each: (Path(each.name).stem, each.name))


def _fact(document: "Document") -> PastFact:
    # A run that finds everything in the cache needs no reading of texts.
    from incident_docs.insight.past_facts import past_fact  # noqa: PLC0415

    return past_fact(document)


def _alike(index: int, known: Sequence[Cached], project: Project, most: int, *, is_word: bool = False) -> list[Past]:
    facts = [PastFact(*each.fact) for each in known]
    terms = [Terms(fact.weights, fact.forms) for fact in facts]
    common = CommonTerms(terms)
    found = [each for each in nearest(index, terms, common) if is_word or common.is_hardly_chance(index, each[0])]
    return [
        _past(known[place].name, facts[place], score, common.words(index, place), project)
        for place, score in found[:most]
    ]


def _past(name: str, fact: PastFact, score: float, words: tuple[str, ...], project: Project) -> Past:
    return Past(
        Path(name).stem,
        project.root / name,
        fact.title,
        datetime.fromisoformat(fact.started) if fact.started else None,
        score,
        words,
        tuple(fact.strategies),
        tuple((action, result) for action, result in fact.mitigations),
    )
