r"""Find tables and split their rows into cells, by the rules of GitHub-flavoured Markdown.

A pipe in a code span or behind a backslash separates nothing.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from incident_docs.document.text import Text, without_code

_DELIMITER = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_SPACE = " \t"
"""All other white space is text to Markdown."""


class Table(NamedTuple):
    """A table as it stands in the file."""

    headings: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    """As many cells as are written; a row may have fewer or more than there are headings."""

    @property
    def line(self) -> int:
        """The line of the headings (1-based)."""
        return self.headings[0].line


def find_table(lines: Sequence[str], first: int, last: int) -> Table | None:
    """Find the table in a block of text that runs from line `first` to line `last` (1-based, both included)."""
    for number in range(first + 1, last + 1):
        if "-" in lines[number - 1] and _DELIMITER.fullmatch(lines[number - 1]):
            headings = table_cells(lines[number - 2], number - 1)
            if len(headings) == len(table_cells(lines[number - 1], number)):
                rows = tuple(table_cells(lines[n - 1], n) for n in range(number + 1, last + 1))
                return Table(headings, rows)
    return None


def table_cells(line: str, number: int) -> tuple[Text, ...]:
    """Split a row into its cells, trimmed, each with its place."""
    masked = _masked(line) if "\\" in line or "`" in line else line
    start = len(masked) - len(masked.lstrip(_SPACE))
    end = len(masked.rstrip(_SPACE))
    if start < end and masked[start] == "|":
        start += 1
    if start < end and masked[end - 1] == "|":
        end -= 1
    found = []
    for part in masked[start:end].split("|"):
        length = len(part)
        stripped = part.strip(_SPACE)
        column = start + (length - len(part.lstrip(_SPACE)) if stripped else min(1, length))
        found.append(Text(line[column : column + len(stripped)], number, column + 1))
        start += length + 1
    return tuple(found)


def _masked(line: str) -> str:
    """The line with every pipe that separates nothing made harmless."""
    line = re.sub(r"\\[\\|]", "xx", line)
    blanked = without_code(line)
    # Only the pipes: a cell that is all code must not look empty.
    return "".join("x" if old == "|" != new else old for old, new in zip(line, blanked, strict=True))
