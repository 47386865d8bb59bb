"""Change a text by edits: each replaces the stretch that it knows, and every other byte stays."""

from collections.abc import Iterable
from typing import NamedTuple

from incident_docs.document.lines import line_starts, split_lines
from incident_docs.document.text import Text


class Edit(NamedTuple):
    """Replace one stretch of a text. Lines and columns are 1-based; the end is the place after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    r"""What stands there afterwards; its `\n` become the line ends of the file."""


class Fix(NamedTuple):
    """Fix what a finding reports, by one or more edits."""

    edits: tuple[Edit, ...]
    """They do not overlap."""
    is_safe: bool = True
    """It writes what the author meant; an unsafe one writes a guess."""


def replace_text(old: Text, new: str) -> Edit:
    """Replace a piece of text in its line."""
    return Edit(old.line, old.column, old.line, old.end_column, new)


def insert_lines(line: int, text: str) -> Edit:
    """Insert whole lines before a line; the one after the last line of the file is a place too."""
    return Edit(line, 1, line, 1, text)


def delete_lines(first: int, last: int) -> Edit:
    """Delete whole lines, with their ends."""
    return Edit(first, 1, last + 1, 1, "")


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Give the text after all edits, which must not overlap; what is put at one place stands in the order given."""
    split = split_lines(text)
    offsets = line_starts(split)
    end_of_line = _end_of_line(split)
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=_place):
        start, end = _offset(offsets, edit.line, edit.column), _offset(offsets, edit.end_line, edit.end_column)
        if edit.line > len(split) and split and not split[-1].endswith(("\n", "\r")):
            # What is put behind a last line without an end must not become a part of it.
            pieces += [text[done:start], end_of_line]
            done = start
        pieces += [text[done:start], edit.text.replace("\n", end_of_line)]
        done = max(start, end)
    return "".join([*pieces, text[done:]])


def _place(edit: Edit) -> tuple[int, int, int, int]:
    return edit[:4]


def _offset(offsets: list[int], line: int, column: int) -> int:
    return min(offsets[min(line, len(offsets)) - 1] + column - 1, offsets[-1])


def _end_of_line(split: list[str]) -> str:
    """Give the line end of the file: that of its first line."""
    first = split[0] if split else ""
    return first[len(first.rstrip("\r\n")) :] or "\n"


def fixes_clash(fix: Fix, others: Iterable[Fix]) -> bool:
    """Tell whether a fix touches what another one touches; two insertions at one place touch each other."""
    return any(_touch(one, two) for one in fix.edits for other in others for two in other.edits)


def _touch(one: Edit, two: Edit) -> bool:
    first, second = sorted((one, two))
    return first[:2] == second[:2] or second[:2] < first[2:4]
