"""Chart how long incidents took, and how long each strategy took until the impact ended.

Every incident is a mark, the median and the 90th percentile are lines.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incident_docs.document.times import write_duration
from incident_docs.insight.durations import Lengths, lengths_by_strategy, measure_lengths
from incident_docs.insight.months import counts_by_severity
from incident_docs.site.pages.insights.axes import scale
from incident_docs.site.pages.insights.charts import Chart, ChartRow, Legend
from incident_docs.site.pages.insights.stretch import Stretch, counted_noun, not_drawn, too_few
from incident_docs.site.pages.insights.strips import MOST_MARKS, labelled_strip, longest, low_strip, mark_size

_TIMES = "Time to detect, mitigate and resolve"
_STRATEGIES = "Strategies and time to mitigate"
_MOST_STRATEGIES = 12


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


def times_chart(stretch: Stretch) -> Chart:
    """Draw a strip of marks for each time that is measured, all on one axis."""
    measured = [(measure, measure_lengths(stretch.documents, measure.key)) for measure in _MEASURES]
    headings = ("Measure", *_headings(stretch))
    lines = [_line(f"Time to {measure.name}", known) for measure, known in measured]
    if not any(known.known for _, known in measured):
        finding = "No incident says when it was detected, mitigated or resolved."
        return Chart(_TIMES, finding, headings=headings, lines=lines)
    axis = scale(longest(known for _, known in measured))
    pixels = mark_size(max(len(known.known) for _, known in measured))
    rows = [
        ChartRow(
            f"Time to {measure.name}",
            labelled_strip(known, axis, pixels, stretch.addresses),
            details=(f"started to {measure.key}", ", ".join(_counts(known, stretch))),
        )
        for measure, known in measured
    ]
    legend = _legend(stretch)
    return Chart(_TIMES, _finding(measured), rows, axis.words, headings, lines, legend=legend, is_of_strips=True)


def strategies_chart(stretch: Stretch) -> Chart:
    """Draw a low strip of marks for each strategy, all on one axis."""
    measured = lengths_by_strategy(stretch.documents)
    if not measured:
        return Chart(_STRATEGIES, "No incident names a strategy.")
    drawn = list(measured.items())[:_MOST_STRATEGIES]
    axis = scale(longest(known for _, known in drawn))
    pixels = mark_size(max(len(known.known) for _, known in drawn))
    rows = [
        ChartRow(
            name,
            low_strip(known, axis, pixels, stretch.addresses),
            number=str(len(known.known)),
            unit="too few" if known.median is None else f"median {write_duration(known.median)}",
        )
        for name, known in drawn
    ]
    return Chart(
        _STRATEGIES,
        _finding_of_strategy(*drawn[0], stretch),
        rows,
        axis.words,
        ("Strategy", *_headings(stretch)),
        [_line(name, known) for name, known in measured.items()],
        f"An incident with several strategies counts in each. {not_drawn(len(measured), len(drawn))}".strip(),
    )


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
    """Write `a`, `a and b`, `a, b and c`."""
    return " and ".join([*filter(None, [", ".join(words[:-1])]), words[-1]])


def _few(quantile: str, measured: _Measured) -> str:
    """Say which times are too few for it; empty if none."""
    if len(measured) == len(_MEASURES):
        return f" {too_few(max(len(known.known) for _, known in measured), quantile)}"
    few = (
        f"time to {measure.name} ({counted_noun(len(known.known), 'incident').lower()})" for measure, known in measured
    )
    return f" Too few for a {quantile}: {', '.join(few)}." if measured else ""


def _finding_of_strategy(name: str, known: Lengths, stretch: Stretch) -> str:
    naming = sum(bool(document.texts("strategy")) for document in stretch.documents)
    used = len(known.known) + known.without + known.unpublished + known.ahead
    most = f"{name} was used most, in {used} of the {counted_noun(naming, 'incident')} that name a strategy."
    if not known.known:
        return f"{most} None of these says when it was mitigated."
    if known.median is None:
        return f"{most} {too_few(len(known.known), 'median')}"
    return f"{most} Half of those whose time is known were mitigated within {write_duration(known.median)}."


def _legend(stretch: Stretch) -> Legend:
    severities = counts_by_severity(stretch.incidents, stretch.calendar)
    newest = f", the newest {MOST_MARKS} at most" if len(stretch.incidents) > MOST_MARKS else ""
    return Legend(
        [stretch.mark(each) for each in severities],
        note=f"Each mark is one incident{newest}. Logarithmic scale.",
    )


def _counts(known: Lengths, stretch: Stretch) -> Iterator[str]:
    """Say how many incidents are drawn, how many are not, and why."""
    yield counted_noun(len(known.known), "incident")
    if known.without:
        yield f"{known.without} without this time"
    if known.unpublished:
        yield f"{known.unpublished} {stretch.format.labels.not_published}"
    if known.ahead:
        yield f"{known.ahead} not yet"


def _headings(stretch: Stretch) -> tuple[str, ...]:
    """Name the numbers that a line has after its name."""
    silent = stretch.format.labels.not_published.capitalize()
    return ("Incidents", "Median", "p90", "Without this time", silent, "Not yet")


def _line(name: str, known: Lengths) -> tuple[str, ...]:
    quantiles = ("too few" if each is None else write_duration(each) for each in (known.median, known.p90))
    return (name, str(len(known.known)), *quantiles, str(known.without), str(known.unpublished), str(known.ahead))
