"""Whether anything is said under a heading."""

import re
from collections.abc import Iterator, Sequence

from incident_docs.document.model import Block, Document, Section
from incident_docs.document.text import Text
from incident_docs.reading.fences import find_fences
from incident_docs.reading.placeholder import is_blank, is_unwritten, without_comments

_CODE = ("fence", "code_block")
_MARKER = re.compile(r"[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?")
# Most sections begin with a sentence; looking closer is only for what may be a placeholder, a comment or nothing.
_SENTENCE = re.compile(r"(?:[-*+] )?(?!Lorem )[A-Z][a-z]+(?: [a-z0-9,.'-]+){3}")
_EDGE = re.compile(r"^\W+|\W+$")


def says_nothing(section: Section, document: Document) -> bool:
    """Nothing stands in it but space, comments, rules and headings, and once resolved placeholders.

    Of a table whose columns the format knows only the rows count.
    """
    return all(_says_nothing(block, section, document) for block in section.blocks)


def written_lines(section: Section, document: Document) -> list[Text]:
    """The lines under its heading that say something, code too, without the marks of lists and quotations."""
    found = []
    for block in section.blocks:
        if block.kind not in ("heading", "hr"):
            text = without_comments("\n".join(document.lines[block.first - 1 : block.last]))
            for number, line in enumerate(text.split("\n"), block.first):
                words = _MARKER.sub("", line, count=1)
                if not is_blank(words):
                    found.append(Text(words.rstrip(), number, len(line) - len(words) + 1))
    return found


def only_says(pattern: re.Pattern[str], section: Section, document: Document) -> Text | None:
    """The first line of a section in which the pattern knows every line; None if more is said, or nothing."""
    lines = written_lines(section, document)
    return lines[0] if lines and all(pattern.fullmatch(_EDGE.sub("", line.value)) for line in lines) else None


def _says_nothing(block: Block, section: Section, document: Document) -> bool:
    if block.kind == "heading":
        return True
    lines = document.lines[block.first - 1 : block.last]
    if block.kind in _CODE:
        written = find_fences(lines, block.first)[0].content if block.kind == "fence" else _trimmed(lines, block.first)
        # What looks like a placeholder is none in code, except where code is what the format asks for.
        if section.known is None or not section.known.fenced:
            return not any(line.value for line in written)
        pieces: Iterator[str] = (line.value for line in written)
    elif _SENTENCE.match(lines[0]):
        return False
    else:
        pieces = _pieces(block, section, document)
    return all(is_unwritten(piece, document) if document.is_resolved else is_blank(piece) for piece in pieces)


def _trimmed(lines: Sequence[str], first: int) -> Iterator[Text]:
    return (Text(line.strip(), number) for number, line in enumerate(lines, first))


def _pieces(block: Block, section: Section, document: Document) -> Iterator[str]:
    """The cells and lines of a block, without the marks of lists and quotations."""
    has_columns = section.known is not None and bool(section.known.columns)
    headings = (section.table.line, section.table.line + 1) if has_columns and section.table else ()
    text = without_comments("\n".join(document.lines[block.first - 1 : block.last]))
    for number, line in enumerate(text.split("\n"), block.first):
        if number not in headings:
            yield from _MARKER.sub("", line, count=1).split("|")
