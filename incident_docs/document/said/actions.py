"""Which rows of the action items are written, and which a template left."""

from collections.abc import Iterator

from incident_docs.document.model import ActionItem, Document
from incident_docs.document.said.placeholder import is_unwritten


def written(document: Document) -> Iterator[ActionItem]:
    """The rows in which the action, the owner or the due date says something."""
    return (
        item
        for item in document.actions
        if not all(is_unwritten(cell.value, document) for cell in (item.action, item.owner, item.due))
    )
