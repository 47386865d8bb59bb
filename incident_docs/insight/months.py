"""Count incidents by month, and cut months into the periods that a chart has room for.

A month is a number: the months since the year 0. So months can be counted.
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.format.vocabulary import Severity

_YEAR = 12
_MOST_PERIODS = 48
# Ten thousand years, which is all that can be written, are forty of the longest.
_LENGTHS = (1, 3, 12, 60, 120, 600, 1200, 3000)


class Period(NamedTuple):
    """One month, or several that belong together."""

    first: int
    months: int

    @property
    def name(self) -> str:
        """Write `2023-04`, `2023 Q2`, `2023`, `2020–2024`."""
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
        """Tell which period this month is in."""
        return (month - self.first) // self.length

    def share(self, at: datetime) -> float:
        """Tell how much of the calendar is over at this moment, from 0 to 1."""
        days = at.day - 1 + at.hour / 24
        return (month(at) - self.first + days / monthrange(at.year, at.month)[1]) / (self.end - self.first)


def calendar(first: int, last: int) -> Calendar:
    """Make a calendar from one month to another, with all of the periods at both ends."""
    length = min(each for each in _LENGTHS if last // each - first // each < _MOST_PERIODS)
    return Calendar(first - first % length, last - last % length + length, length)


def month(day: date) -> int:
    """Give the month that a day is in."""
    return day.year * 12 + day.month - 1


def local_start(document: Document) -> datetime | None:
    """Tell when an incident started, as clocks showed it in its zone."""
    moment = document.times.get("started")
    return moment.at.astimezone(document.zone) if moment else None


class DatedIncident(NamedTuple):
    """An incident and the month in which it started."""

    document: Document
    month: int


class LastTwoYears(NamedTuple):
    """The incidents of twelve months, of which the present one is the last, and of the twelve before."""

    now: tuple[Document, ...]
    before: tuple[Document, ...] | None
    """None where the incidents do not reach so far back."""


def dated_incidents(documents: Iterable[Document]) -> list[DatedIncident]:
    """Give the incidents whose start is known, in the order of their starts."""
    known = [
        (at.timestamp(), document.id, document, month(at)) for document in documents if (at := local_start(document))
    ]
    return [DatedIncident(document, at) for *_, document, at in sorted(known, key=lambda each: each[:2])]


def counts_by_severity(
    incidents: Sequence[DatedIncident], calendar: Calendar
) -> dict[Severity | None, tuple[int, ...]]:
    """Count those in each period for every severity of the format, and under None, if there are any, those without one."""
    counts = Counter((each.document.severity, calendar.period_of(each.month)) for each in incidents)
    known = incidents[0].document.format.severities if incidents else ()
    unknown = (None,) if any(each.document.severity is None for each in incidents) else ()
    number = len(calendar.periods)
    return {each: tuple(counts[each, index] for index in range(number)) for each in (*known, *unknown)}


def counts_by_service(incidents: Iterable[DatedIncident], calendar: Calendar) -> dict[str, tuple[int, ...]]:
    """Count those in each period for every service, the one with the most incidents first."""
    counts = Counter(
        (service, calendar.period_of(each.month))
        for each in incidents
        for service in dict.fromkeys(each.document.texts("services"))
    )
    totals: Counter[str] = Counter()
    for (service, _), times in counts.items():
        totals[service] += times
    number = len(calendar.periods)
    names = sorted(totals, key=lambda name: (-totals[name], name.casefold(), name))
    return {name: tuple(counts[name, index] for index in range(number)) for name in names}


def last_two_years(incidents: Sequence[DatedIncident], today: date) -> LastTwoYears:
    """Give the incidents of the last twelve months, and those of the twelve before."""
    present = month(today)
    now = tuple(document for document, at in incidents if present - _YEAR < at <= present)
    before = tuple(document for document, at in incidents if present - 2 * _YEAR < at <= present - _YEAR)
    reaches_back = any(at <= present - 2 * _YEAR + 1 for _, at in incidents)
    return LastTwoYears(now, before if reaches_back else None)
