"""An incident to its page: the facts in a card, then the document, then what it is related to."""

from collections.abc import Mapping
from datetime import date

from incident_docs.document.model import Document, Section
from incident_docs.insight.actions import action_items
from incident_docs.site.pages import urls
from incident_docs.site.pages.data.feeds import head_links
from incident_docs.site.pages.html import END, block, element, escape, heading
from incident_docs.site.pages.incident import page_metadata
from incident_docs.site.pages.incident.action_table import action_table
from incident_docs.site.pages.incident.card import card
from incident_docs.site.pages.incident.incident_body import body, withheld
from incident_docs.site.pages.incident.last_change import history
from incident_docs.site.pages.incident.print_note import printed
from incident_docs.site.pages.incident.related_facts import Around
from incident_docs.site.pages.incident.related_list import related
from incident_docs.site.pages.incident.same_service import neighbours
from incident_docs.site.pages.incident.table_parts import extras, mitigation_table
from incident_docs.site.pages.incident.timeline_table import timeline_table
from incident_docs.site.pages.page import Incident, Page, Settings
from incident_docs.site.pages.prose import Prose

_TABLES = ("timeline", "mitigation", "action-items")


def page(
    incident: Incident, incidents: Mapping[str, Incident], settings: Settings, today: date, around: Around
) -> Page:
    """The page of an incident; all incidents are known by their ids."""
    document = incident.document
    sections = [section for id in _TABLES if (section := document.section(id)) and _has_rows(document, id)]
    hidden = withheld(document, [section.table for section in sections if section.table])
    prose = Prose(
        ["" if number in hidden else line for number, line in enumerate(document.lines, 1)],
        lambda href: urls.followed(href, incident, incidents, settings),
        document.is_unpublished,
        is_raw=settings.publishing.has_raw_html,
    )
    tables = {section.heading.line: _table(incident, section, settings, today, prose) for section in sections}
    title = document.title or _heading_title(document) or document.id
    parts = (
        _top(incident, settings, today),
        heading(1, title),
        card(incident, settings, today, prose),
        *body(document, prose.pieces(), tables),
        f"{END}\n\n",
        *related(incident, around, settings),
        *neighbours(incident, around, settings),
        *history(incident),
    )
    return Page(
        incident.path,
        title,
        "".join(parts),
        page_metadata.description(document),
        hide=("navigation",),
        head=head_links(incident.path, settings, incident) + page_metadata.head(incident, title, settings),
    )


def _heading_title(document: Document) -> str:
    return document.header.title.value.value if document.header.title else ""


def _has_rows(document: Document, id: str) -> bool:
    """The table can be read; one that cannot is shown as its author wrote it."""
    if id == "action-items":
        return next(action_items([document]), None) is not None
    return bool(document.timeline if id == "timeline" else document.mitigations)


def _table(incident: Incident, section: Section, settings: Settings, today: date, prose: Prose) -> str:
    document = incident.document
    if section is document.section("timeline"):
        return timeline_table(document, extras(section, ("time", "event")), prose)
    if section is document.section("mitigation"):
        return mitigation_table(document, extras(section, ("action", "result")), prose)
    shown = ("action", "owner", "due", "status", "ticket")
    return action_table(incident, extras(section, shown), settings, today, prose)


def _top(incident: Incident, settings: Settings, today: date) -> str:
    """Where one is, the way back, and the way to change it."""
    index = urls.url(incident.path, settings.index_path, settings.directory_urls)
    back = element("a", '<span aria-hidden="true">←</span> All incidents', class_="idoc-way", href=index)
    edit = element("a", "Edit this page", class_="idoc-way", href=incident.edit_url) if incident.edit_url else ""
    code = element("code", escape(incident.document.id))
    return block(f"{back} {code} {edit}{printed(incident.document, today)}", "idoc-top")
