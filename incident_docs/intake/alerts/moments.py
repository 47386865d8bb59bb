"""Read the moments of alerts: ISO 8601 in all its forms, and counts of seconds, milli-, micro- or nanoseconds."""

import re
from datetime import UTC, datetime

_NUMBER = re.compile(r"\d{9,20}(?:\.\d*)?")
_GO = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?) ?([+-]\d{4}|Z)?(?: [A-Z]{2,5})?(?: m=.*)?")
_DOTTED_OR_SLASHED = re.compile(r"(\d{4})[./](\d\d)[./](\d\d)(?=[ T])")
_MAIL = re.compile(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} ")
_SHORTEST = len("20260304T1402")
_SECONDS = (10**8, 7 * 10**9)
_FIRST_YEAR, _LAST_YEAR = 1971, 2200
"""Services write the year 1 or 1970 where nothing has happened yet."""


def read_instant(value: object) -> datetime | None:
    """Read a moment; None if it is none, or one that means `not yet`. It has no zone where none is written."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return _since_1970(value)
    if not isinstance(value, str):
        return None
    text = value.strip()
    if _NUMBER.fullmatch(text):
        return _since_1970(float(text))
    at = _of_iso(text) or _of_mail(text)
    return at if at and _FIRST_YEAR <= at.year <= _LAST_YEAR else None


def _since_1970(count: float) -> datetime | None:
    """Read a count; which unit it is of can be told from its size."""
    for unit in (1, 10**3, 10**6, 10**9):
        if _SECONDS[0] * unit <= count < _SECONDS[1] * unit:
            return datetime.fromtimestamp(count // unit, UTC)
    return None


def _of_iso(text: str) -> datetime | None:
    text = _DOTTED_OR_SLASHED.sub(r"\1-\2-\3", text)
    go = _GO.fullmatch(text)
    if go:
        text = f"{go[1]}T{go[2]}{go[3] or ('Z' if text.endswith(('UTC', 'GMT')) else '')}"
    try:
        return datetime.fromisoformat(text) if len(text) >= _SHORTEST else None
    except ValueError:
        return None


def _of_mail(text: str) -> datetime | None:
    if not _MAIL.match(text):
        return None
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - hardly any service writes so, and it loads slowly

    try:
        return parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
