"""A table cell to the edit that writes something else in it: no other cell changes, and pipes that stood in line still do."""

from collections.abc import Sequence

from incident_docs.document.edit import Edit, replace_text
from incident_docs.document.text import Text


def rewrite(cell: Text, new: str, lines: Sequence[str]) -> Edit:
    """Write these words in a cell of the file that has these lines.

    Where the cell's closing pipe stands in line with that of the row of dashes, the spaces before it make up for the
    difference.
    """
    rest = lines[cell.line - 1][cell.end_column - 1 :]
    pipe = cell.end_column - 1 + len(rest) - len(rest.lstrip(" "))
    if not rest.startswith(" ") or _dashes(cell, lines)[pipe : pipe + 1] != "|":
        return replace_text(cell, new)
    return Edit(cell.line, cell.column, cell.line, pipe + 1, f"{new} ".ljust(pipe + 1 - cell.column))


def _dashes(cell: Text, lines: Sequence[str]) -> str:
    """The row under the headings of the cell's table."""
    headings = cell.line
    while headings > 1 and "|" in lines[headings - 2]:
        headings -= 1
    return lines[headings]
