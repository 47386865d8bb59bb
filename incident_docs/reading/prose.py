"""Document to the lines of its body that people read: no fences, no code blocks, comments blanked out."""

from collections.abc import Iterator

from incident_docs.document.model import Block, Document
from incident_docs.document.text import Text
from incident_docs.reading.fences import find_fences
from incident_docs.reading.placeholder import without_comments

_CODE = ("fence", "code_block")


def prose_lines(document: Document) -> Iterator[Text]:
    """Whole lines, in the order of the file, headings too."""
    for first, last in _pieces(document):
        yield from _lines(document, first, last)


def prose_of_block(block: Block, document: Document) -> Iterator[Text]:
    """The lines of one block."""
    if block.kind not in _CODE:
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
            if block.kind not in _CODE:
                yield block.first, block.last
        start = section.last + 1
    if start <= len(document.lines):
        yield start, len(document.lines)
