r"""Split a text into lines, and find the line and column of a place in it. Nothing else splits text.

Lines end where markdown-it ends them, at `\n`, `\r\n` and `\r`.  `str.splitlines` also splits at form feeds
and U+2028, so its numbers drift from the parser's.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def split_lines(text: str) -> list[str]:
    """Split a text into lines with their ends; joined they give the text back."""
    return _LINE.findall(text)


def bare_lines(text: str) -> list[str]:
    """Split a text into lines without their ends."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    return lines


def line_starts(lines: Sequence[str]) -> list[int]:
    """Give the offset at which each of the lines (with their ends) starts."""
    offsets = [0]
    for line in lines:
        offsets.append(offsets[-1] + len(line))
    return offsets


def line_and_column(offsets: Sequence[int], offset: int) -> tuple[int, int]:
    """Give line and column (both 1-based) of an offset into the text whose lines start at `offsets`."""
    line = bisect_right(offsets, offset, 1, max(1, len(offsets) - 1))
    return line, offset - offsets[line - 1] + 1
