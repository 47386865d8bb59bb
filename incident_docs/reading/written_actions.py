"""Which rows of the action items are written, and which a template left."""

from functools import lru_cache

from incident_docs.document.model import ActionItem, Document
from incident_docs.reading.placeholder import is_unwritten


@lru_cache(maxsize=1)
def written_actions(document: Document) -> tuple[ActionItem, ...]:
    """The rows in which the action, the owner or the due date says something."""
    return tuple(
        item
        for item in document.actions
        if not all(is_unwritten(cell.value, document) for cell in (item.action, item.owner, item.due))
    )
