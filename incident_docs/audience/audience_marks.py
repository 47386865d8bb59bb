"""Find the confidential parts of a document's body: what stands between `<!-- internal -->` and `<!-- /internal -->`.

A mark in code is no mark.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from incident_docs.document.lines import line_and_column, line_starts, split_lines
from incident_docs.document.model import Document
from incident_docs.document.text import Text, without_code
from incident_docs.reading.prose import prose_lines

MARK = re.compile(r"<!--\s*(/?)\s*internal\s*-->", re.IGNORECASE)
"""One mark; the group is empty in one that opens a part."""
# What somebody wrote who wanted to mark something, whether it is a mark or not.
_MEANT = re.compile(r"<!--[\s/]*(?:(?:begin|start|end|close)[\s:-]*)?intern", re.IGNORECASE)

_NO_MARK = "this marks nothing as it is written, or where it stands; write <!-- internal --> and <!-- /internal --> outside of code"


class ConfidentialPart(NamedTuple):
    """A confidential part, by its two marks."""

    opening: Text
    closing: Text

    def contains(self, text: Text) -> bool:
        """Tell whether a text stands between the marks."""
        place = (text.line, text.column)
        return self._place(self.opening) < place < self._place(self.closing)

    def _place(self, mark: Text) -> tuple[int, int]:
        return mark.line, mark.column


class MarkFault(NamedTuple):
    """A mark that opens or closes nothing, and why."""

    mark: Text
    message: str


class MarkedParts(NamedTuple):
    """What the marks of a document mean."""

    parts: tuple[ConfidentialPart, ...] = ()
    faults: tuple[MarkFault, ...] = ()
    """In the order of the file, but for a part that never ends, which is the last."""


def may_have_marks(text: str) -> bool:
    """Tell whether something in a text is a mark, or was meant to be one."""
    return "<!--" in text and _MEANT.search(text) is not None


def find_marked_parts(document: Document) -> MarkedParts:
    """Find the confidential parts of a document, and the marks that make none."""
    found: list[ConfidentialPart] = []
    faults: list[MarkFault] = []
    opened: Text | None = None
    for mark, opens in _marks(document):
        if opens and opened is not None:
            faults.append(MarkFault(mark, "an internal part is open already; close it before this one begins"))
        elif opens:
            opened = mark
        elif opened is None:
            faults.append(MarkFault(mark, "there is no internal part to close here; open it with <!-- internal -->"))
        else:
            found.append(ConfidentialPart(opened, mark))
            opened = None
    if opened is not None:
        faults.append(MarkFault(opened, "this internal part never ends; close it with <!-- /internal -->"))
    return MarkedParts(tuple(found), tuple(faults))


def misplaced_marks(document: Document) -> Iterator[MarkFault]:
    """Find what was meant to be a mark and is none: misspelt, in code, or in the frontmatter."""
    marks = {(mark.line, mark.column) for mark, _ in _marks(document)}
    known = find_marked_parts(document).parts
    text = "\n".join(document.lines)
    starts = line_starts(split_lines(text))
    for match in _MEANT.finditer(text):
        meant = Text(match[0], *line_and_column(starts, match.start()))
        if (meant.line, meant.column) not in marks and not any(part.contains(meant) for part in known):
            yield MarkFault(meant, _NO_MARK)


def _marks(document: Document) -> Iterator[tuple[Text, bool]]:
    """Find the marks, and whether they open a part."""
    for line in prose_lines(document):
        # What prose leaves out of a line is comments, and the marks are comments.
        whole = without_code(document.lines[line.line - 1])
        for match in MARK.finditer(whole):
            yield Text(match[0], line.line, match.start() + 1), not match[1]
