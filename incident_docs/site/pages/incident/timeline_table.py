"""Show a timeline as a table: a heading for each day, the time since the start, the phases as a rail at its edge."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from markupsafe import Markup

from incident_docs.document.model import Document, RowKind, TimelineEntry
from incident_docs.document.times import Moment
from incident_docs.format.fields import TIMES
from incident_docs.site.pages import dates
from incident_docs.site.pages.author_markdown import Prose
from incident_docs.site.pages.dates import Stamp
from incident_docs.site.pages.incident.incident_tables import AuthorColumn, author_cells
from incident_docs.site.pages.incident.timeline_course import find_course, find_silences
from incident_docs.site.pages.incident.timeline_drawing import Drawing, draw_timeline
from incident_docs.site.pages.incident.timeline_scale import minute_number


class TimelineRow(NamedTuple):
    """What a row says."""

    number: int
    text: str
    """Its time as its author wrote it; shown if it cannot be read."""
    start: Stamp | None
    end: Stamp | None
    """Of a span."""
    is_day_only: bool
    elapsed: str
    event: Markup
    kind: str = ""
    """Such as `Hypothesis`; empty for what was observed."""
    moment: str = ""
    """The moments that it is, such as `Mitigated, resolved`; empty if it is none."""
    phase: str = ""
    """The class of the rail beside it; empty if it has none."""
    silence: str = ""
    """How long nothing was written down before it; empty if not for long."""
    others: Sequence[tuple[str, Markup]] = ()
    """The cells of the authors' columns, each with its heading."""


class TimelineDay(NamedTuple):
    """A day and its rows."""

    name: str
    """Empty if it is not known."""
    rows: list[TimelineRow]


class Timeline(NamedTuple):
    """What `timeline.html` shows."""

    zone: str
    """Of all times."""
    drawing: Drawing | None
    days: list[TimelineDay]
    columns: list[str]
    """The headings of the authors' columns."""


def show_timeline(document: Document, columns: tuple[AuthorColumn, ...], prose: Prose) -> Timeline:
    """Show the whole timeline."""
    course = find_course(document)
    silences = dict(find_silences(course)) if course else {}
    moments = {key: minute_number(moment.at) for key, moment in document.times.items()}
    named = _named_rows(document, moments)
    rows = [
        _row(entry, index + 1, document.times.get("started"), prose)._replace(
            phase="" if entry.at is None or entry.is_day_only else _phase(minute_number(entry.at), moments),
            silence=silences.get(index + 1, ""),
            moment=named.get(index, ""),
            others=author_cells(columns, index, prose),
        )
        for index, entry in enumerate(document.timeline)
    ]
    days = [
        TimelineDay(dates.long_day(day) if day else "", [row for _, row in found])
        for day, found in groupby(zip(_days(document), rows, strict=True), itemgetter(0))
    ]
    drawing = draw_timeline(course) if course else None
    return Timeline(_zone(document), drawing, days, [column.heading for column in columns])


def _zone(document: Document) -> str:
    started = document.times.get("started")
    name = document.text("timezone")
    short = started.at.astimezone(document.zone).strftime("%Z") if started else name or "UTC"
    return f"{name} ({short})" if name and name != short else short


def _days(document: Document) -> Iterator[date | None]:
    """Give each row its day; one whose time cannot be read stays with those before it."""
    day: date | None = None
    for entry in document.timeline:
        if entry.at is not None:
            day = entry.at.date()
        yield day


def _named_rows(document: Document, moments: Mapping[str, int]) -> dict[int, str]:
    """Find the first row of each moment, by its index: `Started`, `Mitigated, resolved`."""
    first: dict[int, int] = {}
    for index, entry in enumerate(document.timeline):
        if entry.at is not None and not entry.is_day_only:
            first.setdefault(minute_number(entry.at), index)
    found: dict[int, list[str]] = {}
    for key in TIMES:
        if key in moments and moments[key] in first:
            found.setdefault(first[moments[key]], []).append(key)
    return {index: ", ".join(keys).capitalize() for index, keys in found.items()}


def _row(entry: TimelineEntry, number: int, started: Moment | None, prose: Prose) -> TimelineRow:
    is_rough = entry.clock is not None and entry.clock.approximate
    return TimelineRow(
        number,
        text=entry.time.value,
        start=_stamp(entry.at, is_rough=is_rough) if entry.at and entry.clock else None,
        end=_stamp(entry.until) if entry.until else None,
        is_day_only=entry.is_day_only and entry.at is not None,
        elapsed=_elapsed(entry, started),
        event=prose.inline(entry.words),
        kind="" if entry.kind is RowKind.OBSERVATION else entry.kind.capitalize(),
    )


def _phase(at: int, moments: Mapping[str, int]) -> str:
    """Say in which phase a minute is. What is not known is not guessed: no detection, no undetected phase."""
    started, resolved = moments.get("started"), moments.get("resolved")
    if started is None or at < started or (resolved is not None and at > resolved):
        return ""
    detected, mitigated = moments.get("detected"), moments.get("mitigated")
    if mitigated is not None and at >= mitigated:
        return "recovering"
    return "undetected" if detected is not None and at < detected else "responding"


def _stamp(at: datetime, *, is_rough: bool = False) -> Stamp:
    return dates.stamp(dates.rough(f"{at:%H:%M:%S}" if at.second else f"{at:%H:%M}", is_rough), at)


def _elapsed(entry: TimelineEntry, started: Moment | None) -> str:
    if started is None or entry.at is None or entry.clock is None or entry.is_day_only:
        return ""
    since = timedelta(minutes=minute_number(entry.at) - minute_number(started.at))
    return dates.elapsed(since, is_rough=entry.clock.approximate or started.approximate)
