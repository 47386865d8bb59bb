"""An incident to its page: the facts in a card, then the document, then what it is related to."""

from collections.abc import Iterator, Mapping
from datetime import date

from incident_docs.document.model import Document, Section
from incident_docs.insight.actions import items
from incident_docs.site.pages import links, marks, when
from incident_docs.site.pages.action_table import action_table
from incident_docs.site.pages.body import body, withheld
from incident_docs.site.pages.card import card
from incident_docs.site.pages.html import block, element, escape, heading
from incident_docs.site.pages.page import Incident, Page, Settings
from incident_docs.site.pages.prose import Prose
from incident_docs.site.pages.rows import extras, mitigation_table
from incident_docs.site.pages.timeline_table import timeline_table

_TABLES = ("timeline", "mitigation", "action-items")


def page(incident: Incident, incidents: Mapping[str, Incident], settings: Settings, today: date) -> Page:
    """The page of an incident; all incidents are known by their ids."""
    document = incident.document
    sections = [section for id in _TABLES if (section := document.section(id)) and _has_rows(document, id)]
    hidden = withheld(document, [section.table for section in sections if section.table])
    prose = Prose(
        ["" if number in hidden else line for number, line in enumerate(document.lines, 1)],
        lambda href: links.followed(href, incident, incidents, settings),
        document.is_unpublished,
    )
    tables = {section.heading.line: _table(incident, section, settings, today, prose) for section in sections}
    title = document.title or _heading_title(document) or document.id
    parts = (
        _top(incident, settings),
        heading(1, title),
        card(incident, settings, today, prose),
        *body(document, prose.pieces(), tables),
        *_related(incident, incidents, settings),
    )
    return Page(incident.path, title, "".join(parts), description=document.impact, hide=("navigation",))


def _heading_title(document: Document) -> str:
    return document.header.title.value.value if document.header.title else ""


def _has_rows(document: Document, id: str) -> bool:
    """The table can be read; one that cannot is shown as its author wrote it."""
    if id == "action-items":
        return next(items([document]), None) is not None
    return bool(document.timeline if id == "timeline" else document.mitigations)


def _table(incident: Incident, section: Section, settings: Settings, today: date, prose: Prose) -> str:
    document = incident.document
    if section is document.section("timeline"):
        return timeline_table(document, extras(section, ("time", "event")), prose)
    if section is document.section("mitigation"):
        return mitigation_table(document, extras(section, ("action", "result")), prose)
    shown = ("action", "owner", "due", "status", "ticket")
    return action_table(incident, extras(section, shown), settings, today, prose)


def _top(incident: Incident, settings: Settings) -> str:
    """Where one is, the way back, and the way to change it."""
    index = links.url(incident.path, settings.index_path, settings.directory_urls)
    back = element("a", '<span aria-hidden="true">←</span> All incidents', class_="idoc-way", href=index)
    edit = element("a", "Edit this page", class_="idoc-way", href=incident.edit_url) if incident.edit_url else ""
    return block(f"{back} {element('code', escape(incident.document.id))} {edit}", "idoc-top")


def _related(incident: Incident, incidents: Mapping[str, Incident], settings: Settings) -> Iterator[str]:
    named = incident.document.texts("related")
    if not named:
        return
    rows = "".join(_related_row(incident, id, incidents.get(id), settings) for id in dict.fromkeys(named))
    yield heading(2, "Related incidents")
    yield block(element("ul", rows, class_="idoc-related"))


def _related_row(incident: Incident, id: str, other: Incident | None, settings: Settings) -> str:
    if other is None:
        return element("li", f"<span></span>{element('span', element('code', escape(id)))}")
    document = other.document
    severity = marks.severity(document.severity, document.format, brief=True) if document.severity else ""
    address = links.url(incident.path, other.path, settings.directory_urls)
    link = element("a", escape(document.title or id), href=address)
    under = element("span", " · ".join(_when(document)), class_="idoc-under")
    return element("li", element("span", severity) + element("span", f"{link}{under}"))


def _when(document: Document) -> Iterator[str]:
    started, resolved = document.times.get("started"), document.times.get("resolved")
    if started is not None:
        yield when.short_day(started.at.astimezone(document.zone).date())
    if started is not None and resolved is not None and (length := when.length(resolved, started)):
        yield length
    yield "Named by the authors"
