"""Describe what `macros/charts.html` draws.

Places from left to right are shares of the width, written as `41.6%`; those from top to bottom are pixels.
"""

from collections.abc import Sequence
from typing import NamedTuple

from incident_docs.site.pages.marks import SeverityMark


def percent(share: float) -> str:
    """Write a share of the width as SVG and CSS do."""
    return f"{100 * share:.1f}%"


class Word(NamedTuple):
    """A word in a drawing."""

    x: str
    y: int
    text: str
    anchor: str = "middle"
    css_class: str = ""


class Bar(NamedTuple):
    """A bar, or a part of one that lies."""

    x: str
    y: int
    width: str
    height: int
    css_class: str = ""


class Bars(NamedTuple):
    """The bars of a row, and the numbers in or above them."""

    bars: Sequence[Bar]
    words: Sequence[Word]
    height: int
    rank: int = 0
    """Of the severity that lends them its colour, from 1; 0 for bars whose parts have colours."""
    is_outlined: bool = False
    is_numbered_on_phone: bool = True


class Mark(NamedTuple):
    """An incident as it is drawn."""

    address: str
    title: str
    left: str
    top: int
    moved: int
    """How much lower it stands on narrow screens."""


class Marks(NamedTuple):
    """Those of one shape."""

    rank: int
    """Of their severity, from 1."""
    path: str
    marks: Sequence[Mark]


class CrossLine(NamedTuple):
    """A line from a height down to the bottom of a strip."""

    x: str
    top: int
    css_class: str


class Strip(NamedTuple):
    """Marks that do not touch, unless there are very many, over a drawing."""

    height: int
    narrow_height: int
    """On narrow screens."""
    size: int = 0
    """Of a mark."""
    groups: Sequence[Marks] = ()
    top: int = 0
    """The marks stand in the middle of what is below this."""
    grid: Sequence[str] = ()
    lines: Sequence[CrossLine] = ()
    words: Sequence[Word] = ()
    has_base: bool = False
    """A line through the marks."""
    ticks: str = ""
    """A path of ticks, a thousand wide, in the place of marks."""


class Link(NamedTuple):
    """Words that lead to another page."""

    text: str
    address: str


class ChartRow(NamedTuple):
    """A row of a chart: what it is, its drawing, and at its end a number with its words."""

    name: str
    drawing: Bars | Strip
    address: str = ""
    """Where the name leads."""
    mark: SeverityMark | None = None
    """Stands in the place of the name."""
    details: tuple[str, ...] = ()
    """Stand after it."""
    number: str = ""
    unit: str = ""


class Legend(NamedTuple):
    """What shapes and colours mean."""

    marks: Sequence[SeverityMark] = ()
    parts: Sequence[tuple[str, str]] = ()
    """Of bars: the name of the colour, and the words."""
    note: str = ""


class Chart(NamedTuple):
    """A chart under its heading. Without rows the finding says that there is nothing to draw."""

    title: str
    finding: str
    rows: Sequence[ChartRow] = ()
    axis: Sequence[Word] = ()
    headings: Sequence[str] = ()
    """Of the numbers as a table."""
    lines: Sequence[Sequence[str | Link]] = ()
    """Of the table; the first cell of each says what it is."""
    note: str = ""
    legend: Legend | None = None
    is_of_strips: bool = False
    """The names have details and the rows no numbers."""
