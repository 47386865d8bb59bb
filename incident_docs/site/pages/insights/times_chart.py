"""Incidents to the chart of how long they took: every incident a mark, the median and the 90th percentile a line."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from incident_docs.document.times import write_duration
from incident_docs.insight.durations import Lengths, lengths
from incident_docs.insight.over_time import by_severity
from incident_docs.site.pages.html import element, escape
from incident_docs.site.pages.insights import axes, chart_parts, strip_plot
from incident_docs.site.pages.insights.chart_data import View
from incident_docs.site.pages.insights.chart_parts import chart, counted, row, table, too_few
from incident_docs.site.pages.insights.swarm import MOST_MARKS, size

_TITLE = "Time to detect, mitigate and resolve"


class _Measure(NamedTuple):
    """A time that is measured."""

    key: str
    name: str
    done: str
    """As a sentence calls what happened."""


_MEASURES = (
    _Measure("detected", "detect", "noticed"),
    _Measure("mitigated", "mitigate", "mitigated"),
    _Measure("resolved", "resolve", "resolved"),
)
_Measured = Sequence[tuple[_Measure, Lengths]]


def times(view: View) -> str:
    """A strip of marks for each time that is measured, all on one axis."""
    measured = [(measure, lengths(view.documents, measure.key)) for measure in _MEASURES]
    numbers = _table(measured, view)
    if not any(known.known for _, known in measured):
        return chart(_TITLE, "No incident says when it was detected, mitigated or resolved.", table=numbers)
    scale = axes.scale(strip_plot.longest(*(known for _, known in measured)))
    pixels = size(max(len(known.known) for _, known in measured))
    rows = (
        row(_name(measure, known, view), strip_plot.labelled(known, scale, pixels, view.addresses))
        for measure, known in measured
    )
    drawing = element("div", _legend(view) + "".join(rows) + scale.words(), class_="idoc-chart-strips")
    return chart(_TITLE, _finding(measured), drawing, numbers)


def _finding(measured: _Measured) -> str:
    halves = [
        f"{measure.done} within {write_duration(known.median)}"
        for measure, known in measured
        if known.median is not None
    ]
    if not halves:
        return too_few(max(len(known.known) for _, known in measured), "median")
    whose = "Half of all incidents" if all(_is_whole(known) for _, known in measured) else "Half of those that say so"
    tenth = [
        f"; one in ten takes longer than {write_duration(known.p90)} to {measure.name}"
        for measure, known in measured
        if known.p90 is not None
    ]
    few = [(measure, known) for measure, known in measured if known.median is None]
    fewer = [(measure, known) for measure, known in measured if known.median is not None and known.p90 is None]
    return f"{whose} are {_listed(halves)}{''.join(tenth[-1:])}.{_few('median', few)}{_few('90th percentile', fewer)}"


def _is_whole(known: Lengths) -> bool:
    return not known.without and not known.unpublished and not known.ahead


def _listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([*filter(None, [", ".join(words[:-1])]), words[-1]])


def _few(quantile: str, measured: _Measured) -> str:
    """Which times are too few for it; empty if none."""
    if len(measured) == len(_MEASURES):
        return f" {too_few(max(len(known.known) for _, known in measured), quantile)}"
    few = (f"time to {measure.name} ({counted(len(known.known), 'incident').lower()})" for measure, known in measured)
    return f" Too few for a {quantile}: {', '.join(few)}." if measured else ""


def _legend(view: View) -> str:
    """What the shapes mean."""
    severities = by_severity(view.incidents, view.calendar)
    marks = "".join(chart_parts.severity(each, view.format) for each in severities)
    newest = f", the newest {MOST_MARKS} at most" if len(view.incidents) > MOST_MARKS else ""
    note = f'<span class="idoc-chart-legend-note">Each mark is one incident{newest}. Logarithmic scale.</span>'
    return element("div", marks + note, class_="idoc-chart-legend")


def _name(measure: _Measure, known: Lengths, view: View) -> str:
    parts = [counted(len(known.known), "incident"), *absent(known, view)]
    return (
        f"<b>Time to {measure.name}</b> <span>started to {measure.key}</span> <span>{escape(', '.join(parts))}</span>"
    )


def absent(known: Lengths, view: View) -> Iterable[str]:
    """How many incidents are not among them, and why."""
    if known.without:
        yield f"{known.without} without this time"
    if known.unpublished:
        yield f"{known.unpublished} {view.format.labels.not_published}"
    if known.ahead:
        yield f"{known.ahead} not yet"


def _table(measured: _Measured, view: View) -> str:
    lines = (numbers(f"Time to {measure.name}", known) for measure, known in measured)
    return table(("Measure", *headings(view)), lines)


def headings(view: View) -> tuple[str, ...]:
    """Of the numbers that a line has after its name."""
    return ("Incidents", "Median", "p90", "Without this time", view.format.labels.not_published.capitalize(), "Not yet")


def numbers(name: str, known: Lengths) -> tuple[str, ...]:
    """A line of a table, after the name in finished HTML."""
    quantiles = ("too few" if each is None else write_duration(each) for each in (known.median, known.p90))
    return (name, str(len(known.known)), *quantiles, str(known.without), str(known.unpublished), str(known.ahead))
