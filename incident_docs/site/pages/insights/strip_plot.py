"""Lengths of time to marks on a logarithmic axis, with lines across them for the median and the 90th percentile."""

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

from incident_docs.document.times import write_duration
from incident_docs.insight.durations import Lengths
from incident_docs.site.pages.insights.axes import Scale, percent, word
from incident_docs.site.pages.insights.chart_parts import strip
from incident_docs.site.pages.insights.swarm import Mark, Swarm, swarm

_LINE = 18
"""The height of a line of labels."""
_LETTER = 6.6
_NARROW = 300
"""Pixels that a strip has at least."""


class _Label(NamedTuple):
    """A line across the marks, and its words."""

    share: float
    text: str
    classes: str
    anchor: str = "middle"
    line: int = 1
    """The line of labels that it stands in."""

    @property
    def width(self) -> float:
        return len(self.text) * _LETTER

    @property
    def begin(self) -> float:
        """Where the words begin on a narrow strip, in pixels."""
        return self.share * _NARROW - self.width * {"start": 0, "middle": 0.5, "end": 1}[self.anchor]

    @property
    def end(self) -> float:
        return self.begin + self.width

    @property
    def best_anchor(self) -> str:
        """The one with which the words stay inside."""
        if self.begin < 0:
            return "start"
        return "end" if self.end > _NARROW else "middle"


def labelled(lengths: Lengths, scale: Scale, pixels: int, addresses: Mapping[int, str]) -> str:
    """A strip with the words of its lines above it."""
    labels = _labels(lengths, scale)
    top = _LINE * max((label.line for label in labels), default=1)
    lines = words = ""
    for label in labels:
        lines += _across(label.share, label.classes, label.line * _LINE)
        words += word(label.share, label.text, label.line * _LINE - 5, f"idoc-at-{label.anchor}", label.anchor)
    marks = _marks(lengths, scale, pixels, addresses, top)
    return _drawn(f"{scale.grid(top)}{lines}{words}", marks, top, 48)


def plain(lengths: Lengths, scale: Scale, pixels: int, addresses: Mapping[int, str]) -> str:
    """A low strip; its median is told elsewhere."""
    marks = _marks(lengths, scale, pixels, addresses, 0)
    median = "" if lengths.median is None else _across(scale.share(lengths.median), "idoc-median", 0)
    return _drawn(f"{scale.grid(0)}{median}", marks, 0, 32)


def _marks(lengths: Lengths, scale: Scale, pixels: int, addresses: Mapping[int, str], top: int) -> Swarm:
    marks = [Mark(scale.share(length), document, write_duration(length)) for document, length in lengths.known]
    return swarm(marks, pixels, addresses, top)


def _drawn(html: str, marks: Swarm, top: int, least: int) -> str:
    height, narrow = (top + max(each + 8, least) for each in (marks.height, marks.narrow_height))
    return strip(html, marks.html, height, narrow)


def _across(share: float, classes: str, top: int) -> str:
    x = percent(share)
    return f'<line class="{classes}" x1="{x}" x2="{x}" y1="{top}" y2="100%"/>'


def _labels(lengths: Lengths, scale: Scale) -> list[_Label]:
    """Those of the median and the 90th percentile, where they do not touch on a narrow strip."""
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


def longest(*measured: Lengths) -> timedelta:
    """Of all that is to be drawn on one axis."""
    return max((lengths.known[-1].length for lengths in measured if lengths.known), default=timedelta())
