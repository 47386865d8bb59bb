"""Find the lines of a document that people read: no fenced or indented code, comments blanked out."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incident_docs.document.model import Block, Document
from incident_docs.document.text import Text

_FENCE = re.compile(r"[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)")
_QUOTED = re.compile(r"[\s>]*")
_COMMENT = ("<!--", "-->")
_NOT_BREAK = re.compile(r"[^\n]")
CODE_BLOCKS = ("fence", "code_block")


class Fence(NamedTuple):
    """A fenced block; lines are 1-based, in the file."""

    opening: Text
    last: int
    """The closing line, or the last of all if it is not closed."""
    content: tuple[Text, ...]
    """Trimmed, without the marks of a quotation."""


def find_fences(lines: Sequence[str], first: int) -> list[Fence]:
    """Find the fenced blocks in these lines, which stand in the file from line `first` on."""
    found: list[Fence] = []
    mark = ""
    for number, line in enumerate(lines, first):
        match = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if not mark:
            if match is not None:
                mark = match["fence"]
                found.append(Fence(_trimmed(line, number), number, ()))
            continue
        is_close = match is not None and match["fence"].startswith(mark) and not match["info"].strip()
        content = () if is_close else (_trimmed(line, number),)
        found[-1] = found[-1]._replace(last=number, content=found[-1].content + content)
        mark = "" if is_close else mark
    return found


def _trimmed(line: str, number: int) -> Text:
    text = _QUOTED.sub("", line, count=1).rstrip()
    return Text(text, number, len(line.rstrip()) - len(text) + 1)


def prose_lines(document: Document) -> Iterator[Text]:
    """Give the whole lines that people read, in the order of the file, headings too."""
    for first, last in _pieces(document):
        yield from _lines(document, first, last)


def prose_of_block(block: Block, document: Document) -> Iterator[Text]:
    """Give the lines of one block that people read."""
    if block.kind not in CODE_BLOCKS:
        yield from _lines(document, block.first, block.last)


def _lines(document: Document, first: int, last: int) -> Iterator[Text]:
    """What is read of the lines from first to last, which begin and end outside of code."""
    lines = without_comments("\n".join(document.lines[first - 1 : last])).split("\n")
    hidden = {number for fence in find_fences(lines, first) for number in range(fence.opening.line, fence.last + 1)}
    return (Text(line, number) for number, line in enumerate(lines, first) if number not in hidden)


def _pieces(document: Document) -> Iterator[tuple[int, int]]:
    """First and last line of each stretch that begins and ends outside of code."""
    start = document.frontmatter.end + 1
    for section in document.sections:
        yield start, section.heading.line
        for block in section.blocks:
            if block.kind not in CODE_BLOCKS:
                yield block.first, block.last
        start = section.last + 1
    if start <= len(document.lines):
        yield start, len(document.lines)


def without_comments(text: str) -> str:
    """Blank out the HTML comments of a text, every other character in its place."""
    begin, close = _COMMENT
    if begin not in text:
        return text
    pieces = []
    done = 0
    # By hand, for an expression would look for the end again from every `<!--` that has none.
    while (start := text.find(begin, done)) >= 0 and (end := text.find(close, start + len(begin))) >= 0:
        pieces += [text[done:start], _NOT_BREAK.sub(" ", text[start : end + len(close)])]
        done = end + len(close)
    return "".join([*pieces, text[done:]])
