"""Tell whether a text, a row or a section says anything, or still waits to be written."""

import re
from collections.abc import Iterator

from incident_docs.document.model import ActionItem, Block, Document, Section
from incident_docs.document.readings import read_once
from incident_docs.document.text import Text
from incident_docs.reading.placeholders import is_placeholder
from incident_docs.reading.prose import CODE_BLOCKS, find_fences, without_comments

_NOTHING = "-–—.…?*_ \t"
_PROSE = ("paragraph", "bullet_list")
_MARKER = re.compile(r"[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?")
# Most sections begin with a sentence; looking closer is only for what may be a placeholder, a comment or nothing.
_SENTENCE = re.compile(r"(?:[-*+] )?(?!Lorem )[A-Z][a-z]+(?: [a-z0-9,.'-]+){3}")
_EDGE = re.compile(r"^\W+|\W+$")
_NONE = re.compile(r"\s*(?:[-*+]\s+)?(?:\*\*)?none(?:\*\*)?(?:\.|:(?:\*\*)?\s*(?P<reason>.*?))?\s*", re.IGNORECASE)


def is_blank(text: str) -> bool:
    """Tell whether nothing is written, or only a dash, dots, a question mark or a comment."""
    return not text[:1].isalnum() and not without_comments(text).strip(_NOTHING)


def is_unwritten(text: str, document: Document) -> bool:
    """Tell whether a text is blank, a placeholder, or `not published` in a document that may not say so."""
    return is_blank(text) or is_placeholder(text) or claims_unpublished(text, document)


def claims_unpublished(text: str, document: Document) -> bool:
    """Tell whether the text says `not published`, but there is no report that could have published it."""
    label = document.format.labels.not_published
    return not document.is_reconstructed and text.strip("*_. ").casefold() == label.casefold()


@read_once
def written_actions(document: Document) -> tuple[ActionItem, ...]:
    """Give the rows in which the action, the owner or the due date says something."""
    return tuple(
        item
        for item in document.actions
        if not all(is_unwritten(cell.value, document) for cell in (item.action, item.owner, item.due))
    )


def reason_for_no_actions(section: Section, document: Document) -> Text | None:
    """Find what stands after `None:`, empty if that is nothing; None if there is no such line in the section."""
    lines = document.lines
    for block in section.blocks:
        if block.kind in _PROSE:
            for number in range(block.first, block.last + 1):
                match = _NONE.fullmatch(lines[number - 1])
                if match:
                    start, end = match.span("reason") if match["reason"] else (match.end(), match.end())
                    return Text(lines[number - 1][start:end], number, start + 1)
    return None


def says_nothing(section: Section, document: Document) -> bool:
    """Tell whether a section holds only space, comments, rules and headings, and once resolved placeholders.

    Of a table whose columns the format knows only the rows count.
    """
    return all(_says_nothing(block, section, document) for block in section.blocks)


def written_lines(section: Section, document: Document) -> list[Text]:
    """Give the lines under its heading that say something, code too, without the marks of lists and quotations."""
    found = []
    for block in section.blocks:
        if block.kind not in ("heading", "hr"):
            text = without_comments("\n".join(document.lines[block.first - 1 : block.last]))
            for number, line in enumerate(text.split("\n"), block.first):
                words = _MARKER.sub("", line, count=1)
                if not is_blank(words):
                    found.append(Text(words.rstrip(), number, len(line) - len(words) + 1))
    return found


def only_says(pattern: re.Pattern[str], id: str, document: Document) -> Text | None:
    """Find the first line of a section of the postmortem in which the pattern matches every line.

    None if more is said, if nothing is, or if no postmortem is to be written.
    """
    section = document.section(id)
    lines = written_lines(section, document) if section is not None and not document.waives_postmortem else []
    return lines[0] if lines and all(pattern.fullmatch(_EDGE.sub("", line.value)) for line in lines) else None


def is_only_template(section: Section, document: Document) -> bool:
    """Tell whether a section holds only what a template put there: its table's head, labels, placeholders, comments."""
    labels = section.known.bullets if section.known else ()
    pieces = (piece for block in section.blocks for piece in _pieces(block, section, document))
    values = (
        piece.removeprefix(next((f"{label}:" for label in labels if piece.startswith(label)), "")) for piece in pieces
    )
    return all(is_blank(value) or is_placeholder(value) for value in values)


def _says_nothing(block: Block, section: Section, document: Document) -> bool:
    if block.kind == "heading":
        return True
    is_code = block.kind in CODE_BLOCKS
    if not is_code and _SENTENCE.match(document.lines[block.first - 1]):
        return False
    pieces = _pieces(block, section, document)
    if is_code and not (section.known is not None and section.known.fenced):
        # What looks like a placeholder is none in code, except where code is what the format asks for.
        return not any(pieces)
    return all(is_unwritten(piece, document) if document.is_resolved else is_blank(piece) for piece in pieces)


def _pieces(block: Block, section: Section, document: Document) -> Iterator[str]:
    """The cells and lines of a block, without the marks of lists and quotations."""
    lines = document.lines[block.first - 1 : block.last]
    if block.kind == "fence":
        yield from (line.value for line in find_fences(lines, block.first)[0].content)
        return
    if block.kind == "code_block":
        yield from (line.strip() for line in lines)
        return
    has_columns = section.known is not None and bool(section.known.columns)
    headings = (section.table.line, section.table.line + 1) if has_columns and section.table else ()
    for number, line in enumerate(without_comments("\n".join(lines)).split("\n"), block.first):
        if number not in headings:
            yield from _MARKER.sub("", line, count=1).split("|")
