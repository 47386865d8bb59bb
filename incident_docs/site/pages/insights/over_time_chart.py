"""Incidents to the charts of how many there were in each month, by severity and by service."""

from collections.abc import Sequence

from incident_docs.document.model import Document
from incident_docs.format.vocabulary import Severity
from incident_docs.insight import months
from incident_docs.site.pages.html import escape
from incident_docs.site.pages.insights import axes, chart_parts
from incident_docs.site.pages.insights.bars import bars
from incident_docs.site.pages.insights.chart_data import View
from incident_docs.site.pages.insights.chart_parts import chart, counted, table

_PERIODS = {1: "Month", 3: "Quarter", 12: "Year"}
_COMPARED = 2
_MOST_SERVICES = 8
_QUIET_RANK = 3


def by_severity(view: View) -> str:
    """One row of bars for each severity."""
    counts = months.counts_by_severity(view.incidents, view.calendar)
    lines = [(chart_parts.severity(each, view.format), _rank(each, view), numbers) for each, numbers in counts.items()]
    names = [chart_parts.severity_name(each) for each in counts]
    drawing = bars(lines, view.calendar) + axes.months(view.calendar)
    return chart("Incidents over time", _recently(view), drawing, _table(names, list(counts.values()), view))


def by_service(view: View) -> str:
    """One row of bars for each of the services with the most incidents."""
    title, counts = "Incidents by service", months.counts_by_service(view.incidents, view.calendar)
    if not counts:
        return chart(title, "No incident names a service.")
    drawn = list(counts.items())[:_MOST_SERVICES]
    most, numbers = drawn[0]
    finding = f"{counted(len(counts), 'service')} had incidents. {most} had the most, {sum(numbers)} of {len(view.incidents)}."
    lines = [(_link(name, view), _QUIET_RANK, numbers) for name, numbers in drawn]
    drawing = bars(lines, view.calendar) + axes.months(view.calendar)
    numbers_table = _table([name for name, _ in drawn], [numbers for _, numbers in drawn], view)
    return chart(title, finding, drawing, numbers_table, _others(len(counts) - len(drawn)))


def _rank(severity: Severity | None, view: View) -> int:
    severities = view.format.severities
    return severities.index(severity) + 1 if severity else len(severities) + 1


def _recently(view: View) -> str:
    """`16 incidents in the last 12 months, 10 in the 12 before. P1: 2, was 3. P2: 5, was 2.`"""
    recent = months.last_two_years(view.everything, view.today)
    now = f"{counted(len(recent.now), 'incident')} in the last 12 months"
    worst = view.format.severities[:_COMPARED]
    if recent.before is None:
        parts = (f"{each.id}: {_of(recent.now, each)}." for each in worst)
        return f"{now}. {' '.join(parts)}"
    before = recent.before
    parts = (f"{each.id}: {_of(recent.now, each)}, was {_of(before, each)}." for each in worst)
    return f"{now}, {len(before) or 'none'} in the 12 before. {' '.join(parts)}"


def _of(documents: Sequence[Document], severity: Severity) -> int:
    return sum(document.severity == severity for document in documents)


def _link(name: str, view: View) -> str:
    return f'<a href="{escape(view.service_address(name))}" tabindex="-1">{escape(name)}</a>'


def _others(number: int) -> str:
    return (
        f"The {_MOST_SERVICES} with the most are drawn, {number} {'is' if number == 1 else 'are'} not."
        if number > 0
        else ""
    )


def _table(names: Sequence[str], columns: Sequence[Sequence[int]], view: View) -> str:
    periods = view.calendar.periods
    lines = [(period.name, *(str(column[index]) for column in columns)) for index, period in enumerate(periods)]
    total = ("In all", *(str(sum(column)) for column in columns))
    return table((_PERIODS.get(view.calendar.length, "Years"), *names), (*lines, total))
