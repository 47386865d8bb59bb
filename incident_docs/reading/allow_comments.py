"""Read the comments that allow what a rule would report, and tell the lines that each is about.

In the body it is a line by itself, `<!-- incident-docs: allow timeline-gap -- the pager was off -->`, and is about the
next block; in the frontmatter it is `# incident-docs: allow ...`, and is about the next key. With `in section` after the
names it is about all that stands under the heading above it (or the whole frontmatter), with `in file` about the file.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from incident_docs.document.finding import Allowance
from incident_docs.document.model import Block, Document
from incident_docs.document.outline import read_blocks
from incident_docs.document.text import Text, without_code
from incident_docs.reading.prose import CODE_BLOCKS, find_fences

_SIGN = "incident-docs:"
_WORDS = r"incident-docs:\s*allow\s+(?P<names>[^\s,]+(?:\s*,\s*[^\s,]+)*)(?:\s+in\s+(?P<where>section|file))?(?:\s+--\s.*?)?\s*"
_IN_BODY = re.compile(rf" {{0,3}}<!--\s*{_WORDS}-->\s*")
_IN_FRONTMATTER = re.compile(rf"\s*#\s*{_WORDS}")
_MEANT_IN_BODY = r"<!--\s*incident-docs:.*?(?:-->|$)"
_MEANT_IN_FRONTMATTER = r"(?<!\S)#\s*incident-docs:.*"
_NAME = re.compile(r"[^\s,]+")


class AllowComments(NamedTuple):
    """What a document allows."""

    allowances: tuple[Allowance, ...] = ()
    unread: tuple[Text, ...] = ()
    """Comments that begin like one and do not go on so, or stand where none can."""


class _Comment(NamedTuple):
    line: int
    match: re.Match[str]


def read_allow_comments(document: Document) -> AllowComments:
    """Read the comments to the linter in this document."""
    # Most documents have none, and need not be looked at any further.
    if _SIGN not in document.content:
        return AllowComments()
    end = document.frontmatter.end
    body = read_blocks(document.lines, end)
    front_comments = _front_comments(document)
    body_comments = _body_comments(document, body)
    allowances = [*_of_keys(document, front_comments), *_of_blocks(document, body, body_comments)]
    read = {comment.line for comment in (*front_comments, *body_comments)}
    return AllowComments(tuple(allowances), tuple(_unread(document, body, read)))


def _front_comments(document: Document) -> list[_Comment]:
    inside = document.lines[: document.frontmatter.end]
    found = ((number, _IN_FRONTMATTER.fullmatch(line)) for number, line in enumerate(inside, 1) if _SIGN in line)
    return [_Comment(number, match) for number, match in found if match]


def _body_comments(document: Document, body: Iterable[Block]) -> list[_Comment]:
    lone = (block.first for block in body if block.kind == "html_block" and block.first == block.last)
    found = ((number, _IN_BODY.fullmatch(document.lines[number - 1])) for number in lone)
    return [_Comment(number, match) for number, match in found if match]


def _of_keys(document: Document, found: Iterable[_Comment]) -> Iterator[Allowance]:
    end = document.frontmatter.end
    keys = sorted(key.line for key in document.frontmatter.keys.values())
    for comment in found:
        following = keys[bisect_right(keys, comment.line) :]
        first = following[0] if following else comment.line
        last = following[1] - 1 if len(following) > 1 else end - 1
        yield from _allowances(document, comment, (first, last), (1, end))


def _of_blocks(document: Document, body: Sequence[Block], found: Iterable[_Comment]) -> Iterator[Allowance]:
    comments = {comment.line: comment for comment in found}
    # Comments that follow each other are all about the block after the last of them.
    others = [block for block in body if block.first not in comments]
    for comment in comments.values():
        following = next((block for block in others if block.first > comment.line), None)
        lines = (following.first, following.last) if following else (comment.line, comment.line)
        yield from _allowances(document, comment, lines, _section(document, body, comment.line))


def _section(document: Document, body: Iterable[Block], line: int) -> tuple[int, int]:
    """The heading above this line, and the last line before the next one that is not below it."""
    first, level = document.frontmatter.end + 1, 7
    for block in body:
        if block.kind == "heading":
            here = _level(document, block)
            if block.first < line:
                first, level = block.first, here
            elif here <= level:
                return first, block.first - 1
    return first, len(document.lines)


def _level(document: Document, heading: Block) -> int:
    line = document.lines[heading.first - 1].lstrip()
    return len(line) - len(line.lstrip("#"))


def _allowances(
    document: Document, comment: _Comment, following: tuple[int, int], section: tuple[int, int]
) -> Iterator[Allowance]:
    where = {"section": section, "file": (1, len(document.lines))}
    first, last = where.get(comment.match["where"], following)
    start = comment.match.start("names")
    names = list(_NAME.finditer(comment.match["names"]))
    for name in names:
        yield Allowance(Text(name[0], comment.line, start + name.start() + 1), first, last, len(names) == 1)


def _unread(document: Document, body: Iterable[Block], read: set[int]) -> Iterator[Text]:
    end = document.frontmatter.end
    code = {number for block in body if block.kind in CODE_BLOCKS for number in range(block.first, block.last + 1)}
    for fence in find_fences(document.lines[end:], end + 1):
        code.update(range(fence.opening.line, fence.last + 1))
    for number, line in enumerate(document.lines, 1):
        if _SIGN in line and number not in read and number not in code:
            meant = _MEANT_IN_FRONTMATTER if number <= end else _MEANT_IN_BODY
            for match in re.finditer(meant, line if number <= end else without_code(line)):
                yield Text(line[match.start() : match.end()], number, match.start() + 1)
