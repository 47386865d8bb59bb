"""Count what became of the action items that fell due, quarter by quarter.

A document says that an item is done, but not since when. The first commit that says so tells; where git knows nothing, a
closed item may have been closed late.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.document.table import table_cells
from incident_docs.insight.actions import CLOSED, Item, State
from incident_docs.insight.months import Period, local_start, month
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


class Outcomes(NamedTuple):
    """What became of action items."""

    quarters: tuple[Quarter, ...]
    """The earliest first, without those in which nothing fell due."""
    undated: int
    """They have no date, so none can be missed."""
    unpublished: int
    """Their report does not say when they were due or how far they are."""


def outcomes_by_quarter(
    items: Iterable[Item],
    today: date,
    since: int | None = None,
    rows: Mapping[Document, Sequence[Row]] = MappingProxyType({}),
) -> Outcomes:
    """Count the items that fell due before this day, in the month `since` or later; those without a date if their incident began then.

    `rows` are those that git knows of a document.
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
            quarters.setdefault(first, Counter())[_outcome(item, due, rows.get(item.document, ()))] += 1
    found = (Quarter(Period(first, _QUARTER), quarters[first]) for first in sorted(quarters))
    return Outcomes(tuple(found), undated, unpublished)


def _outcome(item: Item, due: date, rows: Sequence[Row]) -> Outcome:
    if item.written not in CLOSED:
        return Outcome.OVERDUE
    if item.written is State.WONT_DO:
        return Outcome.DROPPED
    known = closing_day(item, rows)
    is_in_time = known and known.in_time(due)
    return Outcome.DONE if is_in_time is None else Outcome.IN_TIME if is_in_time else Outcome.LATE


def _began(document: Document) -> int:
    at = local_start(document)
    return month(at) if at else 0


class ClosingDay(NamedTuple):
    """When an item was closed."""

    on: date
    is_known: bool
    """If not, nobody has ever seen it open, and it may have been closed before."""

    def in_time(self, due: date) -> bool | None:
        """Tell whether it was closed on the day on which it was due, or before; None if nobody knows."""
        if self.on <= due:
            return True
        return False if self.is_known else None


def closing_day(item: Item, rows: Iterable[Row]) -> ClosingDay | None:
    """Find the day of the commit since which the item is closed; `rows` are those of its file, the latest first.

    None if no commit says so yet.
    """
    since: date | None = None
    for row in rows:
        values = [cell.value for cell in table_cells(row.text, 1)]
        if item.action.action.value not in values:
            continue
        if not any(_word(cell) in CLOSED for cell in values):
            return None if since is None else ClosingDay(since, is_known=True)
        since = row.on
    return None if since is None else ClosingDay(since, is_known=False)


def _word(cell: str) -> str:
    return cell.casefold().replace("’", "'")
