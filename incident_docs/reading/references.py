"""Document to what it says of other files."""

from collections.abc import Iterator

from incident_docs.document.mentions import Mentions
from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.reading.link_targets import anchors_in, relative_links


def read_mentions(document: Document, path: str) -> Mentions:
    """What the document at this path names."""
    found = tuple(relative_links(document))
    leads_inside = any(link.value.startswith("#") for link in found)
    anchors = tuple(name.value for name in anchors_in(document)) if leads_inside else ()
    return Mentions(document.id, path, tuple(_related(document)), found, anchors)


def _related(document: Document) -> Iterator[Text]:
    value = document.value("related")
    if value is None:
        return
    for item in value.data if isinstance(value.data, list) else [value]:
        if isinstance(item.data, str) and item.data.strip():
            # The place of a text in quotes is that of the first quote.
            column = document.lines[item.line - 1].find(item.data, item.column - 1) + 1
            yield Text(item.data, item.line, column or item.column)
