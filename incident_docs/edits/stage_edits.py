"""Bring a document to another stage of the response: the edits that no other file has."""

from collections.abc import Iterator, Sequence

from incident_docs.document.edit import Edit, delete_lines, insert_lines
from incident_docs.document.model import Document
from incident_docs.edits.frontmatter_fields import set_field
from incident_docs.edits.placing import insert_under_heading
from incident_docs.edits.section_insertion import insert_section
from incident_docs.errors import CannotEdit
from incident_docs.format.sections import VERIFICATION
from incident_docs.reading.prose import Fence, find_fences
from incident_docs.reading.unwritten import is_unwritten

_FENCE = "```"


def add_strategy(document: Document, strategy: str) -> tuple[Edit, ...]:
    """Name a strategy among those that were used, as the last one."""
    used = document.texts("strategy")
    return () if strategy in used else set_field(document, "strategy", [*used, strategy])


def add_verification(document: Document, lines: Sequence[str]) -> tuple[Edit, ...]:
    """Write lines at the end of the verification's first block of code, in place of its placeholders.

    A section without a block gets one.  Raises CannotEdit if the section is missing.
    """
    section = document.section(VERIFICATION.id)
    if section is None:
        raise CannotEdit(f"there is no section {document.format.section[VERIFICATION.id].heading}")
    first = section.heading.line + 1
    fences = find_fences(document.lines[first - 1 : section.last], first)
    text = "\n".join(line.replace(_FENCE, "'''") for line in lines)
    if not fences:
        return (insert_under_heading(section, f"{_FENCE}\n{text}\n{_FENCE}", document),)
    fence = fences[0]
    if all(is_unwritten(line.value, document) for line in fence.content):
        return *_emptied(fence), insert_lines(fence.last, f"{text}\n")
    return (insert_lines(fence.last, f"{text}\n"),)


def _emptied(fence: Fence) -> Iterator[Edit]:
    if fence.content:
        yield delete_lines(fence.content[0].line, fence.content[-1].line)


def insert_if_missing(document: Document, id: str) -> tuple[Edit, ...]:
    """Insert a section with its placeholders, unless it is there or its place is unclear."""
    try:
        return insert_section(document, id)
    except CannotEdit:
        return ()
