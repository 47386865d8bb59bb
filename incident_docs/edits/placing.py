"""Find the place of a block below a heading, and put or move whole blocks there."""

import re

from incident_docs.document.edit import Edit, delete_lines, insert_lines
from incident_docs.document.model import Document, Section
from incident_docs.document.text import Text

_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}")


def line_behind(heading: Text | None, document: Document, *, is_section: bool) -> int:
    """Find the line before which a block goes that is to stand next after a heading; without one, the first of the body.

    It stands before the `---` that ends a half or the header, but a section is no part of the header.
    """
    if heading is None:
        return _first_of_body(document)
    if is_section and _is_of_header(heading, document):
        return _next(heading, document)
    return last_line_under(heading, document) + 1


def insert_block(line: int, block: str, document: Document) -> Edit:
    """Put whole lines before a line, set off by an empty one on each side."""
    above = "" if line == 1 or not document.lines[line - 2].strip() else "\n"
    below = "" if line > len(document.lines) or not document.lines[line - 1].strip() else "\n"
    return insert_lines(line, f"{above}{block}{below}")


def insert_under_heading(section: Section, text: str, document: Document) -> Edit:
    """Put lines directly under the heading of a section, and not into what is there; `text` has no last line end."""
    following = section.heading.line + 1
    is_close = following <= len(document.lines) and bool(document.lines[following - 1].strip())
    return insert_lines(following, f"{text}\n\n" if is_close else f"{text}\n")


def move_block(heading: Text, line: int, document: Document) -> tuple[Edit, Edit] | None:
    """Put a heading and what stands under it before a line; None if it is there already."""
    first, last = heading.line, last_line_under(heading, document)
    block = "\n".join(document.lines[first - 1 : last])
    # The empty lines around it are to be as many as they were.
    while last < len(document.lines) and not document.lines[last].strip():
        last += 1
    while last == len(document.lines) and first > 1 and not document.lines[first - 2].strip():
        first -= 1
    return (
        None if first <= line <= last + 1 else (insert_block(line, f"{block}\n", document), delete_lines(first, last))
    )


def _first_of_body(document: Document) -> int:
    body = range(document.frontmatter.end + 1, len(document.lines) + 1)
    return next((number for number in body if document.lines[number - 1].strip()), len(document.lines) + 1)


def last_line_under(heading: Text, document: Document) -> int:
    """Find the last line that says something before the next heading that is not a part of this one's section."""
    last = _next(heading, document) - 1
    while last > heading.line and _separates(document.lines[last - 1]):
        last -= 1
    return last


def _separates(line: str) -> bool:
    return not line.strip() or _RULE.fullmatch(line) is not None


def _next(heading: Text, document: Document) -> int:
    """The line of the next heading that has a part in the format; the one after the last line if there is none."""
    header = (document.header.title, document.header.status, document.header.severity)
    lines = [each.text.line for each in header if each]
    lines += [half.line for half in document.halves]
    lines += [section.heading.line for section in document.sections]
    return min((line for line in lines if line > heading.line), default=len(document.lines) + 1)


def _is_of_header(heading: Text, document: Document) -> bool:
    header = (document.header.title, document.header.status, document.header.severity)
    return any(each is not None and each.text.line == heading.line for each in header)
