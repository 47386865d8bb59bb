"""Days to the months of a calendar, and these to the periods that a chart has room for.

A month is a number: the months since the year 0. So months can be counted.
"""

from calendar import monthrange
from datetime import date, datetime
from typing import NamedTuple

from incident_docs.document.model import Document

_MOST_PERIODS = 48
# Ten thousand years, which is all that can be written, are forty of the longest.
_LENGTHS = (1, 3, 12, 60, 120, 600, 1200, 3000)


class Period(NamedTuple):
    """One month, or several that belong together."""

    first: int
    months: int

    @property
    def name(self) -> str:
        """`2023-04`, `2023 Q2`, `2023`, `2020–2024`."""
        year, month = divmod(self.first, 12)
        if self.months == 1:
            return f"{year:04}-{month + 1:02}"
        if self.months == 3:
            return f"{year:04} Q{month // 3 + 1}"
        last = (self.first + self.months - 1) // 12
        return f"{year:04}" if last == year else f"{year:04}–{last:04}"


class Calendar(NamedTuple):
    """Months in a row, cut into periods of one length."""

    first: int
    end: int
    """The month after the last one."""
    length: int
    """Of a period, in months."""

    @property
    def periods(self) -> tuple[Period, ...]:
        return tuple(Period(first, self.length) for first in range(self.first, self.end, self.length))

    def period_of(self, month: int) -> int:
        """Which period holds this month."""
        return (month - self.first) // self.length

    def share(self, at: datetime) -> float:
        """How much of all of it is over at this moment, from 0 to 1."""
        days = at.day - 1 + at.hour / 24
        return (month(at) - self.first + days / monthrange(at.year, at.month)[1]) / (self.end - self.first)


def calendar(first: int, last: int) -> Calendar:
    """The months from one to another, which belongs to it, and what is missing of the periods at both ends."""
    length = min(each for each in _LENGTHS if last // each - first // each < _MOST_PERIODS)
    return Calendar(first - first % length, last - last % length + length, length)


def month(day: date) -> int:
    """The month that a day lies in."""
    return day.year * 12 + day.month - 1


def started(document: Document) -> datetime | None:
    """When an incident started, as clocks showed it in its zone."""
    moment = document.times.get("started")
    return moment.at.astimezone(document.zone) if moment else None
