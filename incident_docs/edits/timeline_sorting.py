"""A timeline out of order to the fix that moves its rows, where it is known which instant each of them means."""

from datetime import timedelta

from incident_docs.document.edit import Fix, replace_text
from incident_docs.document.model import Document, TimelineEntry
from incident_docs.document.text import Text
from incident_docs.document.times import Moment, put_on_days
from incident_docs.reading.timeline_rows import to_minute

_A_DAY = timedelta(days=1)


def sort(document: Document) -> Fix | None:
    """Move the rows; those of one instant keep their order. None if a row is rough, or on no day for certain."""
    rows, started = document.timeline, document.times.get("started")
    if started is None or not all(_is_exact(entry, started, document) for entry in rows):
        return None
    moved = [entry for _, _, entry in sorted((entry.at, number, entry) for number, entry in enumerate(rows))]
    read = put_on_days([entry.clock for entry in moved], started.at, document.zone)
    if [each and each.at for each in read] != [entry.at for entry in moved]:
        # In this order a row would be read as one of another day.
        return None
    edits = tuple(
        replace_text(Text(document.lines[old.time.line - 1], old.time.line), document.lines[new.time.line - 1])
        for old, new in zip(rows, moved, strict=True)
        if old is not new
    )
    return Fix(edits, is_safe=all(_is_of_no_other_day(entry, document) for entry in rows))


def _is_exact(entry: TimelineEntry, started: Moment, document: Document) -> bool:
    if entry.at is None or entry.clock is None or entry.is_day_only or entry.clock.approximate:
        return False
    resolved = document.times.get("resolved")
    is_within = to_minute(started.at) <= entry.at and (resolved is None or to_minute(entry.at) <= resolved.at)
    return is_within or entry.clock.day is not None


def _is_of_no_other_day(entry: TimelineEntry, document: Document) -> bool:
    """The row says its day, or the incident was over before the clock showed this time again."""
    resolved = document.times.get("resolved")
    is_dated = entry.clock is not None and entry.clock.day is not None
    return is_dated or (resolved is not None and entry.at is not None and entry.at + _A_DAY > resolved.at)
