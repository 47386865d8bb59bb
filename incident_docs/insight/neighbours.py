"""Incidents to what happened to the same service just before and just after."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from incident_docs.document.model import Document


class Neighbours(NamedTuple):
    """The incidents around one of a service."""

    service: str
    """The first of those that it lists to which anything else happened."""
    earlier: Document | None
    later: Document | None


def neighbours(documents: Iterable[Document]) -> dict[int, Neighbours]:
    """By the identity of documents, for those that have any; one without a start has none, and is none."""
    dated = [(started.at.timestamp(), document) for document in documents if (started := document.times.get("started"))]
    places: dict[int, dict[str, int]] = {}
    histories: dict[str, list[Document]] = {}
    for _, document in sorted(dated, key=lambda each: (each[0], each[1].id, each[1].lines)):
        for service in dict.fromkeys(document.texts("services")):
            history = histories.setdefault(service, [])
            places.setdefault(id(document), {})[service] = len(history)
            history.append(document)
    return {
        identity: found
        for identity, services in places.items()
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
