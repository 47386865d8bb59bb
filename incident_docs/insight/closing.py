"""Action items by the quarter in which they fell due, and what has become of them.

On which day an item was closed no document says. Where git does not tell, a closed one may have been late.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.insight.actions import CLOSED, Item, State
from incident_docs.insight.closed import closed
from incident_docs.insight.months import Period, month, started
from incident_docs.workspace.table_rows import Row

_QUARTER = 3


class Outcome(Enum):
    """What has become of an item that fell due."""

    IN_TIME = "done in time"
    LATE = "done late"
    DONE = "done"
    """Nobody knows when."""
    DROPPED = "won't do"
    OVERDUE = "still overdue"


class Quarter(NamedTuple):
    """The action items that fell due in one quarter."""

    period: Period
    outcomes: Mapping[Outcome, int]

    @property
    def total(self) -> int:
        return sum(self.outcomes.values())

    @property
    def closed(self) -> int:
        """All but those that are still overdue."""
        return self.total - self.outcomes[Outcome.OVERDUE]


class Closing(NamedTuple):
    """What became of action items."""

    quarters: tuple[Quarter, ...]
    """The earliest first, without those in which nothing fell due."""
    undated: int
    """They have no date, so none can be missed."""
    unpublished: int
    """Their report does not say when they were due or how far they are."""


def closing(
    items: Iterable[Item],
    today: date,
    since: int | None = None,
    rows: Mapping[int, Sequence[Row]] = MappingProxyType({}),
) -> Closing:
    """The items that fell due before this day, in this month or later; those without a date if their incident began then.

    `rows` are those that git knows of a document, by its identity.
    """
    quarters: dict[int, Counter[Outcome]] = {}
    undated = unpublished = 0
    for item in items:
        due = item.action.due_on
        if due is None:
            is_recent = since is None or _began(item.document) >= since
            is_silent = item.written is State.UNKNOWN or item.document.is_unpublished(item.action.due.value)
            unpublished += is_recent and is_silent
            undated += is_recent and not is_silent
        elif due < today and (since is None or month(due) >= since):
            if item.written is State.UNKNOWN:
                unpublished += 1
                continue
            first = month(due) // _QUARTER * _QUARTER
            quarters.setdefault(first, Counter())[_outcome(item, due, rows.get(id(item.document), ()))] += 1
    found = (Quarter(Period(first, _QUARTER), quarters[first]) for first in sorted(quarters))
    return Closing(tuple(found), undated, unpublished)


def _outcome(item: Item, due: date, rows: Sequence[Row]) -> Outcome:
    if item.written not in CLOSED:
        return Outcome.OVERDUE
    if item.written is State.WONT_DO:
        return Outcome.DROPPED
    known = closed(item, rows)
    is_in_time = known and known.in_time(due)
    return Outcome.DONE if is_in_time is None else Outcome.IN_TIME if is_in_time else Outcome.LATE


def _began(document: Document) -> int:
    at = started(document)
    return month(at) if at else 0
