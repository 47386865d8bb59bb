"""Read dates and date-times as people write them: `March 3, 2026` as `2026-03-03`, `2026-03-04 14:02` as RFC 3339.

Only what is written is used: `03/04/2026` is a day of March to some and of April to others, and stays unread.
"""

import re
from datetime import date, datetime, tzinfo

from incident_docs.document.times import Moment, read_moment

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_LEADING = re.compile(r"(?i)^(?:(?:by|on|due|until)\b:?\s*)*(?:(?:mon|tues?|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?")
_TRAILING = re.compile(r"\s*\([^()]*\)$")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(rf"(?i)\b(?:{'|'.join(_WEEKDAYS)})")
_WITH_CLOCK = re.compile(r"\d{4}([-/.])\d\d?\1\d\d?[T ]\d")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d\d?)\2(\d\d?)(?:[T ]\d\d:?\d\d.*)?")
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)")
_NUMBERS = re.compile(r"(\d\d?)([./-])(\d\d?)\2(\d{4})")
_DAY_FIRST = re.compile(r"(?i)(\d\d?)(?:st|nd|rd|th)?(?:\s+of)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4})")
_MONTH_FIRST = re.compile(r"(?i)([a-z]{3,9})\.?\s+(\d\d?)(?:st|nd|rd|th)?,?\s+(\d{4})")
_LOOSE = re.compile(
    r"(?P<rough>~?)\s*(?P<day>\d{4}-\d\d-\d\d)(?:[Tt]|,?\s+)"
    r"(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<offset>[Zz]|UTC|GMT|(?P<sign>[+-])(?P<hours>\d\d?)(?::?(?P<minutes>\d\d))?)?"
)


def date_in_format(text: str) -> str | None:
    """Write the day as ISO 8601 does; None if it is not clear."""
    text = _TRAILING.sub("", " ".join(text.split())).strip("*_` ")
    text = _LEADING.sub("", text)
    if match := _YEAR_FIRST.fullmatch(text):
        return _date(match[1], match[3], match[4])
    if match := _DIGITS.fullmatch(text):
        return _date(*match.groups())
    if match := _NUMBERS.fullmatch(text):
        return _numbers(match)
    if match := _DAY_FIRST.fullmatch(text):
        return _date(match[3], _month(match[2]), match[1])
    if match := _MONTH_FIRST.fullmatch(text):
        return _date(match[3], _month(match[1]), match[2])
    return None


def is_doubtful_date(text: str, day: str) -> bool:
    """Tell whether more is written than `day`, which was read in it, or something that may mean another one."""
    weekday = _WEEKDAY.search(text)
    numbers = _NUMBERS.search(text)
    return (
        "(" in text
        or _WITH_CLOCK.search(text) is not None
        or (weekday is not None and weekday[0].lower() != _WEEKDAYS[date.fromisoformat(day).weekday()])
        or (numbers is not None and numbers[1] != numbers[3] and int(numbers[1]) <= len(_MONTHS) >= int(numbers[3]))
    )


def _numbers(match: re.Match[str]) -> str | None:
    first, mark, second, year = match.groups()
    if mark == ".":
        # With dots, the day is written first wherever dates are written so.
        return _date(year, second, first)
    readings = {_date(year, second, first), _date(year, first, second)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _month(name: str) -> int:
    """The number of the month; 0 if it is none."""
    return next((number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.lower())), 0)


def _date(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def moment_in_format(text: str, zone: tzinfo) -> str | None:
    """Write the date-time with its offset, that of the zone where none is written; None if it is not clear."""
    match = _LOOSE.fullmatch(text.strip())
    if match is None:
        return None
    bare = f"{match['day']}T{match['hour']:0>2}:{match['minute']}:{match['second'] or '00'}"
    if match["offset"]:
        moment = read_moment(f"{match['rough']}{bare}{_offset(match)}")
    else:
        moment = _in_zone(bare, zone, is_rough=bool(match["rough"]))
    return str(moment) if moment else None


def looks_like_moment(text: str) -> bool:
    """Tell whether it is written like a date-time, if perhaps of a day that does not exist."""
    return _LOOSE.fullmatch(text.strip()) is not None


def has_offset(text: str) -> bool:
    """Tell whether the offset is written, in whatever form."""
    match = _LOOSE.fullmatch(text.strip())
    return match is not None and match["offset"] is not None


def _offset(match: re.Match[str]) -> str:
    return f"{match['sign']}{match['hours']:0>2}:{match['minutes'] or '00'}" if match["sign"] else "Z"


def _in_zone(bare: str, zone: tzinfo, *, is_rough: bool) -> Moment | None:
    try:
        at = datetime.fromisoformat(bare).replace(tzinfo=zone)
    except ValueError:
        return None
    # Read again: what we offer must be readable, whatever the zone's offset was in that year.
    return read_moment(str(Moment(at, approximate=is_rough)))
