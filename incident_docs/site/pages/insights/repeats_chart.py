"""Incidents to the chart of the services that had several of them."""

from collections.abc import Sequence
from datetime import datetime

from incident_docs.insight.service_history import RepeatedService, services_with_repeats
from incident_docs.site.pages import dates
from incident_docs.site.pages.html import element, escape
from incident_docs.site.pages.insights import axes
from incident_docs.site.pages.insights.chart_data import View
from incident_docs.site.pages.insights.chart_parts import chart, counted, not_drawn, row, strip, summed, table
from incident_docs.site.pages.insights.swarm import Mark, size, swarm

_TITLE = "Services with repeats"
_MOST = 12
_MOST_MARKS = 60
"""A line has no room for more of them, and has ticks instead."""
_ROOM = 4
"""A line is that much lower than a strip of times, so fewer large marks find a place."""
_HEIGHT = 32
_BASE = '<line class="idoc-base" x2="100%" y1="50%" y2="50%"/>'


def repeats(view: View) -> str:
    """A line of marks for each service, all on one time axis."""
    found = services_with_repeats(view.incidents)
    if not found:
        return chart(_TITLE, "No service had three incidents or more.")
    drawn = found[:_MOST]
    first = found[0]
    pixels = size(_ROOM * min(len(first.documents), _MOST_MARKS))
    return chart(
        _TITLE,
        f"{counted(len(found), 'service')} had three incidents or more. {first.service} had the most,"
        f" {len(first.documents)}; its last two came {_apart(first.last)}.",
        "".join(_row(repeat, pixels, view) for repeat in drawn) + axes.months(view.calendar),
        table(("Service", "Incidents", "Closest two", "Last two", "Last"), (_line(repeat, view) for repeat in found)),
        _note(found, drawn),
    )


def _note(found: Sequence[RepeatedService], drawn: Sequence[RepeatedService]) -> str:
    is_crowded = len(drawn[0].documents) > _MOST_MARKS
    ticks = f"A service with more than {_MOST_MARKS} incidents has a tick for each." if is_crowded else ""
    return " ".join(filter(None, (ticks, not_drawn(len(found), len(drawn)))))


def _row(repeat: RepeatedService, pixels: int, view: View) -> str:
    is_crowded = len(repeat.documents) > _MOST_MARKS
    drawing = _ticks(repeat, view) if is_crowded else _marks(repeat, pixels, view)
    name = element("a", escape(repeat.service), href=view.service_address(repeat.service), tabindex="-1")
    number = summed(len(repeat.documents), f"closest {_apart(repeat.closest)}")
    return row(name, drawing, number)


def _marks(repeat: RepeatedService, pixels: int, view: View) -> str:
    placed = swarm(
        [
            Mark(view.calendar.share(at), document, dates.short_day(at.date()))
            for document, at in zip(repeat.documents, _starts(repeat), strict=True)
        ],
        pixels,
        view.addresses,
    )
    height, narrow = (max(each + 4, _HEIGHT) for each in (placed.height, placed.narrow_height))
    return strip(_BASE, placed.html, height, narrow)


def _ticks(repeat: RepeatedService, view: View) -> str:
    """A tick for each incident, all in one shape that is stretched to the width of the line."""
    path = "".join(f"M{1000 * view.calendar.share(at):.0f} 0v1" for at in _starts(repeat))
    ticks = f'<svg class="idoc-ticks" y="9" height="14" viewBox="0 0 1000 1" preserveAspectRatio="none"><path d="{path}"/></svg>'
    return strip(_BASE + ticks, "", _HEIGHT, _HEIGHT)


def _starts(repeat: RepeatedService) -> list[datetime]:
    return [document.times["started"].at.astimezone(document.zone) for document in repeat.documents]


def _line(repeat: RepeatedService, view: View) -> tuple[str, ...]:
    day = _starts(repeat)[-1].date().isoformat()
    name = element("a", escape(repeat.service), href=view.service_address(repeat.service))
    link = element("a", day, href=view.addresses[id(repeat.documents[-1])])
    return name, str(len(repeat.documents)), _apart(repeat.closest), _apart(repeat.last), link


def _apart(days: int) -> str:
    if not days:
        return "within a day"
    return "1 day apart" if days == 1 else f"{days} days apart"
