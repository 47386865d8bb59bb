"""Break text into lines that fit a terminal, by how wide its characters are there."""

from incident_docs.cli.text_table import line_width, shown_width
from incident_docs.edits.cell_text import plain_cell

_LONGEST = 100
"""Prose in longer lines is hard to read."""
_USUAL = 80


def paragraph(text: str, indent: str = "", hanging: str | None = None) -> list[str]:
    """Break a text into lines, without control characters; those after the first begin with `hanging`, or with the same.

    Where nobody looks at lines, as in a pipe, they are as long as in a usual terminal.
    """
    width = min(line_width() or _USUAL, _LONGEST)
    later = indent if hanging is None else hanging
    lines: list[str] = []
    line = indent
    is_begun = False
    for word in plain_cell(text).split():
        longer = f"{line} {word}" if is_begun else f"{line}{word}"
        if is_begun and shown_width(longer) > width:
            lines.append(line)
            longer = f"{later}{word}"
        line, is_begun = longer, True
    return [*lines, line]
