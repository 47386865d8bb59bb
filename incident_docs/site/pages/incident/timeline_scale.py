"""Count time in minutes since 1970, give each minute its place on a line of so many pixels, and find the steps of its axis."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from typing import NamedTuple

from incident_docs.document.times import write_duration
from incident_docs.site.pages import dates

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
DAY = 24 * 60
_A_WEEK = 7 * DAY
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720)
_DAYS = (1, 2, 7, 14)
_MONTHS = (1, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)))
_MONTH = 30 * DAY
_LAST_YEAR = 9999
_APART = 6
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""How much of a text is to the left of its anchor."""


def minute_number(at: datetime) -> int:
    """Count the minutes from 1970 to the one that a moment lies in."""
    return (at - _EPOCH) // _MINUTE


def on_clock(at: int, zone: tzinfo) -> datetime:
    """Show a minute as the clocks of a zone do."""
    return (_EPOCH + at * _MINUTE).astimezone(zone)


def length_in_words(minutes: int) -> str:
    """Write a length of time, such as `1h 05m`."""
    return write_duration(minutes * _MINUTE)


def moment_in_words(at: datetime, lasts: int, *, is_rough: bool = False) -> str:
    """Write a moment: its time; its day, if what it is part of lasts (in minutes) longer than a week."""
    return dates.rough(dates.short_day(at.date()) if lasts > _A_WEEK else f"{at:%H:%M}", is_rough)


class Scale(NamedTuple):
    """A stretch of time and how wide it is drawn."""

    start: int
    end: int
    width: float
    """In pixels; the drawing may become wider."""

    def pixels(self, at: int) -> float:
        """Say how far from the left a minute is."""
        return (at - self.start) / (self.end - self.start) * self.width

    def place(self, at: int) -> str:
        """Say the same in per cent; a minute that is not part of the stretch is at its edge."""
        return self.share(self.pixels(min(max(at, self.start), self.end)))

    def share(self, pixels: float) -> str:
        """Write a length as a share of the width, in per cent."""
        return f"{round(pixels / self.width * 100, 2):g}"

    def includes(self, at: int) -> bool:
        return self.start <= at <= self.end


class Tick(NamedTuple):
    """A step of the axis with its label."""

    x: str
    """In per cent."""
    text: str
    """Empty where there is no room for it."""
    anchor: str
    """Which part of the text is at the step: its `middle`, at the edges its `start` or `end`."""
    is_day: bool
    """It is a midnight."""


def ticks(scale: Scale, zone: tzinfo, apart: int, *, is_brief: bool) -> Iterator[Tick]:
    """Choose the steps, which are at least so many pixels apart; a brief label of a day has no weekday."""
    taken = -float(_APART)
    for at, pattern in _steps(scale, zone, apart):
        clock = on_clock(at, zone)
        is_day = clock.hour == clock.minute == 0
        text = _day(clock, pattern, is_brief=is_brief) if is_day else f"{clock:%H:%M}"
        x, width = scale.pixels(at), text_width(text, is_bold=is_day)
        anchor = "start" if x < width / 2 else "end" if x > scale.width - width / 2 else "middle"
        left = x - width * _BEFORE[anchor]
        has_room = left >= taken + _APART
        taken = left + width if has_room else taken
        yield Tick(scale.place(at), text if has_room else "", anchor, is_day)


def text_width(text: str, *, is_bold: bool) -> float:
    """Estimate how wide a text is, in pixels. Fonts differ, so this is that of a wide one."""
    return len(text) * (6.8 if is_bold else 6.2)


def _day(at: datetime, pattern: str, *, is_brief: bool) -> str:
    if pattern:
        return f"{at:{pattern}}"
    return f"{at.day} {at:%b}" if is_brief else f"{at:%a} {at.day} {at:%b}"


def _steps(scale: Scale, zone: tzinfo, apart: int) -> Iterator[tuple[int, str]]:
    """Give the minutes of the steps, each with the form of its label if that is not a time or a day."""
    least = apart * (scale.end - scale.start) / scale.width
    if least <= _DAYS[-1] * DAY:
        yield from _by_minutes(
            scale, zone, next(step for step in (*_STEPS, *(n * DAY for n in _DAYS)) if step >= least)
        )
    else:
        yield from _by_months(scale, zone, next((n for n in _MONTHS if n * _MONTH >= least), _MONTHS[-1]))


def _by_minutes(scale: Scale, zone: tzinfo, step: int) -> Iterator[tuple[int, str]]:
    """Count as clocks do, from the first midnight, weeks from Monday: a day on which clocks change still has its 12:00."""
    first = on_clock(scale.start, zone).replace(tzinfo=None)
    midnight = first.replace(hour=0, minute=0)
    if step % (7 * DAY) == 0:
        midnight -= timedelta(days=midnight.weekday())
    count = -(-(first - midnight) // timedelta(minutes=step))
    before = scale.start - 1
    while (at := minute_number((midnight + timedelta(minutes=count * step)).replace(tzinfo=zone))) <= scale.end:
        # Where clocks are changed, two of their times are one, or a time comes twice.
        if at > before:
            yield at, ""
        before = max(before, at)
        count += 1


def _by_months(scale: Scale, zone: tzinfo, step: int) -> Iterator[tuple[int, str]]:
    first = on_clock(scale.start, zone)
    month = (first.year * 12 + first.month - 1) // step * step
    while month // 12 <= _LAST_YEAR:
        if month >= 12:
            at = minute_number(datetime(month // 12, month % 12 + 1, 1, tzinfo=zone))
            if at > scale.end:
                return
            if at >= scale.start:
                yield at, "%Y" if step % 12 == 0 else "%b %Y"
        month += step
