"""Follow a service from incident to incident: what happened to it just before and after, and which come back often."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.insight.months import DatedIncident

_FEWEST = 3
"""Incidents of a service that has repeats."""


class Neighbours(NamedTuple):
    """The incidents around one of a service."""

    service: str
    """The first of those that it lists to which anything else happened."""
    earlier: Document | None
    later: Document | None


def find_neighbours(documents: Iterable[Document]) -> dict[Document, Neighbours]:
    """Find the neighbours of each document. One without a start has none, and is none."""
    dated = [(started.at.timestamp(), document) for document in documents if (started := document.times.get("started"))]
    places: dict[Document, dict[str, int]] = {}
    histories: dict[str, list[Document]] = {}
    for _, document in sorted(dated, key=lambda each: (each[0], each[1].id, each[1].lines)):
        for service in dict.fromkeys(document.texts("services")):
            history = histories.setdefault(service, [])
            places.setdefault(document, {})[service] = len(history)
            history.append(document)
    return {
        document: found
        for document, services in places.items()
        if (found := _first_with_any(services, histories)) is not None
    }


def _first_with_any(services: Mapping[str, int], histories: Mapping[str, Sequence[Document]]) -> Neighbours | None:
    for service, place in services.items():
        history = histories[service]
        if len(history) > 1:
            earlier = history[place - 1] if place else None
            later = history[place + 1] if place + 1 < len(history) else None
            return Neighbours(service, earlier, later)
    return None


class RepeatedService(NamedTuple):
    """A service that had three incidents or more."""

    service: str
    documents: tuple[Document, ...]
    """In the order of their starts."""
    closest: int
    """Whole days between the starts of those two that lie closest together."""
    last: int
    """Whole days between the starts of the last two."""


def services_with_repeats(incidents: Iterable[DatedIncident]) -> tuple[RepeatedService, ...]:
    """Find the services with three incidents or more, the one with the most first; incidents are given in the order of their starts."""
    affected: dict[str, list[Document]] = {}
    for document, _ in incidents:
        for service in dict.fromkeys(document.texts("services")):
            affected.setdefault(service, []).append(document)
    found = (_repeat(service, each) for service, each in affected.items() if len(each) >= _FEWEST)
    return tuple(sorted(found, key=lambda each: (-len(each.documents), each.service.casefold(), each.service)))


def _repeat(service: str, documents: list[Document]) -> RepeatedService:
    apart = [(later.times["started"].at - earlier.times["started"].at).days for earlier, later in pairwise(documents)]
    return RepeatedService(service, tuple(documents), min(apart), apart[-1])
