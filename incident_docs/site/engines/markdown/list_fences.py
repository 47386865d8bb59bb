"""A page's Markdown to the fenced blocks in it that ask for lists.

A block within another fence, a comment or indented code is an example of one, and stays what it is.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incident_docs.insight.archive import Subject

_FENCE = re.compile(r"([ \t]*)(`{3,}|~{3,})[ \t]*([^`\n]*)")
# Of lists, admonitions, tabs, footnotes and definitions.
_HOLDS_BLOCKS = re.compile(r"[ \t]*(?:[-*+] |\d+[.)] |!!!|\?\?\?|===|\[\^[^\]]+\]:|: )")
_SUBJECTS = frozenset(Subject)
_BLOCK = 4
"""The columns by which a block is indented that stands in another."""


class Fence(NamedTuple):
    """A block that asks for a list."""

    first: int
    """The index of the line that opens it."""
    last: int
    """That of the line that closes it."""
    indent: str
    subject: Subject
    lines: tuple[str, ...]
    """What stands between these lines."""


def fences(lines: Sequence[str]) -> Iterator[Fence]:
    """The blocks in their order."""
    index = 0
    while index < len(lines):
        last = _last_of_what_begins(lines, index)
        match = _FENCE.fullmatch(lines[index].rstrip())
        if match is not None and last > index and match[3] in _SUBJECTS and _is_block(lines, index, match[1]):
            yield Fence(index, last, match[1], Subject(match[3]), tuple(lines[index + 1 : last]))
        index = last + 1


def _last_of_what_begins(lines: Sequence[str], index: int) -> int:
    """The last line of a fence or comment; any other line, and what nothing ends, stands for itself."""
    line = lines[index].strip()
    if line.startswith("<!--"):
        ends = (number for number in range(index, len(lines)) if "-->" in lines[number])
        return next(ends, index)
    match = _FENCE.fullmatch(line)
    if match is None:
        return index
    marks = match[2]
    rest = ((number, lines[number].strip()) for number in range(index + 1, len(lines)))
    return next((number for number, each in rest if set(each) == {marks[0]} and len(each) >= len(marks)), index)


def _is_block(lines: Sequence[str], index: int, indent: str) -> bool:
    """What is indented stands in something that holds blocks, or is code."""
    depth = len(indent) // _BLOCK
    if not depth:
        return True
    is_inside = False
    for line in reversed(lines[:index]):
        if not line.strip():
            if is_inside:
                return False
        elif (len(line) - len(line.lstrip())) // _BLOCK < depth:
            if _HOLDS_BLOCKS.match(line):
                return True
            # It may go on with a paragraph that began in the line of a list's mark.
            is_inside = True
    return False


def line_in(source: Sequence[str], lines: Sequence[str], fence: Fence) -> int:
    """The number that a block's first line has in the page's file, from whose lines an engine has made these.

    It takes off the frontmatter, and others may have put text in.
    """
    block = _shown(lines, fence.first, fence.last)
    length = len(block)
    before = sum(_shown(lines, index, index + length - 1) == block for index in range(fence.first))
    places = [index for index in range(len(source)) if _shown(source, index, index + length - 1) == block]
    return (places[before] if before < len(places) else fence.first) + 2


def _shown(lines: Sequence[str], first: int, last: int) -> list[str]:
    return [line.expandtabs(_BLOCK).rstrip() for line in lines[first : last + 1]]
