"""Cut the confidential parts out of a text.

A line of which only the signs of a list or a table would be left goes with the part; what was separate stays separate.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from incident_docs.audience.audience_marks import ConfidentialPart
from incident_docs.document.lines import split_lines
from incident_docs.document.table import table_cells
from incident_docs.document.text import Text

_SIGNS = " \t\r\n|>#*+-_~:"
_NUMBER_OR_BOX = re.compile(r"(?:\d+[.)])?\s*(?:\[[ xX]\])?")
_GOES_ON = re.compile(r"[|\s>#*+-]|\d+[.)]")
"""The beginning of a line that does not run on from the line above it, or may."""


class Cut(NamedTuple):
    """A text that was cut."""

    text: str
    removed: tuple[Text, ...]
    """What stood in the confidential parts, line by line, without the marks."""


def cut_parts(text: str, parts: Iterable[ConfidentialPart]) -> Cut:
    """Take the parts out of a text, in which they do not overlap."""
    split = split_lines(text)
    spans = _spans(parts, split)
    left: list[str] = []
    removed: list[Text] = []
    is_after_cut = False
    for number, line in enumerate(split, 1):
        bare = line.rstrip("\r\n")
        here = spans.get(number, ())
        removed.extend(Text(bare[first:last], number, first + 1) for first, last, _, _ in here if first < last)
        rest = _without(bare, [(start, end) for _, _, start, end in here])
        if here and _is_bare(rest):
            is_after_cut = True
            continue
        if is_after_cut and not here and left and left[-1].strip() and rest and not _GOES_ON.match(rest):
            left.append(line[len(bare) :] or "\n")
        left.append(rest + line[len(bare) :])
        is_after_cut = False
    return Cut("".join(left), tuple(removed))


_Span = tuple[int, int, int, int]


def _spans(parts: Iterable[ConfidentialPart], split: list[str]) -> dict[int, list[_Span]]:
    """Find what goes of each line: from where to where it is confidential, and from where to where that is with its marks."""
    found: dict[int, list[_Span]] = {}
    for opening, closing in parts:
        for number in range(opening.line, closing.line + 1):
            length = len(split[number - 1].rstrip("\r\n"))
            first, start = (opening.end_column - 1, opening.column - 1) if number == opening.line else (0, 0)
            last, end = (closing.column - 1, closing.end_column - 1) if number == closing.line else (length, length)
            found.setdefault(number, []).append((first, last, start, end))
    return found


def _without(line: str, spans: Iterable[tuple[int, int]]) -> str:
    rest, done = "", 0
    is_row = line.lstrip().startswith("|")
    for start, end in spans:
        rest += line[done:start]
        if is_row:
            # The cells to the right stay under their headings.
            rest += "|" * (len(table_cells(f"x{line[start:end]}x", 1)) - 1)
        done = end
        if not rest or rest.endswith((" ", "\t")):
            done += len(line[done:]) - len(line[done:].lstrip(" \t"))
    return rest + line[done:] if done < len(line) else rest.rstrip()


def _is_bare(line: str) -> bool:
    return _NUMBER_OR_BOX.fullmatch(line.strip(_SIGNS)) is not None
