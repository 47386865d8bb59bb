"""Incidents to the services that had several of them, and how far these lie apart."""

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.insight.over_time import Placed

_FEWEST = 3


class Repeat(NamedTuple):
    """A service that had three incidents or more."""

    service: str
    documents: tuple[Document, ...]
    """In the order of their starts."""
    closest: int
    """Whole days between the starts of those two that lie closest together."""
    last: int
    """Whole days between the starts of the last two."""


def repeats(incidents: Iterable[Placed]) -> tuple[Repeat, ...]:
    """The service with the most incidents first. The incidents come in the order of their starts."""
    affected: dict[str, list[Document]] = {}
    for document, _ in incidents:
        for service in dict.fromkeys(document.texts("services")):
            affected.setdefault(service, []).append(document)
    found = (_repeat(service, each) for service, each in affected.items() if len(each) >= _FEWEST)
    return tuple(sorted(found, key=lambda each: (-len(each.documents), each.service.casefold(), each.service)))


def _repeat(service: str, documents: list[Document]) -> Repeat:
    apart = [(later.times["started"].at - earlier.times["started"].at).days for earlier, later in pairwise(documents)]
    return Repeat(service, tuple(documents), min(apart), apart[-1])
