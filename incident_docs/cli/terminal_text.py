"""Fit text into the width of a terminal, where some characters are two columns wide and some none."""

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate
from shutil import get_terminal_size

from incident_docs.edits.cell_text import plain_cell

_WIDE = frozenset("WF")
_LONGEST = 100
"""Prose in longer lines is hard to read."""
_GAP = "  "


def terminal_width() -> int:
    """Give the columns of the terminal; 80 where there is none."""
    return get_terminal_size().columns


def text_width(text: str) -> int:
    """Count the columns that a text takes."""
    if text.isascii():
        return len(text)
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1


def fit(text: str, width: int) -> str:
    """Cut a text that is wider, and say so by an ellipsis."""
    if text_width(text) <= width:
        return text
    ends = accumulate(map(_char_width, text))
    kept = "".join(char for char, end in zip(text, ends, strict=True) if end < width)
    return f"{kept.rstrip()}…"


def padded(text: str, width: int) -> str:
    """Fill a text up with spaces."""
    return text + " " * (width - text_width(text))


def paragraph(text: str, indent: str = "", hanging: str | None = None) -> list[str]:
    """Break a text into lines that fit, without control characters; those after the first begin with `hanging`."""
    width = min(terminal_width(), _LONGEST)
    later = indent if hanging is None else hanging
    return textwrap.wrap(
        plain_cell(text), width, initial_indent=indent, subsequent_indent=later, break_on_hyphens=False
    )


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], last_width: int | None = None) -> Iterator[str]:
    """Write a table, as wide as its cells; the last column is cut to what is left of `last_width` columns."""
    cells = [[plain_cell(cell) for cell in row] for row in (headings, *rows)]
    widths = [max(map(text_width, column)) for column in list(zip(*cells, strict=True))[:-1]]
    left = None if last_width is None else max(last_width - sum(widths) - len(_GAP) * len(widths), 10)
    for row in cells:
        line = [padded(cell, width) for cell, width in zip(row, widths, strict=False)]
        yield _GAP.join([*line, row[-1] if left is None else fit(row[-1], left)]).rstrip()
