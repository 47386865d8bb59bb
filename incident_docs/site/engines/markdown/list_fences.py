"""Find the fenced blocks in a page's Markdown that ask for lists, and put the lists in their places.

A block within another fence, a comment or indented code is an example of one, and stays what it is.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from incident_docs.document.lines import bare_lines
from incident_docs.insight.archive import Subject
from incident_docs.insight.list_query import Mistake
from incident_docs.site.pages.lists.list_block import Lists, listing

_FENCE = re.compile(r"([ \t]*)(`{3,}|~{3,})[ \t]*([^`\n]*)")
# Of lists, admonitions, tabs, footnotes and definitions.
_HOLDS_BLOCKS = re.compile(r"[ \t]*(?:[-*+] |\d+[.)] |!!!|\?\?\?|===|\[\^[^\]]+\]:|: )")
_SUBJECTS = frozenset(Subject)
_BLOCK = 4
"""The columns by which a block is indented that stands in another."""


Keep = Callable[[str], str]
"""Turns HTML into what stands for it in the Markdown."""


class ListFence(NamedTuple):
    """A block that asks for a list."""

    first: int
    """The index of the line that opens it."""
    last: int
    """That of the line that closes it."""
    indent: str
    subject: Subject
    lines: tuple[str, ...]
    """What stands between these lines."""


class Here(NamedTuple):
    """A page, and what its lists are made of."""

    path: str
    """Of its source, relative to the site's documents; empty if nobody knows."""
    links_from: str
    """The path from which links lead; the same, unless the engine sees it otherwise."""
    text: str
    """What its file says, by whose lines mistakes are named."""
    lists: Lists


class Written(NamedTuple):
    """A page with its lists."""

    lines: list[str]
    warnings: tuple[str, ...]
    """Each names the page and the line."""


def find_list_fences(lines: Sequence[str]) -> Iterator[ListFence]:
    """Find the blocks, in their order."""
    index = 0
    while index < len(lines):
        last = _last_of_what_begins(lines, index)
        match = _FENCE.fullmatch(lines[index].rstrip())
        if match is not None and last > index and match[3] in _SUBJECTS and _is_block(lines, index, match[1]):
            yield ListFence(index, last, match[1], Subject(match[3]), tuple(lines[index + 1 : last]))
        index = last + 1


def _last_of_what_begins(lines: Sequence[str], index: int) -> int:
    """Give the last line of a fence or comment; any other line, and what nothing ends, stands for itself."""
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
    """Tell a block from code: what is indented stands in something that holds blocks, or is code."""
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


def line_in_source(source: Sequence[str], lines: Sequence[str], fence: ListFence) -> int:
    """Give the number that a block's first line has in the page's file, from whose lines an engine has made these.

    It takes off the frontmatter, and others may have put text in.
    """
    block = _shown(lines, fence.first, fence.last)
    length = len(block)
    before = sum(_shown(lines, index, index + length - 1) == block for index in range(fence.first))
    places = [index for index in range(len(source)) if _shown(source, index, index + length - 1) == block]
    return (places[before] if before < len(places) else fence.first) + 2


def _shown(lines: Sequence[str], first: int, last: int) -> list[str]:
    return [line.expandtabs(_BLOCK).rstrip() for line in lines[first : last + 1]]


def write_lists(lines: Sequence[str], found: Sequence[ListFence], here: Here, keep: Keep) -> Written:
    """Put lists in the places of these blocks."""
    source = bare_lines(here.text)
    html: list[str] = []
    warnings: list[str] = []
    for fence in found:
        first = line_in_source(source, lines, fence)
        made = listing(fence.lines, first, fence.subject, here.links_from, here.lists)
        html.append(made.html)
        warnings.extend(_warnings(made.mistakes, here.path))
    return Written(put_in_place(lines, found, map(keep, html)), tuple(warnings))


def put_in_place(lines: Sequence[str], found: Sequence[ListFence], contents: Iterable[str]) -> list[str]:
    """Put a content of one line in the place of each block, indented as the block is."""
    result: list[str] = []
    index = 0
    for fence, content in zip(found, contents, strict=True):
        result += [*lines[index : fence.first], "", fence.indent + content, ""]
        index = fence.last + 1
    return [*result, *lines[index:]]


def _warnings(mistakes: Iterable[Mistake], path: str) -> Iterator[str]:
    for line, message in mistakes:
        yield f"{path}:{line}: {message}" if path else f"line {line}: {message}"
