"""A stretch of an incident's course to a strip: stems, the band of the phases, the axis.

A length across is in per cent and one downwards in em, so that the drawing takes any width and no text is distorted.
A pixel of the design is a twentieth of an em.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from incident_docs.site.pages.incident.timeline_course import Course, Phase
from incident_docs.site.pages.incident.timeline_pills import Pill, thinned
from incident_docs.site.pages.incident.timeline_points import Row
from incident_docs.site.pages.incident.timeline_scale import Scale, ticks

_THINNEST = 0.3
_CUTS_APART = 4
_EDGE = 2
PILL, _STEM, BAND, AXIS, _TEXT = 10, 24, 30, 44, 64
"""How far down they are: the middle of the pills, the top of the stems, the band, its end, the foot of the axis."""
TEXT_SIZE = 12


class Place(NamedTuple):
    """Where a strip is drawn, and what there is room for."""

    scale: Scale
    apart: int
    """The least distance of the axis's steps, in pixels."""
    hatching: str
    """The id of the pattern of what was undetected."""
    is_brief: bool = False
    """Days are named without their weekday."""


def strip(course: Course, place: Place, pills: Sequence[Pill]) -> str:
    """The part of a course that a scale holds, its top being that of its pills. Without pills it has no stems either."""
    scale = place.scale
    rows = list(thinned((row for row in course.rows if scale.holds(row.at)), scale, _CUTS_APART))
    stems = (*_stems(rows, scale), *_brackets(pills, scale)) if pills else ()
    return "".join(
        (
            *_line(course, scale),
            *_band(course, place),
            group(_cuts(rows, scale), "idoc-cuts"),
            *_axis(course, place),
            group(stems, "idoc-stems"),
        )
    )


@cache
def em(pixels: float, size: int = 20) -> str:
    """A length of the design, where an em has so many pixels."""
    return f"{round(pixels / size, 3):g}em"


def across(pixels: float, scale: Scale) -> str:
    """A place of the design as a share of the width."""
    return f"{round(pixels / scale.width * 100, 2):g}%"


def at(minute: int, scale: Scale) -> str:
    """The place of a moment as a share of the width."""
    return across(scale.pixels(min(max(minute, scale.start), scale.end)), scale)


# The theme sets the height of every picture in its stylesheet, which an attribute of that name does not overrule.
def tall(pixels: float) -> str:
    """The attributes of a picture that is so high."""
    return f' height="{em(pixels)}" style="height:{em(pixels)}"'


def group(parts: Iterable[str], classes: str) -> str:
    """Marks that look alike."""
    drawn = "".join(parts)
    return f'<g class="{classes}">{drawn}</g>' if drawn else ""


def upright(x: str, top: float, bottom: float, more: str = "") -> str:
    """A line downwards."""
    return f'<line x1="{x}" x2="{x}" y1="{em(top)}" y2="{em(bottom)}"{more}/>'


def anchored(anchor: str) -> str:
    """The attribute of a text that does not stand around its place, as all do in a drawing."""
    return "" if anchor == "middle" else f' text-anchor="{anchor}"'


def _level(start: str, end: str, y: float, more: str = "") -> str:
    return f'<line x1="{start}" x2="{end}" y1="{em(y)}" y2="{em(y)}"{more}/>'


def _line(course: Course, scale: Scale) -> Iterator[str]:
    """What lies before and after the incident."""
    middle = (BAND + AXIS) / 2
    for start, end in ((scale.start, course.start), (course.end, scale.end)):
        if start < end:
            yield _level(at(start, scale), at(end, scale), middle)


def _band(course: Course, place: Place) -> Iterator[str]:
    """The phases, each so wide that it can be seen: the shortest ones are drawn last."""
    scale = place.scale
    parts = [phase for phase in course.phases if phase.start < scale.end and phase.end > scale.start]
    for phase in sorted(parts, key=lambda phase: phase.start - phase.end):
        left = _share(phase.start, scale)
        width = max(_share(phase.end, scale) - left, _THINNEST)
        left = min(left, 100 - width)
        yield (
            f'<rect class="idoc-is-{phase.texture}" x="{round(left, 2):g}%" y="{em(BAND)}"'
            f' width="{round(width, 2):g}%" height="{em(AXIS - BAND)}"{_pattern(phase, place)}/>'
        )
    if not course.is_over and scale.holds(course.end):
        yield (
            f'<svg class="idoc-onward" x="{at(course.end, scale)}" y="{em(BAND)}" width="{em(10)}"'
            f'{tall(AXIS - BAND)} viewBox="0 0 10 14"><path d="M2 1v12l8-6z"/></svg>'
        )


def _share(minute: int, scale: Scale) -> float:
    return scale.pixels(min(max(minute, scale.start), scale.end)) / scale.width * 100


def _pattern(phase: Phase, place: Place) -> str:
    return f' fill="url(#{place.hatching})"' if phase.texture == "undetected" else ""


def _cuts(rows: Iterable[Row], scale: Scale) -> Iterator[str]:
    for row in rows:
        if _EDGE < scale.pixels(row.at) < scale.width - _EDGE:
            yield upright(at(row.at, scale), BAND, AXIS)


def _stems(rows: Iterable[Row], scale: Scale) -> Iterator[str]:
    """A row known only roughly has a dotted stem, one that lasts a line as long as it does."""
    for row in rows:
        yield upright(at(row.at, scale), _STEM, BAND, ' class="idoc-rough"' if row.is_rough else "")
        if row.until > row.at:
            yield _level(at(row.at, scale), at(row.until, scale), BAND - 1, ' class="idoc-span"')


def _brackets(pills: Iterable[Pill], scale: Scale) -> Iterator[str]:
    for pill in pills:
        if pill.first < pill.last:
            first, last = at(pill.first, scale), at(pill.last, scale)
            yield _level(first, last, _STEM) + upright(last, _STEM, BAND)


def _axis(course: Course, place: Place) -> Iterator[str]:
    known = list(ticks(place.scale, course.zone, place.apart, is_brief=place.is_brief))
    yield group((upright(at(tick.at, place.scale), AXIS, AXIS + 5) for tick in known), "idoc-course-ticks")
    for tick in known:
        if tick.text:
            more = anchored(tick.anchor) + (' class="idoc-midnight"' if tick.is_day else "")
            yield f'<text x="{at(tick.at, place.scale)}" y="{em(_TEXT, TEXT_SIZE)}"{more}>{tick.text}</text>'
