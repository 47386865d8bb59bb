"""Read and write moments, clock times, spans and durations.

Moments are instants with a zone; nothing here reads the clock.
"""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import NamedTuple

_MOMENT = re.compile(r"(~?)(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|z|[+-]\d\d:\d\d)")
_CLOCK = re.compile(
    r"(?P<approximate>~?)"
    r"(?:(?P<date>\d{4}-\d\d-\d\d)(?:[ T]+(?=\d))?)?"
    r"(?:(?P<start>\d\d:\d\d(?::\d\d)?)(?:\s*[-–]\s*~?(?P<end>\d\d:\d\d(?::\d\d)?))?"
    r"(?: ?(?P<zone>[A-Z]{2,5}|(?:UTC)?[+-]\d\d:\d\d))?)?"
)
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_YESTERDAY = re.compile(r"^yesterday ", re.IGNORECASE)
_DURATION = re.compile(r"(?:(\d+)d)?\s*(?:(\d+)h)?\s*(?:(\d+)m)?")
_HALF_A_DAY = timedelta(hours=12)
_A_DAY = timedelta(days=1)
_LONGEST_AGO = timedelta(days=36_500)


class Moment(NamedTuple):
    """One of the frontmatter's times."""

    at: datetime
    """The instant, with a zone."""
    approximate: bool = False
    """Written with a `~`: known only roughly."""

    def __str__(self) -> str:
        text = self.at.isoformat(timespec="seconds").replace("+00:00", "Z")
        return f"~{text}" if self.approximate else text


class Clock(NamedTuple):
    """What a timeline row's time cell says, before it is put on a day."""

    start: time | None
    """None where only the day is known."""
    end: time | None = None
    """The end of a span."""
    day: date | None = None
    """The day, where the row writes it out."""
    approximate: bool = False
    zone: str = ""
    """An abbreviation or an offset, as in `02:20 CET` or `02:20+01:00`, which tells two times of the hour that comes twice."""


class Instant(NamedTuple):
    """A timeline row's time, put on a day."""

    at: datetime
    """With a zone; midnight where only the day is known."""
    until: datetime | None
    """The end of a span."""


def read_moment(text: str) -> Moment | None:
    """Read an RFC 3339 date-time with an offset, `~` before it for a rough one; None if it is not one."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    rough, day, clock, offset = match.groups()
    try:
        at = datetime.fromisoformat(f"{day}T{clock[:15]}{offset.upper()}")
    except ValueError:
        return None
    return Moment(at, approximate=bool(rough)) if _has_neighbours(at) else None


def read_iso_date(text: str) -> date | None:
    """Read `2026-03-05`; None if it is no such date."""
    if not _ISO_DATE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def read_past_time(text: str, now: datetime, zone: tzinfo) -> Moment | None:
    """Read a time that is past: a moment, `14:02` (the last time that a clock showed it), `yesterday 23:50`, `20m` (that long ago).

    Of the hour that comes twice it is the first time, unless the zone is said, as in `02:20 CET`.
    """
    length = read_duration(text)
    if length is not None:
        return Moment((now - min(length, _LONGEST_AGO)).replace(second=0, microsecond=0))
    moment = read_moment(text)
    if moment is not None:
        return moment
    today = now.astimezone(zone).date()
    written = read_clock(_YESTERDAY.sub(f"{today - _A_DAY} ", text))
    if written is None or written.start is None or written.end is not None:
        return None
    at = put_on_day(written, today, zone)
    if at is not None and written.day is None and at > now:
        at = put_on_day(written, today - _A_DAY, zone)
    return None if at is None else Moment(at.astimezone(UTC), written.approximate)


def read_clock(text: str) -> Clock | None:
    """Read `14:02`, `14:02:30`, `~14:02`, `14:05-14:20`, `2026-03-05 00:10` or `2026-03-05`; None if it is none of them."""
    match = _CLOCK.fullmatch(text)
    if match is None or not (match["date"] or match["start"]):
        return None
    try:
        day = date.fromisoformat(match["date"]) if match["date"] else None
        start = time.fromisoformat(match["start"]) if match["start"] else None
        end = time.fromisoformat(match["end"]) if match["end"] else None
    except ValueError:
        return None
    if day is not None and not _has_neighbours(day):
        return None
    return Clock(start, end, day, approximate=bool(match["approximate"]), zone=match["zone"] or "")


def _has_neighbours(day: date) -> bool:
    """The days before and after can be written too, so that another zone's day can be."""
    return date.min.year < day.year < date.max.year


def put_on_days(clocks: list[Clock | None], started: datetime, zone: tzinfo) -> list[Instant | None]:
    """Put each row of a timeline on its day.

    The clock starts on the day of `started`.  Rows carry no date, so a step back of half a day or more is read
    as midnight passing.  A row that writes its day out moves the clock there, unless it lies before `started`:
    a cause that came before does not say what day it is now.
    """
    begin = started.astimezone(zone)
    last = begin.replace(second=0, microsecond=0)
    placed: list[Instant | None] = []
    for entry in clocks:
        if entry is None:
            placed.append(None)
            continue
        day = entry.day or last.astimezone(zone).date()
        at = put_on_day(entry, day, zone)
        if at is not None and entry.day is None and last - at >= _HALF_A_DAY:
            day += _A_DAY
            at = put_on_day(entry, day, zone)
        # Only there does a clock time need its zone.
        if at is None or (entry.zone and not is_twice(at.astimezone(zone))):
            placed.append(None)
            continue
        until = None if entry.end is None else _on(day, entry.end, at.tzinfo or zone)
        if until is not None and until < at:
            until = _on(day + _A_DAY, entry.end, at.tzinfo or zone)
        placed.append(Instant(at, until))
        if at >= last or (entry.day is not None and day >= begin.date()):
            last = at
    return placed


def put_on_day(clock: Clock, day: date, zone: tzinfo) -> datetime | None:
    """Give the instant at which the clocks of a zone show this on a day; None if the zone that the clock time names is another.

    Where the clock time names its zone, the instant has the offset of that: within one zone, Python would compare the two
    times of an hour that comes twice by their clocks.
    """
    at = _on(clock.day or day, clock.start, zone)
    if not clock.zone:
        return at
    for each in (at, at.replace(fold=1)):
        offset = each.isoformat()[-6:]
        if clock.zone in {each.strftime("%Z"), offset, f"UTC{offset}"}:
            return each.replace(tzinfo=timezone(each.utcoffset() or timedelta(), clock.zone), fold=0)
    return None


def zone_text(at: datetime) -> str:
    """Write the zone behind a clock time, as in ` CET`, or ` UTC-04:00` for a zone without an abbreviation."""
    name = at.strftime("%Z")
    # Without `UTC`, an offset behind a time would be the end of a span.
    return f" {name}" if name.isalpha() else f" UTC{at.isoformat()[-6:]}"


def is_twice(at: datetime) -> bool:
    """Tell whether clocks show this time twice, as they are put back."""
    first, second = (at.replace(fold=fold).utcoffset() for fold in (0, 1))
    # Where clocks are put forward, it is the other way round.
    return first is not None and second is not None and first > second


def _on(day: date, at: time | None, zone: tzinfo) -> datetime:
    return datetime.combine(day, at or time.min, zone)


@lru_cache
def time_zone(name: str) -> tzinfo | None:
    """Find the zone of this IANA name; None if there is none."""
    if name == "UTC":
        return UTC
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - most incidents are written in UTC

    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return None


def write_duration(length: timedelta) -> str:
    """Write a length of time as `12m`, `1h 08m` or `2d 03h 05m`, rounded down to whole minutes."""
    minutes = int(length.total_seconds() // 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    if days:
        return f"{days}d {hours:02d}h {minutes:02d}m"
    return f"{hours}h {minutes:02d}m" if hours else f"{minutes}m"


def read_duration(text: str) -> timedelta | None:
    """Read what `write_duration` writes, spaces and leading zeros being free; None if it is no duration."""
    match = _DURATION.fullmatch(text.strip())
    if match is None or not any(match.groups()):
        return None
    try:
        days, hours, minutes = (int(group or 0) for group in match.groups())
        return timedelta(days=days, hours=hours, minutes=minutes)
    except (OverflowError, ValueError):
        # Python reads no number of more than 4,300 digits.
        return None


def write_minute(at: datetime, zone: tzinfo) -> str:
    """Write an instant as `2026-03-04 14:02 UTC`."""
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M %Z")
