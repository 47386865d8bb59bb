"""Action items to the chart of what became of those that fell due, by quarter."""

from collections.abc import Iterable

from incident_docs.insight.closing import Closing, Quarter, closing
from incident_docs.insight.months import month
from incident_docs.site.pages.charts.axes import percent, word
from incident_docs.site.pages.charts.frame import chart, counted, not_drawn, row, svg, table
from incident_docs.site.pages.charts.view import View
from incident_docs.site.pages.html import element

_TITLE = "Action items closed"
_MOST = 12
_NARROW = 300
_ROOM = 18
"""Pixels that a part needs for its number."""
_HEIGHT = 32
_PARTS = (("done", "Done"), ("dropped", "Won't do"), ("overdue", "Still overdue"))
_SWATCH = '<svg class="idoc-part-{}" width="14" height="14"><rect x="1" y="1" width="12" height="12"/></svg>'


def actions_closed(view: View) -> str:
    """A bar for each quarter, cut into what was done, decided against, and is overdue."""
    found = closing(view.items, view.today, view.since)
    if not found.quarters:
        return chart(_TITLE, "No action item has fallen due.", note=_left_out(found, view))
    drawn = found.quarters[-_MOST:]
    most = max(quarter.total for quarter in drawn)
    rows = (row(_name(quarter, view), _bar(quarter, most), _share(quarter)) for quarter in drawn)
    legend = "".join(element("span", f"{_SWATCH.format(key)} {label}") for key, label in _PARTS)
    lines = (
        (_name(each, view), str(each.total), str(each.done), str(each.dropped), str(each.overdue), f"{_percent(each)}%")
        for each in found.quarters
    )
    return chart(
        _TITLE,
        _finding(found.quarters),
        element("div", legend, class_="idoc-chart-legend") + "".join(rows),
        table(("Quarter", "Fell due", *(label for _, label in _PARTS), "Closed"), lines),
        " ".join(filter(None, (_left_out(found, view), not_drawn(len(found.quarters), len(drawn))))),
    )


def _finding(quarters: Iterable[Quarter]) -> str:
    done, dropped, overdue = (
        sum(each) for each in zip(*((q.done, q.dropped, q.overdue) for q in quarters), strict=True)
    )
    total = counted(done + dropped + overdue, "action item")
    decided = f", {dropped} decided against" if dropped else ""
    return f"Of {total} that fell due, {done or 'none'} {'is' if done == 1 else 'are'} done{decided} and {overdue or 'none'} still overdue."


def _left_out(found: Closing, view: View) -> str:
    silent = f"{found.unpublished} {view.format.labels.not_published}"
    parts = [
        part
        for part in (f"{found.undated} without a date" if found.undated else "", silent if found.unpublished else "")
        if part
    ]
    counts = f"Not counted: {', '.join(parts)}. " if parts else ""
    return f"{counts}On which day an item was closed is not recorded."


def _name(quarter: Quarter, view: View) -> str:
    is_present = month(view.today) < quarter.period.first + quarter.period.months
    return f"{quarter.period.name}, so far" if is_present else quarter.period.name


def _bar(quarter: Quarter, most: int) -> str:
    html, begin = "", 0
    for key, number in (("done", quarter.done), ("dropped", quarter.dropped), ("overdue", quarter.overdue)):
        if number:
            width = number / most
            x, middle = percent(begin / most), begin / most + width / 2
            html += f'<rect class="idoc-part-{key}" x="{x}" y="9" width="{percent(width)}" height="14"/>'
            has_room = width * _NARROW >= _ROOM
            html += word(middle, str(number), 20, f"idoc-in-{key}" if has_room else f"idoc-in-{key} idoc-chart-wide")
            begin += number
    return svg(html, _HEIGHT, "idoc-bars")


def _percent(quarter: Quarter) -> int:
    return round(100 * (quarter.done + quarter.dropped) / quarter.total)


def _share(quarter: Quarter) -> str:
    return f'<b>{_percent(quarter)}%</b> <span class="idoc-secondary">closed</span>'
