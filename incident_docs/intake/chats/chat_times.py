"""Read the times that people and programs write: any order of day and month, clocks of 12 and of 24 hours, and instants."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple

from incident_docs.document.times import time_zone
from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.chats.message import Setting

_CLOCK = r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{1,2}))(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?(?:\s*(?P<half>[AaPp])\.?[Mm]\.?)?"
_HOUR = r"(?P<only_hour>\d{1,2})\s*(?P<only_half>[AaPp])\.?[Mm]\.?"
CLOCK = rf"(?:{_CLOCK}|{_HOUR})(?:\s+Uhr|\s*h(?![a-z]))?"
_NUMBERS = r"(?P<first>\d{1,4})(?P<mark>[./-])(?P<second_number>\d{1,2})(?:[./-](?P<third>\d{2,4})?)?"
_MONTH = r"(?P<name>[A-Za-zäÄ]{3,9})\.?"
_NAMED = rf"(?:{_MONTH}\s+(?P<named_day>\d{{1,2}})(?:st|nd|rd|th)?|(?P<day_first>\d{{1,2}})(?:(?:st|nd|rd|th|\.)?\s+(?:of\s+)?|-)(?P<name_behind>[A-Za-zäÄ]{{3,9}})\.?)"
_WEEKDAY = r"(?:[A-Za-z]{2,10}\.?,?\s+)?"
_ZONE = r"(?P<zone>Z|[A-Z]{3,5}|(?:UTC|GMT)?[+-]\d\d?:?(?:\d\d)?|[A-Z][a-z]+/[A-Z]\w+)"
_CLOCK_TEXT = re.compile(
    rf"(?P<rough>~|ca\.?\s*|about\s+|≈)?\s*{CLOCK}(?:\s*[-–]\s*~?(?P<until>\d{{1,2}}[:.]\d\d(?:\s*[AaPp][Mm])?))?(?:\s*\(?{_ZONE}\)?)?"
)
_DATE_TEXT = re.compile(rf"{_WEEKDAY}(?:{_NUMBERS}|{_NAMED}(?:,?\s+(?P<year>\d{{4}})|-(?P<dashed_year>\d{{4}}|\d\d))?)")
_BOTH = re.compile(r"(?P<date>.*?\d.*?)(?:,?\s+(?:at\s+|um\s+)?|T)(?P<clock>~?\d{1,2}(?:[:.]\d|\s*[AaPp]\.?[Mm]).*)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_GERMAN = {"mär": 3, "mrz": 3, "mai": 5, "okt": 10, "dez": 12}
_OFFSETS = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2, "EEST": 3,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "JST": 9, "AEST": 10, "AEDT": 11,
}  # fmt: skip
_NAMED_ZONE = re.compile(r" ([A-Z]{2,5})$")
_LONGEST = 60
_HALF_A_DAY = timedelta(hours=12)


class Written(NamedTuple):
    """A time as it is written: an instant, or a clock time with or without its day."""

    at: datetime | None = None
    """With a zone; None where only a clock time is written."""
    day: date | None = None
    clock: time | None = None
    zone: tzinfo | None = None
    until: str = ""
    """The clock time at the end of a span."""
    is_rough: bool = False
    is_of_12_hours: bool = False
    """It says which half of the day it is in."""


def read_time(text: str, setting: Setting) -> Written | None:
    """Read an instant, a day with a clock time, or a clock time; None if it is none of them."""
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    named = _NAMED_ZONE.search(text)
    at = None if named and named[1] not in {"UTC", "GMT"} else read_instant(text)
    if at is not None:
        return Written(at) if at.tzinfo else Written(day=at.date(), clock=at.time())
    alone = _read_clock(text)
    if alone is not None:
        return alone
    both = _BOTH.fullmatch(text)
    if both is None:
        return None
    day, clock = read_day(both["date"], setting.day), _read_clock(both["clock"])
    return None if day is None or clock is None else clock._replace(day=day)


def read_day(text: str, near: date) -> date | None:
    """Read a day in any order of its parts: of the two that it may be, the one that is nearer to another day."""
    match = _DATE_TEXT.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if match is None:
        return None
    found = [day for parts in _orders(match, near) if (day := _day(*parts))]
    return min(found, key=lambda day: abs(day - near), default=None)


def _orders(match: re.Match[str], near: date) -> list[tuple[int, int, int]]:
    name = match["name"] or match["name_behind"]
    if name:
        month = name[:3].casefold()
        number = _GERMAN.get(month) or (_MONTHS.index(month) + 1 if month in _MONTHS else 0)
        day = int(match["named_day"] or match["day_first"])
        return [(year, number, day) for year in _years(match["year"] or match["dashed_year"], near)]
    first, second = int(match["first"]), int(match["second_number"])
    if len(match["first"]) == 4:
        return [(first, second, int(match["third"] or 0))]
    years = _years(match["third"], near)
    day_first = [(year, second, first) for year in years]
    return day_first if match["mark"] == "." else [*day_first, *((year, first, second) for year in years)]


def _years(written: str | None, near: date) -> list[int]:
    if written:
        return [int(written) + (2000 if len(written) == 2 else 0)]
    return [near.year - 1, near.year, near.year + 1]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1970 < year < 2200 else None
    except ValueError:
        return None


def _read_clock(text: str) -> Written | None:
    match = _CLOCK_TEXT.fullmatch(text)
    if match is None:
        return None
    zone = read_zone(match["zone"]) if match["zone"] else None
    if match["zone"] and zone is None:
        return None
    half = match["half"] or match["only_half"] or ""
    hour = int(match["hour"] or match["only_hour"])
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half in "Pp" else 0)
    try:
        clock = time(hour, int(match["minute"] or 0), int(match["second"] or 0))
    except ValueError:
        return None
    return Written(
        clock=clock, zone=zone, until=match["until"] or "", is_rough=bool(match["rough"]), is_of_12_hours=bool(half)
    )


def read_zone(text: str) -> tzinfo | None:
    """Read `UTC`, `CET`, `+01:00`, `UTC+1` or `Europe/Berlin`; None if it is no zone that is known."""
    name = text.strip().strip("()")
    if name.upper() in _OFFSETS:
        return timezone(timedelta(hours=_OFFSETS[name.upper()]))
    offset = re.fullmatch(r"(?:UTC|GMT)?([+-])(\d\d?):?(\d\d)?", name)
    if offset is None:
        return time_zone(name) if "/" in name else None
    length = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
    return timezone(-length if offset[1] == "-" else length) if length < timedelta(hours=24) else None


class Calendar:
    """Puts clock times on days, one after the other: a step back of half a day or more is the next day."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._last: datetime | None = None
        self._is_of_12_hours = False
        self.is_guessed = False
        """A time had no day."""

    def _in_its_half(self, written: Written) -> time:
        """Behind `12:10 AM`, a bare `12:11` is of that half of the day, or of the next one."""
        clock = written.clock or time.min
        if written.is_of_12_hours or self._last is None or not (self._is_of_12_hours and 1 <= clock.hour <= 12):
            self._is_of_12_hours = written.is_of_12_hours
            return clock
        early = clock.replace(hour=clock.hour % 12)
        return early if early >= self._last.time() else clock.replace(hour=clock.hour % 12 + 12)

    def new_day(self, day: date) -> None:
        """Go on with another day."""
        self._last = datetime.combine(day, time.min)

    def put(self, written: Written) -> datetime:
        """Give the instant in UTC."""
        if written.at is not None:
            return written.at.astimezone(UTC)
        clock = self._in_its_half(written)
        if written.day is not None:
            at = datetime.combine(written.day, clock)
        else:
            self.is_guessed = self.is_guessed or self._last is None
            at = datetime.combine(self._last.date() if self._last else self._setting.day, clock)
            if self._last is not None and self._last - at >= _HALF_A_DAY:
                at += timedelta(days=1)
        self._last = at
        return at.replace(tzinfo=written.zone or self._setting.zone).astimezone(UTC)
