"""Place the marks above a drawn timeline: pills for rows, names for moments; those that would touch become one."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from incident_docs.site.pages.incident.timeline_course import CourseRow, MomentLabel
from incident_docs.site.pages.incident.timeline_scale import Scale, text_width

_PILLS_APART = 2
_LABELS_APART = 12
_NARROWEST = 22
_PADDING = 8
_ENLARGED_FROM = 4


class Pill(NamedTuple):
    """The numbers of one row or more."""

    first: int
    last: int
    """The earliest and the latest of their times."""
    low: int
    high: int
    """The lowest and the highest of their numbers."""
    rows: int
    text: str
    left: float
    """Where it begins, in pixels: around the middle of its rows, as far as the edges let it."""
    width: float


class Name(NamedTuple):
    """The names of one moment or more, in one text."""

    at: int
    """The first of the moments."""
    text: str
    is_one: bool

    def extent(self, scale: Scale) -> tuple[float, float]:
        """Say where the text begins and ends: around its moment, or from the first of them on, but always in sight."""
        width = text_width(self.text, is_bold=True)
        left = scale.pixels(self.at) - (width / 2 if self.is_one else 0)
        left = max(min(left, scale.width - width), 0)
        return left, left + width


def place_pills(rows: Iterable[CourseRow], scale: Scale) -> list[Pill]:
    """Place the pills of rows that are in order."""
    done: list[Pill] = []
    for row in rows:
        pill = _pill(scale, (row.at, row.at), (row.number, row.number), 1)
        while done and done[-1].left + done[-1].width + _PILLS_APART > pill.left:
            before = done.pop()
            numbers = min(before.low, pill.low), max(before.high, pill.high)
            pill = _pill(scale, (before.first, pill.last), numbers, before.rows + pill.rows)
        done.append(pill)
    return done


def _pill(scale: Scale, times: tuple[int, int], numbers: tuple[int, int], rows: int) -> Pill:
    (first, last), (low, high) = times, numbers
    text = str(low) if rows == 1 else f"{low}–{high}"
    width = max(_NARROWEST, _PADDING + text_width(text, is_bold=True))
    left = (scale.pixels(first) + scale.pixels(last) - width) / 2
    return Pill(first, last, low, high, rows, text, min(max(left, 0), scale.width - width), width)


def pill_to_enlarge(pills: Iterable[Pill]) -> Pill | None:
    """Choose the fullest one, if it hides many rows and a closer look would part them."""
    worth = (pill for pill in pills if pill.rows >= _ENLARGED_FROM and pill.first < pill.last)
    return max(worth, key=lambda pill: pill.rows, default=None)


def place_names(labels: Iterable[MomentLabel], scale: Scale) -> list[Name]:
    """Place the names of moments that are in order."""
    done: list[Name] = []
    for label in labels:
        name = Name(label.at, label.text, is_one=True)
        while done and done[-1].extent(scale)[1] + _LABELS_APART > name.extent(scale)[0]:
            before = done.pop()
            name = Name(before.at, f"{before.text} · {name.text}", is_one=False)
        done.append(name)
    return done


def thinned(rows: Iterable[CourseRow], scale: Scale, apart: float) -> Iterator[CourseRow]:
    """Leave out rows that are fewer pixels than that from the one before."""
    taken = None
    for row in rows:
        x = scale.pixels(row.at)
        if taken is None or x - taken >= apart:
            taken = x
            yield row
