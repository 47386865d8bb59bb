"""Read clock times as people write them, and write them as the timeline does: `2:34 PM` to `14:34`, `14.02` to `14:02`.

Only what is written is used: a time whose zone or half of the day would have to be guessed stays unread.
"""

import re
from datetime import datetime, tzinfo

from incident_docs.document.model import Document, TimelineEntry
from incident_docs.document.times import put_on_days, read_clock, read_moment

_ROUGH = re.compile(r"(?i)(?:~|≈|ca?\.|ca\b|circa\b|approx\.|approx(?:imately)?\b|about\b|around\b)\s*")
_SPAN = re.compile(r"\s+(?:-|->|to|until|till)\s+|\s*[–—→]\s*|(?<=[:.]\d\d)-(?=\d)")
_POINT = re.compile(
    r"(?:(?P<day>\d{4}-\d\d-\d\d)(?:\s+at\s+|[Tt]|,?\s+))?"
    r"(?P<clock>\d.*?)"
    # What follows a minus may be the end of a span, unless seconds stand before it.
    r"\s*(?P<zone>[Zz]|(?:\+|(?<=:\d\d:\d\d)-)\d\d:?\d\d|[A-Z]{3,5})?"
)
_CLOCK = re.compile(
    r"(?i)(?P<hour>\d\d?)(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?)?\s*(?:(?P<half>[ap])\.?\s?m\.?|h|hrs?|hours)?"
)
_DIGITS = re.compile(r"(?i)(?P<hour>\d\d)(?P<minute>\d\d)\s*(?:h|hrs?|hours)?")
_HALF = re.compile(r"(?i)\d\s*[ap]\.?\s?m\b")
_UTC = ("Z", "UTC", "GMT")
_BARE = re.compile(r"(?<![\d:.-])(?:[1-9]|1[0-2])[:.h]\d\d")
_ONE_DIGIT = re.compile(r"(?<![\d:.-])[1-9][:.h]\d\d")
_DOTTED = re.compile(r"(?<![\d.])\d\d?\.(\d\d)(?![\d.:])")
_YEAR = re.compile(r"[~*_` ]*20\d\d[*_` ]*")
_NOON = 12


def clock_in_format(text: str, zone: tzinfo, started: datetime | None) -> str | None:
    """Write the time as the timeline of a document in this zone does; None if it is not clear.

    `started` tells which of its names the zone bears.
    """
    text = " ".join(text.split()).strip("*_` ")
    rough = _ROUGH.match(text)
    text = text[rough.end() :] if rough else text
    name = zone.tzname(started.astimezone(zone) if started else None) or ""
    read = _point(text, zone, name) or _span(text, zone, name)
    if read is None:
        return None
    read = f"~{read}" if rough else read
    return read if read_clock(read) else None


def _span(text: str, zone: tzinfo, name: str) -> str | None:
    parts = _SPAN.split(text)
    if len(parts) != 2:
        return None
    if len({_HALF.search(part) is None for part in parts}) > 1:
        # `1:50 - 2:05 PM` says it once: whether it is meant for both is a guess.
        return None
    start, end = (_point(part, zone, name) for part in parts)
    return f"{start}-{end}" if start and end else None


def _point(text: str, zone: tzinfo, name: str) -> str | None:
    match = _POINT.fullmatch(text)
    clock = _clock(match["clock"]) if match else None
    if match is None or clock is None:
        return None
    day, written = match["day"], (match["zone"] or "").upper()
    is_home = written in ("", name.upper()) or (written in _UTC and name == "UTC")
    if is_home:
        return f"{day} {clock}" if day else clock
    return _moved(day, clock, written, zone) if day else None


def _moved(day: str, clock: str, offset: str, zone: tzinfo) -> str | None:
    """The time from another zone, of which the offset is known."""
    if offset in _UTC:
        offset = "Z"
    elif ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    moment = read_moment(f"{day}T{clock}{offset}")
    form = "%Y-%m-%d %H:%M:%S" if clock.count(":") > 1 else "%Y-%m-%d %H:%M"
    return f"{moment.at.astimezone(zone):{form}}" if moment else None


def _clock(text: str) -> str | None:
    match = _CLOCK.fullmatch(text)
    if match is None or not (match["minute"] or match["half"]):
        digits = _DIGITS.fullmatch(text)
        return f"{digits['hour']}:{digits['minute']}" if digits else None
    hour = int(match["hour"])
    half = (match["half"] or "").lower()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif half == "a" or (half and not hour):
        return None
    second = f":{match['second']}" if match["second"] else ""
    return f"{hour:02d}:{match['minute'] or '00'}{second}"


def is_doubtful_clock(entry: TimelineEntry, strict: str, document: Document) -> bool:
    """Tell whether the row may mean another time than `strict`, which was read in it; ask `mixes_clocks` too."""
    written = entry.time.value
    if _HALF.search(written):
        return False
    if _YEAR.fullmatch(written) or _may_be_day(written, document):
        return True
    return (
        _ONE_DIGIT.search(written) is not None
        and not _shows_24_hours(document)
        and _passes_midnight(entry, strict, document)
    )


def mixes_clocks(document: Document) -> bool:
    """Tell whether some rows say AM or PM and others do not: beside `2:34 PM` nobody can tell what `3:10` means."""
    unread = [entry.time.value for entry in document.timeline if entry.clock is None]
    with_half = [written for written in unread if _HALF.search(written)]
    return bool(with_half) and any(_BARE.search(written) for written in unread if written not in with_half)


def _may_be_day(written: str, document: Document) -> bool:
    """In an incident of February, `14.02` may be a day of it."""
    started = document.times.get("started")
    month = started.at.astimezone(document.zone).month if started else 0
    return any(int(number) == month for number in _DOTTED.findall(written))


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
