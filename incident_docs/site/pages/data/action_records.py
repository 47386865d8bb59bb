"""Say what the files for programs tell of an action item."""

from collections.abc import Iterator
from typing import NamedTuple

from incident_docs.document.text import Text
from incident_docs.insight.actions import Item, action_items
from incident_docs.insight.owners import cell_words
from incident_docs.insight.record_parts import ticket_address
from incident_docs.site.pages import urls
from incident_docs.site.pages.page import Incident, Settings


class ActionRecord(NamedTuple):
    """An action item. The fields are the columns of `actions.csv`; `action_files` says what stands in them."""

    id: str
    incident: str
    title: str
    severity: str
    services: tuple[str, ...]
    action: str
    owner: str
    due: str
    status: str
    ticket: str
    url: str


class RecordedAction(NamedTuple):
    """A record, and what it was made of."""

    item: Item
    record: ActionRecord


def recorded_actions(incident: Incident, settings: Settings) -> Iterator[RecordedAction]:
    """Make the records of an incident's action items."""
    document = incident.document
    # As seen from a page at the root of the site.
    page = settings.address + urls.url("index.md", incident.path, settings.directory_urls).removeprefix("./")
    for item in action_items([document]):
        action = item.action
        record = ActionRecord(
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
            url=f"{page}#action-{action.row}",
        )
        yield RecordedAction(item, record)


def _words(item: Item, text: Text | None) -> str:
    """Give a cell's words, also those that say that a report does not say it."""
    if text is not None and item.document.is_unpublished(text.value):
        return text.value
    return cell_words(item, text)
