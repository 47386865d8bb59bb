"""A stretch of time to places on a line of so many pixels, and to the steps of its axis."""

from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple

from incident_docs.site.pages.incident.timeline_minutes import DAY, local, minutes

_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720)
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)))
_MONTH = 30 * DAY
_LAST_YEAR = 9999
_APART = 6
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""How much of a text stands to the left of its anchor."""


class Scale(NamedTuple):
    """From a minute to another, drawn so wide."""

    start: int
    end: int
    width: float
    """In pixels; the drawing may become wider."""

    def pixels(self, at: int) -> float:
        """How far from the left."""
        return (at - self.start) / (self.end - self.start) * self.width

    def holds(self, at: int) -> bool:
        return self.start <= at <= self.end


class Tick(NamedTuple):
    """A step of the axis."""

    at: int
    text: str
    """Empty where there is no room for it."""
    anchor: str
    """Which part of the text stands at the step: its `middle`, at the edges its `start` or `end`."""
    is_day: bool
    """It is a midnight."""


def ticks(scale: Scale, zone: tzinfo, apart: int, *, is_brief: bool) -> Iterator[Tick]:
    """The steps, which are at least so many pixels apart."""
    taken = -float(_APART)
    for at, pattern in _steps(scale, zone, apart):
        clock = local(at, zone)
        is_day = clock.hour == clock.minute == 0
        text = _day(clock, pattern, is_brief=is_brief) if is_day else f"{clock:%H:%M}"
        x, width = scale.pixels(at), text_width(text, is_bold=is_day)
        anchor = "start" if x < width / 2 else "end" if x > scale.width - width / 2 else "middle"
        left = x - width * _BEFORE[anchor]
        has_room = left >= taken + _APART
        taken = left + width if has_room else taken
        yield Tick(at, text if has_room else "", anchor, is_day)


def text_width(text: str, *, is_bold: bool) -> float:
    """About how wide a text in a drawing is. Fonts differ, so this is that of a wide one."""
    return len(text) * (6.8 if is_bold else 6.2)


def _day(at: datetime, pattern: str, *, is_brief: bool) -> str:
    if pattern:
        return f"{at:{pattern}}"
    return f"{at.day} {at:%b}" if is_brief else f"{at:%a} {at.day} {at:%b}"


def _steps(scale: Scale, zone: tzinfo, apart: int) -> Iterator[tuple[int, str]]:
    """The moments, each with the form of its label if it is not that of a time or a day."""
    least = apart * (scale.end - scale.start) / scale.width
    if least <= _DAYS[-1] * DAY:
        yield from _by_minutes(
            scale, zone, next(step for step in (*_STEPS, *(n * DAY for n in _DAYS)) if step >= least)
        )
    else:
        yield from _by_months(scale, zone, next((n for n in _MONTHS if n * _MONTH >= least), _MONTHS[-1]))


def _by_minutes(scale: Scale, zone: tzinfo, step: int) -> Iterator[tuple[int, str]]:
    """Counted as clocks show them, from the first midnight, weeks from Monday: a day with another offset still has its 12:00."""
    first = local(scale.start, zone).replace(tzinfo=None)
    midnight = first.replace(hour=0, minute=0)
    if step % (7 * DAY) == 0:
        midnight -= timedelta(days=midnight.weekday())
    count = -(-(first - midnight) // timedelta(minutes=step))
    before = scale.start - 1
    while (at := minutes((midnight + timedelta(minutes=count * step)).replace(tzinfo=zone))) <= scale.end:
        # Where clocks are changed, two of their times are one, or a time comes twice.
        if at > before:
            yield at, ""
        before = max(before, at)
        count += 1


def _by_months(scale: Scale, zone: tzinfo, step: int) -> Iterator[tuple[int, str]]:
    first = local(scale.start, zone)
    month = (first.year * 12 + first.month - 1) // step * step
    while month // 12 <= _LAST_YEAR:
        if month >= 12:
            at = minutes(datetime(month // 12, month % 12 + 1, 1, tzinfo=zone))
            if at > scale.end:
                return
            if at >= scale.start:
                yield at, "%Y" if step % 12 == 0 else "%b %Y"
        month += step
