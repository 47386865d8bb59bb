"""Find the people whom an incident names as owners, authors or commander, and hide them."""

import re
from collections.abc import Iterable, Iterator

from incident_docs.audience import redacted_frontmatter
from incident_docs.document.edit import apply_edits, replace_text
from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.document.table import find_table
from incident_docs.document.text import Text
from incident_docs.format.definition import Format
from incident_docs.format.sections import ACTION_ITEMS

KEYS = ("authors", "commander")
"""The fields that name people, and nothing else."""
WRITING = "postmortem"
_OWNER = "owner"
HIDDEN_OWNER = "—"
"""What stands in a cell in the place of an owner."""
_HANDLE = re.compile(r"(?<![\w@./])@\w+(?:[.-]\w+)*")
_SOMEBODY = "@…"


def people_handles(text: str, format: Format) -> frozenset[str]:
    """Find the handles of the people whom the incident names as owners, authors or commander: `@ana`."""
    document = parse(text, format=format)
    names = [cell.value for cell in _cells(document)]
    names += [name for key in KEYS for name in document.texts(key)]
    names += [str(owner.data) for owner in _owner_of_postmortem(document)]
    return frozenset(handle for words in names for handle in _HANDLE.findall(words))


def hide_people(text: str, names: Iterable[str], format: Format) -> str:
    """Put a dash into the owners' cells, take the owner out of the postmortem's field, and hide these handles."""
    document = parse(text, format=format)
    text = apply_edits(text, (replace_text(cell, HIDDEN_OWNER) for cell in _cells(document)))
    writing = document.value(WRITING)
    if _owner_of_postmortem(document) and writing is not None and isinstance(writing.data, dict):
        rest = {key: value.plain for key, value in writing.data.items() if key != _OWNER}
        text = redacted_frontmatter.rewrite_fields(text, {WRITING: rest})
    known = frozenset(names)
    return _HANDLE.sub(lambda match: _SOMEBODY if match[0] in known else match[0], text)


def _owner_of_postmortem(document: Document) -> list[Value]:
    writing = document.value(WRITING)
    return (
        [writing.data[_OWNER]]
        if writing is not None and isinstance(writing.data, dict) and _OWNER in writing.data
        else []
    )


def _cells(document: Document) -> Iterator[Text]:
    """Find the cells of every column of owners, whether the rest of its table can be read or not."""
    names = _headings(document.format)
    for section in document.sections:
        for block in section.blocks:
            found = find_table(document.lines, block.first, block.last) if block.kind == "paragraph" else None
            columns = (
                [
                    place
                    for place, heading in enumerate(found.headings)
                    if heading.value.casefold().strip("*_ ") in names
                ]
                if found
                else []
            )
            for row in found.rows if found else ():
                yield from (row[place] for place in columns if place < len(row))


def _headings(format: Format) -> set[str]:
    section = format.section[ACTION_ITEMS.id]
    return {column.heading.casefold() for column in section.columns if column.id == _OWNER}
