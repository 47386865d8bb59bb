"""Action items to the chart of what became of those that fell due, by quarter."""

from collections import Counter
from collections.abc import Mapping

from incident_docs.insight.action_outcomes import Outcome, Outcomes, Quarter, outcomes_by_quarter
from incident_docs.insight.months import month
from incident_docs.site.pages.html import element
from incident_docs.site.pages.insights.axes import percent, word
from incident_docs.site.pages.insights.chart_data import View
from incident_docs.site.pages.insights.chart_parts import chart, counted, not_drawn, row, svg, table

_TITLE = "Action items closed"
_MOST = 12
_NARROW, _WIDE = 300, 740
"""Pixels of the longest bar, on a phone and beside its name."""
_ROOM, _DIGIT = 18, 9
"""Pixels that a part needs for its number on a phone, and for each of its digits elsewhere."""
_HEIGHT = 32
_PARTS = {
    Outcome.IN_TIME: ("in-time", "Done in time"),
    Outcome.LATE: ("late", "Done late"),
    Outcome.DONE: ("done", "Done"),
    Outcome.DROPPED: ("dropped", "Won't do"),
    Outcome.OVERDUE: ("overdue", "Still overdue"),
}
_DAY_UNKNOWN = "Done, day not known"
_SWATCH = '<svg class="idoc-part-{}" width="14" height="14"><rect x="1" y="1" width="12" height="12"/></svg>'


def actions_closed(view: View) -> str:
    """A bar for each quarter, cut into what was done, in time or late where git tells, decided against, and is overdue."""
    found = outcomes_by_quarter(view.items, view.today, view.since, view.rows)
    if not found.quarters:
        return chart(_TITLE, "No action item has fallen due.", note=_left_out(found, view))
    totals = sum((Counter(each.outcomes) for each in found.quarters), Counter())
    are_timed = bool(totals[Outcome.IN_TIME] or totals[Outcome.LATE])
    labels = {
        part: label for part, (_, label) in _PARTS.items() if are_timed or part not in (Outcome.IN_TIME, Outcome.LATE)
    }
    if are_timed:
        labels[Outcome.DONE] = _DAY_UNKNOWN
    drawn = found.quarters[-_MOST:]
    most = max(quarter.total for quarter in drawn)
    rows = (row(_name(quarter, view), _bar(quarter, most), _share(quarter, are_timed=are_timed)) for quarter in drawn)
    legend = "".join(element("span", f"{_SWATCH.format(_PARTS[part][0])} {label}") for part, label in labels.items())
    lines = (
        (
            _name(each, view),
            str(each.total),
            *(str(each.outcomes[part]) for part in labels),
            f"{_percent(each.closed, each)}%",
        )
        for each in found.quarters
    )
    return chart(
        _TITLE,
        _finding(totals),
        element("div", legend, class_="idoc-chart-legend") + "".join(rows),
        table(("Quarter", "Fell due", *labels.values(), "Closed"), lines),
        " ".join(filter(None, (_left_out(found, view), not_drawn(len(found.quarters), len(drawn))))),
    )


def _finding(totals: Mapping[Outcome, int]) -> str:
    in_time, late, unknown, dropped, overdue = (totals[part] for part in _PARTS)
    done = in_time + late + unknown
    total = counted(sum(totals.values()), "action item")
    when = f", {in_time or 'none'} of them in time" if in_time or late else ""
    decided = f", {dropped} decided against" if dropped else ""
    return (
        f"Of {total} that fell due, {done or 'none'} {'is' if done == 1 else 'are'} done{when}{decided} "
        f"and {overdue or 'none'} still overdue."
    )


def _left_out(found: Outcomes, view: View) -> str:
    silent = f"{found.unpublished} {view.format.labels.not_published}"
    parts = [
        part
        for part in (f"{found.undated} without a date" if found.undated else "", silent if found.unpublished else "")
        if part
    ]
    counts = f"Not counted: {', '.join(parts)}. " if parts else ""
    if any(view.rows.values()):
        return f"{counts}An item was closed on the day of the commit that says so."
    return f"{counts}On which day an item was closed is not recorded."


def _name(quarter: Quarter, view: View) -> str:
    is_present = month(view.today) < quarter.period.first + quarter.period.months
    return f"{quarter.period.name}, so far" if is_present else quarter.period.name


def _bar(quarter: Quarter, most: int) -> str:
    html, begin = "", 0
    for part, (key, _) in _PARTS.items():
        number = quarter.outcomes[part]
        if number:
            width = number / most
            x, middle = percent(begin / most), begin / most + width / 2
            html += f'<rect class="idoc-part-{key}" x="{x}" y="9" width="{percent(width)}" height="14"/>'
            if width * _WIDE >= _DIGIT * len(str(number)):
                has_room = width * _NARROW >= _ROOM
                html += word(
                    middle, str(number), 20, f"idoc-in-{key}" if has_room else f"idoc-in-{key} idoc-chart-wide"
                )
            begin += number
    return svg(html, _HEIGHT, "idoc-bars")


def _percent(number: int, quarter: Quarter) -> int:
    return round(100 * number / quarter.total)


def _share(quarter: Quarter, *, are_timed: bool) -> str:
    number, word = (quarter.outcomes[Outcome.IN_TIME], "in time") if are_timed else (quarter.closed, "closed")
    return f'<b>{_percent(number, quarter)}%</b> <span class="idoc-secondary">{word}</span>'
