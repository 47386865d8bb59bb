"""Compare the rows of a timeline with each other, for rules and edits."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from incident_docs.document.header import status_event
from incident_docs.document.model import Document, TimelineEntry
from incident_docs.document.readings import read_once
from incident_docs.format.vocabulary import Stage


def rows_with_above(document: Document) -> Iterator[tuple[TimelineEntry | None, TimelineEntry]]:
    """Give each row whose instant is known, and the nearest such row above it."""
    rows: list[TimelineEntry | None] = [None, *(entry for entry in document.timeline if entry.at is not None)]
    return ((above, entry) for above, entry in pairwise(rows) if entry is not None)


def is_step_back(above: TimelineEntry | None, entry: TimelineEntry) -> bool:
    """Tell whether the row is surely earlier than the one above it."""
    return above is not None and above.at is not None and entry.latest is not None and entry.latest < above.at


def to_minute(at: datetime) -> datetime:
    """Leave out the seconds, which rows mostly do not have."""
    return at.replace(second=0, microsecond=0)


@read_once
def is_sound_timeline(document: Document) -> bool:
    """Tell whether there are rows, all with an instant, that run forward to the last day: then gaps can be measured."""
    if not document.timeline or any(entry.at is None for entry in document.timeline):
        return False
    return not any(is_step_back(above, entry) for above, entry in rows_with_above(document)) and not _strays(document)


def _strays(document: Document) -> bool:
    """A row was put on a day after the last, and does not say so: a slip was read as midnight passing."""
    resolved = document.times.get("resolved")
    if resolved is None:
        return False
    end = resolved.at.astimezone(document.zone).date()
    return any(entry.at is not None and entry.at.date() > end and not _is_dated(entry) for entry in document.timeline)


def _is_dated(entry: TimelineEntry) -> bool:
    return entry.clock is not None and entry.clock.day is not None


def says_resolved(document: Document) -> bool:
    """Tell whether a row says that the incident was resolved at some time, or that it was reopened."""
    format = document.format
    events = tuple(
        status_event(status, format, is_reopened=status.stage is not Stage.RESOLVED) for status in format.statuses
    )
    return any(entry.words.startswith(events) for entry in document.timeline)
