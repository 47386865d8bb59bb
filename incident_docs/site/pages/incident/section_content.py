"""Whether anything stands in a section that an author wrote: while an incident runs, templates are not worth showing."""

import re

from incident_docs.document.model import Document, Section
from incident_docs.document.text import Text, find_placeholders

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r"^[ \t]*(?:`{3,}|~{3,}).*", re.MULTILINE)
_MARKUP = re.compile(r"[\s|*_+>:.`~-]*")


def is_unwritten(section: Section, document: Document) -> bool:
    """The section holds nothing but what a template put there: its table's head, labels, placeholders, comments."""
    lines = list(document.lines[section.heading.line : section.last])
    if section.table is not None:
        head = section.table.line - section.heading.line - 1
        lines[head : head + 2] = []
    text = _FENCE.sub("", _COMMENT.sub("", "\n".join(lines)))
    for placeholder in find_placeholders(Text(text, 1)):
        text = text.replace(placeholder.value, "")
    for label in section.known.bullets if section.known else ():
        text = text.replace(f"{label}:", "", 1)
    return _MARKUP.fullmatch(text) is not None
