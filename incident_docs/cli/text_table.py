"""Lay out a table for a terminal, by how wide its characters are there."""

import shutil
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import accumulate

import click

_GAP = "  "
_LEAST = 34
"""Columns of the terminal that the last column of a table gets, before the first one is cut."""
_LEAST_FIRST = 20
_WIDEST = 80
_UNLIMITED = 100_000


def line_width() -> int | None:
    """Tell how wide a line may be; None where nobody looks at lines, as in a pipe."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def text_width() -> int:
    """Tell how wide prose is: no wider than is easy to read, in a pipe too."""
    return min(line_width() or _WIDEST, _WIDEST)


def wrapped(label: str, text: str, width: int | None) -> Iterator[str]:
    """Write a text behind its label, on lines below each other that fit; in one line if there is no width."""
    yield from click.wrap_text(text, width or _UNLIMITED, label, " " * len(label)).rstrip().split("\n")


def shown_width(text: str) -> int:
    """Count the columns that a text takes at a terminal: two for a wide character, none for one that joins another."""
    return len(text) if text.isascii() else sum(map(_width, text))


def cut(text: str, width: int) -> str:
    """Cut a text that is wider than this, and say so by `…`."""
    if shown_width(text) <= width:
        return text
    ends = enumerate(accumulate(map(_width, text)))
    place = next(place for place, end in ends if end > width - 1)
    return f"{text[:place].rstrip()}…"


def table_rows(rows: Sequence[Sequence[str]], width: int | None) -> Iterator[tuple[str, ...]]:
    """Pad the cells of rows, so that their columns stand below each other, and cut the last ones and then the first ones to fit."""
    widths = [max(map(shown_width, column)) for column in zip(*rows, strict=True)]
    if width is not None:
        room = width - sum(widths[1:-1]) - len(_GAP) * (len(widths) - 1)
        widths[0] = max(min(widths[0], room - min(_LEAST, widths[-1])), _LEAST_FIRST)
        widths[-1] = max(min(widths[-1], room - widths[0]), 1)
    for row in rows:
        *cells, last = (cut(cell, most) for cell, most in zip(row, widths, strict=True))
        padded = (f"{cell}{' ' * (most - shown_width(cell))}{_GAP}" for cell, most in zip(cells, widths, strict=False))
        yield (*padded, last)


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
