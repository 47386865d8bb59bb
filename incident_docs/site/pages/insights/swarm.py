"""Incidents to marks on a line, each a link to its incident, pushed apart up and down where they would touch."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.site.pages.html import escape
from incident_docs.site.pages.insights.axes import percent

MOST_MARKS = 1000
"""A line has no more, so that a page stays small."""
_WIDE, _NARROW = 760, 300
"""Pixels that a line has at least: on a wide screen, on all others."""
_HIGHEST, _HIGHEST_NARROW = 150, 200
_SIZES = ((120, 12), (400, 8))
_SMALLEST = 6
_MOST_TITLED = 200


class Mark(NamedTuple):
    """An incident at its place."""

    share: float
    """How far to the right, from 0 to 1."""
    document: Document
    words: str
    """What it stands for, such as a length of time."""


class Swarm(NamedTuple):
    """Marks that do not touch, unless there are very many."""

    html: str
    """To lay over a drawing. Its links are no part of it: the theme's scripts do not know links that are SVG."""
    height: int
    """What they take of it on a wide screen."""
    narrow_height: int


def size(number: int) -> int:
    """How large the marks are, in pixels, where a line has so many of them."""
    return next((pixels for most, pixels in _SIZES if number <= most), _SMALLEST)


def swarm(marks: Sequence[Mark], pixels: int, addresses: Mapping[int, str], top: int = 0) -> Swarm:
    """The marks of one line in the middle of a drawing whose upper edge, so many pixels high, is not theirs."""
    shown = sorted(sorted(marks, key=_started)[-MOST_MARKS:], key=lambda mark: mark.share)
    places, height = _pushed_apart(shown, pixels, _WIDE, _HIGHEST)
    # Where marks are many, a phone shows that they lie close together, and the page stays small.
    is_sparse = len(shown) <= _MOST_TITLED
    narrow_places, narrow_height = (
        _pushed_apart(shown, pixels, _NARROW, _HIGHEST_NARROW) if is_sparse else (places, height)
    )
    groups: dict[int, list[str]] = {}
    for mark, y, narrow in zip(shown, places, narrow_places, strict=True):
        shape = _shape(mark.document)
        moved = "" if narrow == y else f";--y:{narrow - y}px"
        title = f' title="{_title(mark)}"' if is_sparse else ""
        groups.setdefault(shape, []).append(
            f'<a href="{escape(addresses[id(mark.document)])}" tabindex="-1"{title}'
            f' style="left:{percent(mark.share)};top:{y}px{moved}">{_drawn(shape, pixels)}</a>'
        )
    # The worst are drawn last, so that none hides them.
    html = "".join(
        f'<div class="idoc-severity-{shape + 1}">{"".join(groups[shape])}</div>'
        for shape in sorted(groups, reverse=True)
    )
    half = pixels // 2
    centred = f"margin:{top // 2 - half}px 0 0 -{half}px"
    return Swarm(f'<div class="idoc-swarm" style="{centred}">{html}</div>', height, narrow_height)


def _pushed_apart(marks: Sequence[Mark], pixels: int, width: int, highest: int) -> tuple[list[int], int]:
    """How far below the middle each mark stands, and how high all of them are. Each takes the nearest free lane."""
    free_from: list[float] = []
    lanes = []
    for mark in marks:
        x = mark.share * width
        lane = next((index for index, free in enumerate(free_from) if free <= x), len(free_from))
        free_from[lane : lane + 1] = [x + pixels + 1]
        lanes.append(lane)
    pitch = min(pixels + 1, highest / max(len(free_from), 1))
    # Lanes lie in the middle, above it, below it, and so on.
    places = [round((lane + 1) // 2 * pitch * (-1 if lane % 2 else 1)) for lane in lanes]
    return places, round(len(free_from) // 2 * 2 * pitch + pixels)


def _started(mark: Mark) -> float:
    return mark.document.times["started"].at.timestamp()


def _shape(document: Document) -> int:
    """Which one its severity has: the fourth and all later ones share theirs, and an unknown one has the last."""
    return min(document.format.severities.index(document.severity), 3) if document.severity else 4


def _title(mark: Mark) -> str:
    return escape(f"{mark.document.title or mark.document.id}, {mark.words}")


@cache
def _drawn(shape: int, pixels: int) -> str:
    """The shapes that stand beside the words too."""
    half, line = pixels // 2, pixels // 6
    side = pixels - 2 * line
    square = f"M{line} {line}h{side}v{side}h-{side}z"
    hole = side - 2 * line
    path = (
        f"M{half} 0l{half} {half}-{half} {half}-{half}-{half}z",
        f"M{half} 0l{half} {pixels - 1}H0z",
        square,
        f"{square}m{line} {line}v{hole}h{hole}v-{hole}z",
        f"M0 {half - 1}h{pixels}v2H0z",
    )[shape]
    return f'<svg width="{pixels}" height="{pixels}"><path d="{path}"/></svg>'
