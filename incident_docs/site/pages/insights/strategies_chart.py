"""Incidents to the chart of the strategies that were used, and how long each took until the impact ended."""

from incident_docs.document.times import write_duration
from incident_docs.insight.durations import Lengths, by_strategy
from incident_docs.site.pages.html import escape
from incident_docs.site.pages.insights import axes, strip_plot
from incident_docs.site.pages.insights.chart_data import View
from incident_docs.site.pages.insights.chart_parts import chart, counted, not_drawn, row, summed, table, too_few
from incident_docs.site.pages.insights.swarm import size
from incident_docs.site.pages.insights.times_chart import headings, numbers

_TITLE = "Strategies and time to mitigate"
_MOST = 12


def strategies(view: View) -> str:
    """A low strip of marks for each strategy, all on one axis."""
    measured = by_strategy(view.documents)
    if not measured:
        return chart(_TITLE, "No incident names a strategy.")
    drawn = list(measured.items())[:_MOST]
    scale = axes.scale(strip_plot.longest(*(known for _, known in drawn)))
    pixels = size(max(len(known.known) for _, known in drawn))
    rows = (
        row(
            escape(name),
            strip_plot.plain(known, scale, pixels, view.addresses),
            summed(len(known.known), _middle(known)),
        )
        for name, known in drawn
    )
    lines = (numbers(escape(name), known) for name, known in measured.items())
    return chart(
        _TITLE,
        _finding(*drawn[0], view),
        "".join(rows) + scale.words(),
        table(("Strategy", *headings(view)), lines),
        f"An incident with several strategies counts in each. {not_drawn(len(measured), len(drawn))}".strip(),
    )


def _finding(name: str, known: Lengths, view: View) -> str:
    naming = sum(bool(document.texts("strategy")) for document in view.documents)
    used = len(known.known) + known.without + known.unpublished + known.ahead
    most = f"{name} was used most, in {used} of the {counted(naming, 'incident')} that name a strategy."
    if not known.known:
        return f"{most} None of these says when it was mitigated."
    if known.median is None:
        return f"{most} {too_few(len(known.known), 'median')}"
    return f"{most} Half of those whose time is known were mitigated within {write_duration(known.median)}."


def _middle(known: Lengths) -> str:
    return "too few" if known.median is None else f"median {write_duration(known.median)}"
