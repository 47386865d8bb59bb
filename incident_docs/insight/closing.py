"""Action items by the quarter in which they fell due, and what has become of them.

On which day an item was closed no document says, so a closed one may have been late.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.insight.actions import Item, State
from incident_docs.insight.months import Period, month, started

_QUARTER = 3


class Quarter(NamedTuple):
    """The action items that fell due in one quarter."""

    period: Period
    done: int
    dropped: int
    """Decided against."""
    overdue: int

    @property
    def total(self) -> int:
        return self.done + self.dropped + self.overdue


class Closing(NamedTuple):
    """What became of action items."""

    quarters: tuple[Quarter, ...]
    """The earliest first, without those in which nothing fell due."""
    undated: int
    """They have no date, so none can be missed."""
    unpublished: int
    """Their report does not say when they were due or how far they are."""


def closing(items: Iterable[Item], today: date, since: int | None = None) -> Closing:
    """The items that fell due before this day, in this month or later; those without a date if their incident began then."""
    counts: Counter[tuple[int, State]] = Counter()
    undated = unpublished = 0
    for item in items:
        due = item.action.due_on
        if due is None:
            is_recent = since is None or _began(item.document) >= since
            is_silent = item.written is State.UNKNOWN or item.document.is_unpublished(item.action.due.value)
            unpublished += is_recent and is_silent
            undated += is_recent and not is_silent
        elif due < today and (since is None or month(due) >= since):
            unpublished += item.written is State.UNKNOWN
            counts[month(due) // _QUARTER * _QUARTER, item.state(today)] += 1
    firsts = sorted({first for first, state in counts if state is not State.UNKNOWN})
    quarters = (
        Quarter(
            Period(first, _QUARTER),
            counts[first, State.DONE],
            counts[first, State.WONT_DO],
            counts[first, State.OVERDUE],
        )
        for first in firsts
    )
    return Closing(tuple(quarters), undated, unpublished)


def _began(document: Document) -> int:
    at = started(document)
    return month(at) if at else 0
