"""Place incidents as marks on a line, each a link, pushed apart up and down where they would touch.

A strip of lengths of time has lines across it for the median and the 90th percentile.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.document.times import write_duration
from incident_docs.insight.durations import Lengths
from incident_docs.site.pages.insights.axes import LengthScale
from incident_docs.site.pages.insights.charts import CrossLine, Mark, Marks, Strip, Word, percent

MOST_MARKS = 1000
"""A line has no more, so that a page stays small."""
_WIDE, _NARROW = 760, 300
"""Pixels that a line has at least: on a wide screen, on all others."""
_HIGHEST, _HIGHEST_NARROW = 150, 200
_SIZES = ((120, 12), (400, 8))
_SMALLEST = 6
_MOST_TITLED = 200
_LINE = 18
"""The height of a line of labels."""
_LETTER = 6.6


class Placed(NamedTuple):
    """An incident at its place."""

    share: float
    """How far to the right, from 0 to 1."""
    document: Document
    words: str
    """What it stands for, such as a length of time."""


def mark_size(number: int) -> int:
    """Choose how large the marks are, in pixels, where a line has so many of them."""
    return next((pixels for most, pixels in _SIZES if number <= most), _SMALLEST)


def strip(incidents: Sequence[Placed], pixels: int, addresses: Mapping[Document, str], top: int = 0) -> Strip:
    """Place the marks of one line. The upper edge of the drawing, so many pixels high, is not theirs."""
    shown = sorted(sorted(incidents, key=_started)[-MOST_MARKS:], key=lambda each: each.share)
    places, height = _pushed_apart(shown, pixels, _WIDE, _HIGHEST)
    # Where marks are many, a phone shows that they lie close together, and the page stays small.
    is_sparse = len(shown) <= _MOST_TITLED
    narrow = _pushed_apart(shown, pixels, _NARROW, _HIGHEST_NARROW) if is_sparse else (places, height)
    groups: dict[int, list[Mark]] = {}
    for each, y, narrow_y in zip(shown, places, narrow[0], strict=True):
        address, title = addresses[each.document], _title(each) if is_sparse else ""
        mark = Mark(address, title, percent(each.share), y, narrow_y - y)
        groups.setdefault(_shape(each.document), []).append(mark)
    # The worst are drawn last, so that none hides them.
    drawn = [Marks(shape + 1, _path(shape, pixels), groups[shape]) for shape in sorted(groups, reverse=True)]
    return Strip(height, narrow[1], pixels, drawn, top)


def labelled_strip(lengths: Lengths, scale: LengthScale, pixels: int, addresses: Mapping[Document, str]) -> Strip:
    """Place lengths of time, with lines across them and the words of these above them."""
    labels = _labels(lengths, scale)
    top = _LINE * max((label.line for label in labels), default=1)
    return _of_lengths(lengths, scale, pixels, addresses, top)._replace(
        lines=[CrossLine(percent(label.share), label.line * _LINE, label.css_class) for label in labels],
        words=[
            Word(percent(label.share), label.line * _LINE - 5, label.text, label.anchor, f"idoc-at-{label.anchor}")
            for label in labels
        ],
    )


def low_strip(lengths: Lengths, scale: LengthScale, pixels: int, addresses: Mapping[Document, str]) -> Strip:
    """Place lengths of time, with a line for the median, which is written elsewhere."""
    median = [] if lengths.median is None else [CrossLine(percent(scale.share(lengths.median)), 0, "idoc-median")]
    return _of_lengths(lengths, scale, pixels, addresses, 0)._replace(lines=median)


def longest(measured: Iterable[Lengths]) -> timedelta:
    """Find the longest of all that is to be drawn on one axis."""
    return max((lengths.known[-1].length for lengths in measured if lengths.known), default=timedelta())


def _of_lengths(
    lengths: Lengths, scale: LengthScale, pixels: int, addresses: Mapping[Document, str], top: int
) -> Strip:
    known = [Placed(scale.share(length), document, write_duration(length)) for document, length in lengths.known]
    found = strip(known, pixels, addresses, top)
    height, narrow = (top + max(each + 8, 48 if top else 32) for each in (found.height, found.narrow_height))
    return found._replace(height=height, narrow_height=narrow, grid=scale.grid)


def _pushed_apart(incidents: Sequence[Placed], pixels: int, width: int, highest: int) -> tuple[list[int], int]:
    """Find how far below the middle each mark stands, and how high all of them are. Each takes the nearest free lane."""
    free_from: list[float] = []
    lanes = []
    for each in incidents:
        x = each.share * width
        lane = next((index for index, free in enumerate(free_from) if free <= x), len(free_from))
        free_from[lane : lane + 1] = [x + pixels + 1]
        lanes.append(lane)
    pitch = min(pixels + 1, highest / max(len(free_from), 1))
    # Lanes lie in the middle, above it, below it, and so on.
    places = [round((lane + 1) // 2 * pitch * (-1 if lane % 2 else 1)) for lane in lanes]
    return places, round(len(free_from) // 2 * 2 * pitch + pixels)


def _started(incident: Placed) -> float:
    return incident.document.times["started"].at.timestamp()


def _title(incident: Placed) -> str:
    return f"{incident.document.title or incident.document.id}, {incident.words}"


def _shape(document: Document) -> int:
    """Tell which shape its severity has: the fourth and all later ones share theirs, and an unknown one has the last."""
    return min(document.format.severities.index(document.severity), 3) if document.severity else 4


def _path(shape: int, pixels: int) -> str:
    """Draw one of the shapes that stand beside the words too."""
    half, line = pixels // 2, pixels // 6
    side = pixels - 2 * line
    square = f"M{line} {line}h{side}v{side}h-{side}z"
    hole = side - 2 * line
    return (
        f"M{half} 0l{half} {half}-{half} {half}-{half}-{half}z",
        f"M{half} 0l{half} {pixels - 1}H0z",
        square,
        f"{square}m{line} {line}v{hole}h{hole}v-{hole}z",
        f"M0 {half - 1}h{pixels}v2H0z",
    )[shape]


class _Label(NamedTuple):
    """The words of a line across the marks."""

    share: float
    text: str
    css_class: str
    anchor: str = "middle"
    line: int = 1
    """The line of labels that it stands in."""

    @property
    def begin(self) -> float:
        """Where the words begin on a narrow strip, in pixels."""
        return self.share * _NARROW - self.width * {"start": 0, "middle": 0.5, "end": 1}[self.anchor]

    @property
    def end(self) -> float:
        return self.begin + self.width

    @property
    def width(self) -> float:
        return len(self.text) * _LETTER

    @property
    def best_anchor(self) -> str:
        """The one with which the words stay inside."""
        if self.begin < 0:
            return "start"
        return "end" if self.end > _NARROW else "middle"


def _labels(lengths: Lengths, scale: LengthScale) -> list[_Label]:
    """Place those of the median and the 90th percentile so that they do not touch on a narrow strip."""
    known = [
        (name, length) for name, length in (("median", lengths.median), ("p90", lengths.p90)) if length is not None
    ]
    labels = [_Label(scale.share(length), f"{name} {write_duration(length)}", f"idoc-{name}") for name, length in known]
    placed = [label._replace(anchor=label.best_anchor) for label in labels]
    if len(placed) < 2 or placed[0].end + _LETTER < placed[1].begin:
        return placed
    apart = [labels[0]._replace(anchor="end"), labels[1]._replace(anchor="start")]
    if apart[0].begin >= 0 and apart[1].end <= _NARROW:
        return apart
    return [placed[0], placed[1]._replace(line=2)]
