"""Write days, clock times and lengths of time as readers of the site see them."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from incident_docs.document.times import Moment, write_duration


class Stamp(NamedTuple):
    """A time or a day as readers see it, and as programs do."""

    text: str
    instant: str


def stamp(text: str, at: datetime) -> Stamp:
    """Put the instant beside what readers see of it."""
    return Stamp(text, at.isoformat(timespec="seconds"))


def short_day(day: date) -> str:
    """Write a day as `21 Oct 2018`."""
    return f"{day.day} {day:%b %Y}"


def full_day(day: date) -> str:
    """Write a day as `21 October 2018`."""
    return f"{day.day} {day:%B %Y}"


def long_day(day: date) -> str:
    """Write a day as `Sunday 21 October 2018`."""
    return f"{day:%A} {day.day} {day:%B %Y}"


def length(end: Moment, start: Moment) -> str:
    """Say how long it is between two moments, with a `~` if either is known only roughly; empty if they contradict each other."""
    if end.at < start.at:
        return ""
    return rough(write_duration(end.at - start.at), start.approximate or end.approximate)


def rough(text: str, is_rough: bool) -> str:
    """Mark a time or a length that is known only roughly."""
    return f"~{text}" if is_rough else text


def elapsed(since: timedelta, *, is_rough: bool) -> str:
    """Say how far a moment is from the start: `0m`, `+1h 13m`, `+~5h 00m`, `−5m` before it."""
    sign = "" if not since else "+" if since > timedelta() else "−"
    return sign + rough(write_duration(abs(since)), is_rough)
