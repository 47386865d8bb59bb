"""Work out where phases, moments and rows are on a drawn timeline; `macros/timeline.html` draws them.

It is worked out for three widths, of which the stylesheet shows the one that there is room for; the narrowest has no
names and no pills. Places and widths are shares of the width in per cent, written as texts, so that the drawing takes
any width and no text in it is distorted.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incident_docs.site.pages.incident.timeline_course import Course, Phase
from incident_docs.site.pages.incident.timeline_marks import Pill, pill_to_enlarge, place_names, place_pills, thinned
from incident_docs.site.pages.incident.timeline_scale import (
    Scale,
    Tick,
    length_in_words,
    moment_in_words,
    on_clock,
    ticks,
)

_WIDTHS = {"wide": 880, "middle": 650}
_NARROW = 330
"""In pixels."""
_TICKS_APART, _TICKS_APART_ON_NARROW = 74, 78
_CUTS_APART = 4
_EDGE = 2
_THINNEST = 0.003
"""Of the width: no phase is too short to be seen."""
_INSET = 12
_MARGIN = 0.04
"""What an enlarged strip shows beside its rows, as a share of them."""
_TEXT_SIZE = 12


class DrawnPill(NamedTuple):
    """A link to the first of its rows."""

    row: int
    text: str
    x: str
    """Of its middle."""
    width: str
    """In em."""


class Strip(NamedTuple):
    """The band of the phases, its axis, the stems of the rows."""

    lines: list[tuple[str, str]]
    """What lies before and after the incident."""
    phases: list[tuple[str, str, str]]
    """Each with its texture, where it begins, and its width; the shortest last, so that they are on top."""
    onward: str
    """Where the arrow is that says that the incident goes on; empty if it is over, or goes on elsewhere."""
    cuts: list[str]
    """Of the band, by its rows."""
    ticks: list[Tick]
    rows: list[tuple[str, bool, str]]
    """Each with the place of its stem, whether its time is rough, and where it ends; empty unless it is a span."""
    pills: list[DrawnPill]
    brackets: list[tuple[str, str]]
    """Where the first and the last row of each pill are that has several."""


class Enlarged(NamedTuple):
    """The rows of a pill, drawn as wide as all of them."""

    title: str
    left: str
    right: str
    """Where these rows are."""
    inset: str
    width: str
    strip: Strip


class Form(NamedTuple):
    """The drawing for a width."""

    name: str
    strip: Strip
    moments: list[str]
    names: list[tuple[str, str, str]]
    """Of the moments, each with its place, which part of the text is there (`start`, `middle`, `end`), and its text."""
    enlarged: Enlarged | None


class Drawing(NamedTuple):
    """The drawing for each width, and what its legend says."""

    phases: tuple[Phase, ...]
    notes: tuple[str, ...]
    is_hatched: bool
    """Something was undetected."""
    forms: list[Form]
    narrow: Strip


def draw_timeline(course: Course) -> Drawing:
    """Work out the drawing of an incident's course."""
    at = [row.at for row in course.rows]
    start, end = min([course.start, *at[:1]]), max([course.end, *at[-1:]])
    return Drawing(
        course.phases,
        course.notes,
        any(phase.texture == "undetected" for phase in course.phases),
        [_form(name, course, Scale(start, end, width)) for name, width in _WIDTHS.items()],
        _strip(course, Scale(start, end, _NARROW), (), ticks_apart=_TICKS_APART_ON_NARROW, is_brief=True),
    )


def _form(name: str, course: Course, scale: Scale) -> Form:
    pills = place_pills(course.rows, scale)
    fullest = pill_to_enlarge(pills)
    return Form(
        name,
        _strip(course, scale, pills),
        [scale.place(label.at) for label in course.labels],
        list(_names(course, scale)),
        _enlarged(course, scale, fullest) if fullest else None,
    )


def _enlarged(course: Course, whole: Scale, pill: Pill) -> Enlarged:
    lasts = pill.last - pill.first
    margin = max(round(lasts * _MARGIN), 1)
    scale = Scale(max(pill.first - margin, whole.start), min(pill.last + margin, whole.end), whole.width - 2 * _INSET)
    pills = place_pills((row for row in course.rows if scale.includes(row.at)), scale)
    start, end = (moment_in_words(on_clock(edge, course.zone), lasts) for edge in (pill.first, pill.last))
    stretch = f"First {length_in_words(lasts)}" if pill.first == course.start else length_in_words(lasts)
    return Enlarged(
        f"{stretch} enlarged, {start} to {end}",
        f"{whole.pixels(pill.first) / whole.width * 100:.2f}",
        f"{whole.pixels(pill.last) / whole.width * 100:.2f}",
        whole.share(_INSET),
        whole.share(scale.width),
        _strip(course, scale, pills, whole=whole),
    )


def _strip(
    course: Course,
    scale: Scale,
    pills: Sequence[Pill],
    *,
    whole: Scale | None = None,
    ticks_apart: int = _TICKS_APART,
    is_brief: bool = False,
) -> Strip:
    """Draw the part of a course that a scale includes; `whole` is that of the drawing, if the strip is only in the middle of it."""
    rows = list(thinned((row for row in course.rows if scale.includes(row.at)), scale, _CUTS_APART))
    edges = (scale.start, course.start), (course.end, scale.end)
    is_open = not course.is_over and scale.includes(course.end)
    return Strip(
        [(scale.place(start), scale.place(end)) for start, end in edges if start < end],
        list(_band(course, scale)),
        scale.place(course.end) if is_open else "",
        [scale.place(row.at) for row in rows if _EDGE < scale.pixels(row.at) < scale.width - _EDGE],
        list(ticks(scale, course.zone, ticks_apart, is_brief=is_brief)),
        [(scale.place(row.at), row.is_rough, scale.place(row.until) if row.until > row.at else "") for row in rows],
        list(_drawn_pills(pills, scale, whole or scale)),
        [(scale.place(pill.first), scale.place(pill.last)) for pill in pills if pill.first < pill.last],
    )


def _band(course: Course, scale: Scale) -> Iterator[tuple[str, str, str]]:
    parts = [phase for phase in course.phases if phase.start < scale.end and phase.end > scale.start]
    for phase in sorted(parts, key=lambda phase: phase.start - phase.end):
        left, right = (scale.pixels(edge) for edge in (max(phase.start, scale.start), min(phase.end, scale.end)))
        width = max(right - left, _THINNEST * scale.width)
        yield phase.texture, scale.share(min(left, scale.width - width)), scale.share(width)


def _drawn_pills(pills: Sequence[Pill], scale: Scale, whole: Scale) -> Iterator[DrawnPill]:
    """Draw pills as parts of the whole drawing, in the middle of which their strip is."""
    inset = (whole.width - scale.width) / 2
    for pill in pills:
        middle = inset + pill.left + pill.width / 2
        yield DrawnPill(
            pill.low,
            pill.text,
            whole.share(middle),
            f"{round((pill.width + 1) / _TEXT_SIZE, 3):g}",
        )


def _names(course: Course, scale: Scale) -> Iterator[tuple[str, str, str]]:
    for name in place_names(course.labels, scale):
        left, right = name.extent(scale)
        x, anchor = (left, "start") if left == 0 or not name.is_one else ((left + right) / 2, "middle")
        if right >= scale.width:
            x, anchor = scale.width, "end"
        yield scale.share(x), anchor, name.text
