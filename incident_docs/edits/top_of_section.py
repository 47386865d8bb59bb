"""Lines to the edit that puts them directly under a heading, and not into what is there."""

from incident_docs.document.edit import Edit, insert_lines
from incident_docs.document.model import Document, Section


def under_heading(section: Section, text: str, document: Document) -> Edit:
    """Put lines under the heading of a section; `text` has no last line end."""
    following = section.heading.line + 1
    is_close = following <= len(document.lines) and bool(document.lines[following - 1].strip())
    return insert_lines(following, f"{text}\n\n" if is_close else f"{text}\n")
