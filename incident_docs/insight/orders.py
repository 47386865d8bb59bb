"""Sort incidents for lists, by orders with the names that they have in the address of the list.

`site/assets/js/list.js` sorts by the same names. Incidents that lack the value come last, equal ones newest first.
"""

from collections.abc import Callable, Iterable
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from incident_docs.document.model import Document
from incident_docs.insight.actions import action_progress
from incident_docs.insight.postmortems import POSTMORTEM_STATES, postmortem_state
from incident_docs.insight.search_words import fold_text

NEWEST = "newest"


class _Order(NamedTuple):
    value: Callable[[Document, date], Any]
    """What incidents are sorted by; None if it has none."""
    is_descending: bool = False


def _started(document: Document, _: date) -> float | None:
    started = document.times.get("started")
    return started.at.timestamp() if started else None


def _rank(document: Document, _: date) -> int | None:
    return document.format.severities.index(document.severity) if document.severity else None


def _title(document: Document, _: date) -> str:
    return fold_text(document.title or document.id)


def _duration(document: Document, _: date) -> float | None:
    return None if document.duration is None else document.duration.total_seconds()


def _done(document: Document, today: date) -> float | None:
    known = action_progress(document, today)
    rated = known.total - known.unknown
    return known.done / rated if rated else None


def _writing(document: Document, _: date) -> int | None:
    state = postmortem_state(document)
    return None if state is None else POSTMORTEM_STATES.index(state)


ORDERS = MappingProxyType(
    {
        NEWEST: _Order(_started, is_descending=True),
        "oldest": _Order(_started),
        "worst": _Order(_rank),
        "mildest": _Order(_rank, is_descending=True),
        "a-z": _Order(_title),
        "z-a": _Order(_title, is_descending=True),
        "longest": _Order(_duration, is_descending=True),
        "shortest": _Order(_duration),
        "least-done": _Order(_done),
        "most-done": _Order(_done, is_descending=True),
        "owed": _Order(_writing),
        "written": _Order(_writing, is_descending=True),
    }
)


def sort_incidents(documents: Iterable[Document], name: str, today: date) -> list[Document]:
    """Sort incidents by the order of this name."""
    order = ORDERS[name]
    valued = [(order.value(document, today), document) for document in _newest_first(documents)]
    known = sorted(
        (each for each in valued if each[0] is not None), key=lambda each: each[0], reverse=order.is_descending
    )
    return [document for _, document in (*known, *(each for each in valued if each[0] is None))]


def _newest_first(documents: Iterable[Document]) -> list[Document]:
    def key(document: Document) -> tuple[float, str]:
        started = _started(document, date.min)
        return (float("-inf") if started is None else started, document.id)

    return sorted(documents, key=key, reverse=True)
