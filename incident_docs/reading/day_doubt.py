"""Whether a timeline's time that is not on the 24-hour clock may mean another one than `clock` reads in it."""

import re

from incident_docs.document.model import Document, TimelineEntry
from incident_docs.document.times import put_on_days, read_clock

# Patterns are texts here: most runs meet nothing that needs them, and every run would pay for compiling them.
_HALF = r"(?i)\d\s*[ap]\.?\s?m\b"
_BARE = r"(?<![\d:.-])(?:[1-9]|1[0-2])[:.h]\d\d"
_ONE_DIGIT = r"(?<![\d:.-])[1-9][:.h]\d\d"
_DOTTED = r"(?<![\d.])\d\d?\.(\d\d)(?![\d.:])"
_YEAR = r"[~*_` ]*20\d\d[*_` ]*"
_NOON = 12


def is_doubtful_clock(entry: TimelineEntry, strict: str, document: Document) -> bool:
    """The row may mean another time than `strict`, what was read in it; `mixes_clocks` is to be asked too."""
    written = entry.time.value
    if re.search(_HALF, written):
        return False
    if re.fullmatch(_YEAR, written) or _may_be_day(written, document):
        return True
    return (
        re.search(_ONE_DIGIT, written) is not None
        and not _shows_24_hours(document)
        and _passes_midnight(entry, strict, document)
    )


def mixes_clocks(document: Document) -> bool:
    """Beside `2:34 PM` nobody can tell which half of the day `3:10` is in, and which clock the other rows are on."""
    unread = [entry.time.value for entry in document.timeline if entry.clock is None]
    with_half = [written for written in unread if re.search(_HALF, written)]
    return bool(with_half) and any(re.search(_BARE, written) for written in unread if written not in with_half)


def _may_be_day(written: str, document: Document) -> bool:
    """In an incident of February, `14.02` may be a day of it."""
    started = document.times.get("started")
    month = started.at.astimezone(document.zone).month if started else 0
    return any(int(number) == month for number in re.findall(_DOTTED, written))


def _shows_24_hours(document: Document) -> bool:
    clocks = [entry.clock.start for entry in document.timeline if entry.clock is not None]
    return any(start is not None and (start.hour > _NOON or not start.hour) for start in clocks)


def _passes_midnight(entry: TimelineEntry, strict: str, document: Document) -> bool:
    """Read so, the row comes on the day after what is above: perhaps it is of the other half of that day."""
    started = document.times.get("started")
    clock = read_clock(strict)
    if started is None or clock is None or clock.day is not None:
        return False
    rows = document.timeline[: document.timeline.index(entry)]
    before = next((row.at for row in reversed(rows) if row.at is not None), started.at)
    [placed] = put_on_days([clock], before, document.zone)
    return placed is not None and placed.at.date() > before.astimezone(document.zone).date()
