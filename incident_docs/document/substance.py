"""Whether anything is said under a heading."""

import re
from collections.abc import Iterator

from incident_docs.document.model import Block, Document, Section
from incident_docs.document.placeholder import is_blank, is_unwritten, without_comments

_CODE = ("fence", "code_block")
_MARKER = re.compile(r"[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?")


def is_hollow(section: Section, document: Document) -> bool:
    """Nothing stands in it but space, comments, rules and headings, and once resolved placeholders.

    Of a table whose columns the format knows only the rows count.
    """
    return all(_says_nothing(block, section, document) for block in section.blocks)


def _says_nothing(block: Block, section: Section, document: Document) -> bool:
    if block.kind == "heading":
        return True
    if block.kind in _CODE:
        # What looks like a placeholder is none in code, except where code is what the format asks for.
        if section.known is None or not section.known.fenced:
            return not block.content.strip()
        pieces = iter(block.content.split("\n"))
    else:
        pieces = _pieces(block, section, document)
    return all(is_unwritten(piece, document) if document.is_resolved else is_blank(piece) for piece in pieces)


def _pieces(block: Block, section: Section, document: Document) -> Iterator[str]:
    """The cells and lines of a block, without the marks of lists and quotations."""
    has_columns = section.known is not None and bool(section.known.columns)
    headings = (section.table.line, section.table.line + 1) if has_columns and section.table else ()
    text = without_comments("\n".join(document.lines[block.first - 1 : block.last]))
    for number, line in enumerate(text.split("\n"), block.first):
        if number not in headings:
            yield from _MARKER.sub("", line, count=1).split("|")
