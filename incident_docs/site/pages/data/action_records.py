"""Say what the files for programs tell of an action item."""

from collections.abc import Iterator
from typing import NamedTuple

from incident_docs.insight.action_words import action_words
from incident_docs.insight.actions import Item, action_items
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
        record = ActionRecord(*action_words(item), url=f"{page}#action-{item.action.row}")
        yield RecordedAction(item, record)
