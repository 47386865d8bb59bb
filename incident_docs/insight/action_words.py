"""Say in plain words what an action item tells, for files and for lists that know no documents."""

from typing import Any

from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.insight.actions import Item, action_items
from incident_docs.insight.listed_actions import ActionWords
from incident_docs.insight.owners import cell_words, owner_names
from incident_docs.insight.record_parts import ticket_address


def action_words(item: Item) -> ActionWords:
    """Say what an action item tells."""
    document, action = item.document, item.action
    return ActionWords(
        id=f"{document.id}#{action.row}",
        incident=document.id,
        title=document.title,
        severity=document.severity.id if document.severity else "",
        services=document.texts("services"),
        action=cell_words(item, action.action),
        owner=_words(item, action.owner),
        due=action.due_on.isoformat() if action.due_on else _words(item, action.due),
        status=_words(item, action.status),
        ticket=ticket_address(action.ticket) or _words(item, action.ticket),
    )


def actions_to_json(document: Document) -> list[Any]:
    """Give a document's action items as JSON holds them; `listed_actions` reads them again."""
    return [
        [
            action_words(item),
            owner_names(item),
            item.written,
            item.due_on.isoformat() if item.due_on else "",
            document.is_unpublished(item.action.due.value),
        ]
        for item in action_items([document])
    ]


def _words(item: Item, text: Text | None) -> str:
    """Give a cell's words, also those that say that a report does not say it."""
    if text is not None and item.document.is_unpublished(text.value):
        return text.value
    return cell_words(item, text)
