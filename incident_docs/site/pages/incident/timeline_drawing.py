"""A document to its drawn timeline: the phases to scale, each row a mark that leads to the table's.

It is worked out for three widths, of which the stylesheet shows the one that there is room for; the narrowest has no
names and no pills. Whatever it says stands in the table or in the legend too, so it is hidden from those who listen.
"""

from collections.abc import Iterator
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.site.pages.html import element, escape
from incident_docs.site.pages.incident.timeline_course import Course, course
from incident_docs.site.pages.incident.timeline_legend import legend
from incident_docs.site.pages.incident.timeline_minutes import length, local, spoken
from incident_docs.site.pages.incident.timeline_pill_links import pill_links
from incident_docs.site.pages.incident.timeline_pills import Pill, names, pills, to_enlarge
from incident_docs.site.pages.incident.timeline_scale import Scale
from incident_docs.site.pages.incident.timeline_strip import (
    AXIS,
    BAND,
    Place,
    across,
    anchored,
    at,
    em,
    group,
    strip,
    tall,
    upright,
)

_STRIP, _HEIGHT = 30, 98
"""How far down the strip begins under the names, and where it ends."""
_PANEL, _ENLARGED, _ENLARGED_HEIGHT = 131, 170, 244
"""Where the ground of the enlarged strip begins, the strip, and where they end."""
_BRIEF_HEIGHT = 38
_INSET = 12
_NAME_SIZE = 13
_MARGIN = 0.04
"""What an enlarged strip shows beside its rows, as a share of them."""


class _Form(NamedTuple):
    name: str
    width: int
    apart: int


class _Closer(NamedTuple):
    """The rows of a pill, drawn as wide as all of them."""

    pill: Pill
    scale: Scale
    pills: list[Pill]


_FORMS = (_Form("wide", 880, 74), _Form("middle", 650, 74))
_NARROW = _Form("narrow", 330, 78)


def drawing(document: Document) -> str:
    """The legend and the drawing; empty where there is nothing to draw to scale."""
    known = course(document)
    if known is None:
        return ""
    forms = (*(_full(known, form) for form in _FORMS), _brief(known))
    strips = element("div", "".join(forms), class_="idoc-course-strips", aria_hidden="true")
    return element("div", legend(document, known) + strips, class_="idoc-course")


def _full(course: Course, form: _Form) -> str:
    place = _place(course, form)
    scale = place.scale
    known = pills(course.rows, scale)
    enlarged = to_enlarge(known)
    closer = _closer(course, scale, enlarged) if enlarged else None
    parts = (
        _enlargement(course, place, closer) if closer else "",
        *_moments(course, scale),
        f'<svg y="{em(_STRIP)}">{strip(course, place, known)}</svg>',
    )
    links = (
        *pill_links(known, scale, _STRIP, scale),
        *(pill_links(closer.pills, closer.scale, _ENLARGED, scale) if closer else ()),
    )
    return _picture(form, "".join(parts), _ENLARGED_HEIGHT if closer else _HEIGHT, course, "".join(links))


def _brief(course: Course) -> str:
    drawn = strip(course, _place(course, _NARROW)._replace(is_brief=True), ())
    return _picture(_NARROW, f'<svg y="{em(-BAND)}">{drawn}</svg>', _BRIEF_HEIGHT, course)


def _place(course: Course, form: _Form) -> Place:
    """The whole incident, and the rows near it."""
    at = [row.at for row in course.rows]
    return Place(
        Scale(min([course.start, *at[:1]]), max([course.end, *at[-1:]]), form.width), form.apart, _hatching(form)
    )


def _picture(form: _Form, content: str, height: float, course: Course, links: str = "") -> str:
    is_hatched = any(phase.texture == "undetected" for phase in course.phases)
    pattern = (
        f'<pattern id="{_hatching(form)}" width="4" height="4" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><path class="idoc-ground" d="M0 0h4v4H0z"/>'
        '<path class="idoc-hatch" d="M0 0h2v4H0z"/></pattern>'
    )
    drawn = pattern + content if is_hatched else content
    svg = f'<svg width="100%"{tall(height)} text-anchor="middle">{drawn}</svg>'
    return element("div", svg + links, class_=f"idoc-course-strip idoc-course-{form.name}")


def _hatching(form: _Form) -> str:
    return f"idoc-hatching-{form.name}"


def _moments(course: Course, scale: Scale) -> Iterator[str]:
    yield group((upright(at(label.at, scale), 17, _STRIP + BAND) for label in course.labels), "idoc-moments")
    for name in names(course.labels, scale):
        left, right = name.extent(scale)
        x, anchor = (left, "start") if left == 0 or not name.is_one else ((left + right) / 2, "middle")
        if right >= scale.width:
            x, anchor = scale.width, "end"
        yield (
            f'<text class="idoc-name" x="{across(x, scale)}" y="{em(12, _NAME_SIZE)}"{anchored(anchor)}>{escape(name.text)}</text>'
        )


def _closer(course: Course, whole: Scale, pill: Pill) -> _Closer:
    margin = max(round((pill.last - pill.first) * _MARGIN), 1)
    scale = Scale(
        max(pill.first - margin, whole.start),
        min(pill.last + margin, whole.end),
        whole.width - 2 * _INSET,
    )
    return _Closer(pill, scale, pills((row for row in course.rows if scale.holds(row.at)), scale))


def _enlargement(course: Course, place: Place, closer: _Closer) -> str:
    """The closer look, on a ground that spreads from where its rows are."""
    whole = place.scale
    left, right = (whole.pixels(edge) / whole.width * 100 for edge in (closer.pill.first, closer.pill.last))
    inset = across(_INSET, whole)
    return (
        f'<svg y="{em(_STRIP + AXIS + 1)}" width="100%"{tall(_PANEL - _STRIP - AXIS - 1)} viewBox="0 0 100 1"'
        f' preserveAspectRatio="none"><path class="idoc-near" d="M{left:.2f} 0L{right:.2f} 0 100 1 0 1z"/></svg>'
        f'<rect class="idoc-near" y="{em(_PANEL)}" width="100%" height="{em(_ENLARGED_HEIGHT - _PANEL)}"/>'
        f'<text class="idoc-closer" x="{inset}" y="{em(_PANEL + 23, _NAME_SIZE)}" text-anchor="start">'
        f"{_title(course, closer.pill)}</text>"
        f'<svg x="{inset}" y="{em(_ENLARGED)}" width="{across(closer.scale.width, whole)}">'
        f"{strip(course, place._replace(scale=closer.scale), closer.pills)}</svg>"
    )


def _title(course: Course, pill: Pill) -> str:
    lasts = pill.last - pill.first
    start, end = (spoken(local(edge, course.zone), lasts) for edge in (pill.first, pill.last))
    stretch = f"First {length(lasts)}" if pill.first == course.start else length(lasts)
    return f"{stretch} enlarged, {start} to {end}"
