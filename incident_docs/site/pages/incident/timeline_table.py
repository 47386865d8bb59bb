"""A timeline to a table: a heading for each day, the time since the start, the phases as a rail at its edge."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter

from incident_docs.document.model import Document, TimelineEntry
from incident_docs.site.pages import dates
from incident_docs.site.pages.dates import minute
from incident_docs.site.pages.html import element, escape
from incident_docs.site.pages.incident.incident_phases import names, phases
from incident_docs.site.pages.incident.table_parts import Extra, cell, table
from incident_docs.site.pages.incident.timeline_course import course
from incident_docs.site.pages.incident.timeline_drawing import drawing
from incident_docs.site.pages.incident.timeline_legend import zone
from incident_docs.site.pages.incident.timeline_minutes import minutes
from incident_docs.site.pages.incident.timeline_points import gaps
from incident_docs.site.pages.prose import Prose

_HEADS = ("No.", "Time", "Elapsed", "Event")


def timeline_table(document: Document, extras: tuple[Extra, ...], prose: Prose) -> str:
    """The whole timeline under its drawing; columns of the authors' own come last."""
    heads = (*_HEADS, *(extra.heading for extra in extras))
    days = "".join(
        element("tbody", _day(day, len(heads)) + "".join(row for _, row in rows), role="rowgroup")
        for day, rows in groupby(zip(_days(document), _rows(document, extras, prose), strict=True), itemgetter(0))
    )
    return (drawing(document) or zone(document)) + table(heads, days, "idoc-timeline")


def _days(document: Document) -> Iterator[date | None]:
    """The day of each row; one whose time cannot be read stays with those before it."""
    day: date | None = None
    for entry in document.timeline:
        if entry.at is not None:
            day = entry.at.date()
        yield day


def _day(day: date | None, columns: int) -> str:
    if day is None:
        return ""
    heading = element("th", dates.long_day(day), colspan=str(columns), scope="rowgroup", role="rowheader")
    return element("tr", heading, role="row", class_="idoc-day")


def _rows(document: Document, extras: tuple[Extra, ...], prose: Prose) -> Iterator[str]:
    known = phases(document)
    named = names(document, known)
    drawn = course(document)
    silent = dict(gaps(drawn.rows, drawn.start, drawn.end)) if drawn else {}
    for index, entry in enumerate(document.timeline):
        event = prose.inline(entry.event.value)
        moment = f'<b class="idoc-moment">{named[index]}.</b> ' if index in named else ""
        cells = (
            cell(str(index + 1), "idoc-number"),
            cell(_time(entry), "idoc-time"),
            cell(_elapsed(document, entry), "idoc-elapsed"),
            cell(moment + event, "idoc-event"),
            *(cell(prose.inline(extra.cells[index]), "idoc-extra", extra.heading) for extra in extras),
        )
        phase = None if entry.at is None or entry.is_day_only else known.at(minute(entry.at))
        classes = f"idoc-entry idoc-{phase}" if phase else "idoc-entry"
        gap = silent.get(index + 1)
        yield element("tr", "".join(cells), id=f"entry-{index + 1}", role="row", class_=classes, data_gap=gap)


def _time(entry: TimelineEntry) -> str:
    if entry.clock is None or entry.at is None:
        return escape(entry.time.value)
    if entry.is_day_only:
        return '<span aria-hidden="true">–</span><span class="idoc-hidden">that day</span>'
    start = dates.rough(f"{entry.at:{_pattern(entry.at)}}", entry.clock.approximate)
    if entry.until is None:
        return dates.stamped(start, entry.at)
    return f"{dates.stamped(start, entry.at)}–{dates.stamped(f'{entry.until:{_pattern(entry.until)}}', entry.until)}"


def _pattern(at: datetime) -> str:
    return "%H:%M:%S" if at.second else "%H:%M"


def _elapsed(document: Document, entry: TimelineEntry) -> str:
    started = document.times.get("started")
    if started is None or entry.at is None or entry.clock is None or entry.is_day_only:
        return ""
    since = timedelta(minutes=minutes(entry.at) - minutes(started.at))
    return dates.elapsed(since, is_rough=entry.clock.approximate or started.approximate)
