"""The line that says why an incident leads to no action: `None: <reason>`."""

import re

from incident_docs.document.model import Document, Section
from incident_docs.document.text import Text

_NONE = re.compile(r"\s*(?:[-*+]\s+)?(?:\*\*)?none(?:\*\*)?(?:\.|:(?:\*\*)?\s*(?P<reason>.*?))?\s*", re.IGNORECASE)
_PROSE = ("paragraph", "bullet_list")


def reason_for_no_actions(section: Section, document: Document) -> Text | None:
    """What stands after `None:`, empty if that is nothing; None if there is no such line in the section."""
    lines = document.lines
    for block in section.blocks:
        if block.kind in _PROSE:
            for number in range(block.first, block.last + 1):
                match = _NONE.fullmatch(lines[number - 1])
                if match:
                    start, end = match.span("reason") if match["reason"] else (match.end(), match.end())
                    return Text(lines[number - 1][start:end], number, start + 1)
    return None
