"""Document to the parts of its body that are internal: what stands between two marks.

Marks in code are none.
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


class Part(NamedTuple):
    """An internal part, by its two marks."""

    opening: Text
    closing: Text

    def holds(self, text: Text) -> bool:
        """The text stands between the marks."""
        place = (text.line, text.column)
        return self._place(self.opening) < place < self._place(self.closing)

    def _place(self, mark: Text) -> tuple[int, int]:
        return mark.line, mark.column


class Fault(NamedTuple):
    """A mark that opens or closes nothing, and why."""

    mark: Text
    message: str


class Parts(NamedTuple):
    """What the marks of a document mean."""

    parts: tuple[Part, ...] = ()
    faults: tuple[Fault, ...] = ()
    """In the order of the file, but for a part that never ends, which is the last."""


def may_have_marks(text: str) -> bool:
    """There is something in the text that is a mark, or was meant to be one."""
    return "<!--" in text and _MEANT.search(text) is not None


def parts(document: Document) -> Parts:
    """The internal parts of a document, and the marks that make none."""
    found: list[Part] = []
    faults: list[Fault] = []
    opened: Text | None = None
    for mark, opens in _marks(document):
        if opens and opened is not None:
            faults.append(Fault(mark, "an internal part is open already; close it before this one begins"))
        elif opens:
            opened = mark
        elif opened is None:
            faults.append(Fault(mark, "there is no internal part to close here; open it with <!-- internal -->"))
        else:
            found.append(Part(opened, mark))
            opened = None
    if opened is not None:
        faults.append(Fault(opened, "this internal part never ends; close it with <!-- /internal -->"))
    return Parts(tuple(found), tuple(faults))


def failed(document: Document) -> Iterator[Fault]:
    """What was meant to be a mark and is none: misspelt, in code, or in the frontmatter."""
    marks = {(mark.line, mark.column) for mark, _ in _marks(document)}
    known = parts(document).parts
    text = "\n".join(document.lines)
    starts = line_starts(split_lines(text))
    for match in _MEANT.finditer(text):
        meant = Text(match[0], *line_and_column(starts, match.start()))
        if (meant.line, meant.column) not in marks and not any(part.holds(meant) for part in known):
            yield Fault(meant, _NO_MARK)


def _marks(document: Document) -> Iterator[tuple[Text, bool]]:
    """The marks, and whether they open a part."""
    for line in prose_lines(document):
        # What prose leaves out of a line is comments, and the marks are comments.
        whole = without_code(document.lines[line.line - 1])
        for match in MARK.finditer(whole):
            yield Text(match[0], line.line, match.start() + 1), not match[1]
