"""Action items to what programs read of them: all of the site, and those of each owner."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incident_docs.document.text import Text
from incident_docs.insight.actions import Item, action_items
from incident_docs.insight.owners import cell_words
from incident_docs.site.pages import urls
from incident_docs.site.pages.incident_order import newest_first
from incident_docs.site.pages.owner_lists import by_owner, downloads_path
from incident_docs.site.pages.page import Incident, Settings

_TARGET = re.compile(r"(?:\]\(\s*<?|<)(https?://[^\s()<>]+)", re.IGNORECASE)


class Record(NamedTuple):
    """An action item. The fields are the columns of `actions.csv`, and what stands in them is told in `action_data`."""

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


class Recorded(NamedTuple):
    """A record, and what it was made of."""

    item: Item
    path: str
    """Of its incident's page."""
    record: Record


class Records(NamedTuple):
    """A list of action items that can be had as files."""

    path: str
    """Of its files, without the ends of their names."""
    owner: str
    """Whose they are; empty if everybody's."""
    all: Sequence[Recorded]


def records(incidents: Sequence[Incident], settings: Settings) -> Iterator[Records]:
    """Everybody's, then each owner's."""
    found = [made for incident in newest_first(incidents) for made in recorded(incident, settings)]
    if not found:
        return
    yield Records(downloads_path(settings), "", found)
    for owner in by_owner(found, lambda made: made.item):
        yield Records(downloads_path(settings, owner.slug), owner.name, owner.items)


def recorded(incident: Incident, settings: Settings) -> Iterator[Recorded]:
    """Those of one incident."""
    document = incident.document
    # As seen from a page at the root of the site.
    page = settings.address + urls.url("index.md", incident.path, settings.directory_urls).removeprefix("./")
    for item in action_items([document]):
        action = item.action
        record = Record(
            id=f"{document.id}#{action.row}",
            incident=document.id,
            title=document.title,
            severity=document.severity.id if document.severity else "",
            services=document.texts("services"),
            action=cell_words(item, action.action),
            owner=_said(item, action.owner),
            due=action.due_on.isoformat() if action.due_on else _said(item, action.due),
            status=_said(item, action.status),
            ticket=_target(action.ticket) or _said(item, action.ticket),
            url=f"{page}#action-{action.row}",
        )
        yield Recorded(item, incident.path, record)


def _said(item: Item, text: Text | None) -> str:
    """What a cell says, that a report does not say it too."""
    if text is not None and item.document.is_unpublished(text.value):
        return text.value
    return cell_words(item, text)


def _target(text: Text | None) -> str:
    found = _TARGET.search(text.value) if text else None
    return found[1] if found else ""
