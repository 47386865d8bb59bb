"""Incidents to how many there were in each period, by severity and by service, and in the last two years."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.format.vocabulary import Severity
from incident_docs.insight.months import Calendar, month, started

_YEAR = 12


class Placed(NamedTuple):
    """An incident and the month in which it started."""

    document: Document
    month: int


class Recent(NamedTuple):
    """The incidents of twelve months, of which the present one is the last, and of the twelve before."""

    now: tuple[Document, ...]
    before: tuple[Document, ...] | None
    """None where the incidents do not reach so far back."""


def placed(documents: Iterable[Document]) -> list[Placed]:
    """The incidents whose start is known, in the order of their starts."""
    known = [(at.timestamp(), document.id, document, month(at)) for document in documents if (at := started(document))]
    return [Placed(document, at) for *_, document, at in sorted(known, key=lambda each: each[:2])]


def by_severity(incidents: Sequence[Placed], calendar: Calendar) -> dict[Severity | None, tuple[int, ...]]:
    """The number in each period, for every severity of the format; None, if there are any, are those without one."""
    counts = Counter((each.document.severity, calendar.period_of(each.month)) for each in incidents)
    known = incidents[0].document.format.severities if incidents else ()
    unknown = (None,) if any(each.document.severity is None for each in incidents) else ()
    number = len(calendar.periods)
    return {each: tuple(counts[each, index] for index in range(number)) for each in (*known, *unknown)}


def by_service(incidents: Iterable[Placed], calendar: Calendar) -> dict[str, tuple[int, ...]]:
    """The number in each period, for every service, the one with the most incidents first."""
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


def recent(incidents: Sequence[Placed], today: date) -> Recent:
    """The incidents of the last twelve months, beside those of the twelve before."""
    present = month(today)
    now = tuple(document for document, at in incidents if present - _YEAR < at <= present)
    before = tuple(document for document, at in incidents if present - 2 * _YEAR < at <= present - _YEAR)
    reaches_back = any(at <= present - 2 * _YEAR + 1 for _, at in incidents)
    return Recent(now, before if reaches_back else None)
