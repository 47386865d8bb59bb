"""Make an incident's page: the facts in a card, then the document, then what it is related to."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.insight.actions import Item, action_items, action_progress
from incident_docs.site.pages import urls
from incident_docs.site.pages.action_view import PageLinks
from incident_docs.site.pages.author_markdown import Prose
from incident_docs.site.pages.data.feeds import head_links
from incident_docs.site.pages.dates import short_day
from incident_docs.site.pages.incident import page_metadata
from incident_docs.site.pages.incident.card import show_card
from incident_docs.site.pages.incident.incident_body import lay_out, lines_elsewhere
from incident_docs.site.pages.incident.incident_tables import author_columns, show_action_items, show_mitigations
from incident_docs.site.pages.incident.last_change import find_last_change
from incident_docs.site.pages.incident.related_facts import Around, find_same_service, list_related
from incident_docs.site.pages.incident.timeline_table import show_timeline
from incident_docs.site.pages.page import Incident, Page, Settings
from incident_docs.site.pages.templating import fill_page

_COLUMNS = {
    "timeline": ("time", "event"),
    "mitigation": ("action", "result"),
    "action-items": ("action", "owner", "due", "status", "ticket"),
}
"""The columns that the site's form of each table shows, by the id of its section."""


class Top(NamedTuple):
    """Where one is, the way back, and the way to change it."""

    id: str
    list_address: str
    edit_address: str
    printed: str
    """What a printed page says of its day, if no browser brings it up to date. It is no text of the page, so that no search
    finds it: the stylesheet for print shows it."""


def page(
    incident: Incident, incidents: Mapping[str, Incident], settings: Settings, today: date, around: Around
) -> Page:
    """Make the page of an incident as it stands on this day; all incidents are known by their ids."""
    document = incident.document
    items = list(action_items([document]))
    # A table that cannot be read is shown as its author wrote it.
    rows = {"timeline": document.timeline, "mitigation": document.mitigations, "action-items": items}
    columns = {id: author_columns(document.sections_by_id[id], _COLUMNS[id]) for id in rows if rows[id]}
    elsewhere = lines_elsewhere(document, [table for id in columns if (table := document.sections_by_id[id].table)])
    prose = Prose(
        ["" if number in elsewhere else line for number, line in enumerate(document.lines, 1)],
        lambda href: urls.followed(href, incident, incidents, settings),
        document.is_unpublished,
        is_raw=settings.publishing.has_raw_html,
    )
    links = PageLinks(incident.path, settings)
    title = document.title or _heading_title(document) or document.id
    body = fill_page(
        "incident.html",
        settings.template_folders,
        title=title,
        top=_top(incident, items, settings, today),
        card=show_card(incident, settings, prose),
        progress=action_progress(document, today),
        parts=lay_out(document, prose.pieces(), columns),
        timeline=show_timeline(document, columns.get("timeline", ()), prose),
        mitigations=show_mitigations(document, columns.get("mitigation", ()), prose),
        actions=show_action_items(items, columns.get("action-items", ()), links, today, prose),
        related=list_related(incident, around, settings),
        service=find_same_service(incident, around, settings),
        change=find_last_change(incident),
    )
    return Page(
        incident.path,
        title,
        body,
        page_metadata.description(document),
        hide=("navigation",),
        head=f"{head_links(incident.path, settings, incident)}{page_metadata.head(incident, title, settings)}",
    )


def _heading_title(document: Document) -> str:
    return document.header.title.value.value if document.header.title else ""


def _top(incident: Incident, items: Iterable[Item], settings: Settings, today: date) -> Top:
    can_be_late = any(item.is_open and item.action.due_on for item in items)
    return Top(
        incident.document.id,
        urls.url(incident.path, settings.index_path, settings.directory_urls),
        incident.edit_url,
        f"Overdue is counted to {short_day(today)}." if can_be_late else "",
    )
