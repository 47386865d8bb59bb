"""Moments to minutes since 1970, which can be counted and drawn, and back to what clocks and calendars show."""

from datetime import UTC, datetime, timedelta, tzinfo

from incident_docs.document.times import write_duration
from incident_docs.site.pages import dates

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
DAY = 24 * 60
_A_WEEK = 7 * DAY


def minutes(at: datetime) -> int:
    """The minute that a moment lies in."""
    return (at - _EPOCH) // _MINUTE


def local(at: int, zone: tzinfo) -> datetime:
    """A minute as the clocks of a zone show it."""
    return (_EPOCH + at * _MINUTE).astimezone(zone)


def length(minutes: int) -> str:
    """A length of time in words."""
    return write_duration(minutes * _MINUTE)


def spoken(at: datetime, lasts: int, *, is_rough: bool = False) -> str:
    """A moment in so many minutes: its time, or its day where there are weeks of them."""
    return dates.rough(dates.short_day(at.date()) if lasts > _A_WEEK else f"{at:%H:%M}", is_rough)
