"""Action items to the rows of the page that lists all of them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from incident_docs.insight.actions import Item
from incident_docs.site.pages import action_cells as cells
from incident_docs.site.pages import links, marks
from incident_docs.site.pages.html import element, escape
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.site.pages.prose import Prose
from incident_docs.site.pages.rows import cell

_HEADS = "".join(
    element("th", heading, scope="col", role="columnheader")
    for heading in ("State", "Action and incident", "Owner", "Due", "Ticket")
)
HEAD = f'<thead role="rowgroup"><tr role="row">{_HEADS}</tr></thead>'


class Origin(NamedTuple):
    """The incident of a row."""

    address: str
    """Of its page, seen from the list."""
    inline: cells.Inline


def origins(incidents: Iterable[Incident], settings: Settings) -> dict[int, Origin]:
    """By the identity of their documents: until somebody heeds the linter, two may have the same id."""
    by_id = {incident.document.id: incident for incident in incidents}
    return {id(incident.document): _origin(incident, by_id, settings) for incident in incidents}


def _origin(incident: Incident, by_id: Mapping[str, Incident], settings: Settings) -> Origin:
    here, document = settings.actions_path, incident.document
    definitions = [line for line in document.lines if "]:" in line]
    prose = Prose(
        definitions,
        lambda href: links.followed(href, incident, by_id, settings, shown_on=here),
        document.is_unpublished,
    )
    return Origin(links.url(here, incident.path, settings.directory_urls), prose.inline)


def row(item: Item, origin: Origin, today: date) -> str:
    """The row keeps the state that the author wrote: its group says whether it is late."""
    action, document = item.action, item.document
    severity = marks.severity(document.severity, document.format, brief=True) if document.severity else ""
    title = element("a", escape(document.title or document.id), href=f"{origin.address}#action-{action.row}")
    html = (
        cell(marks.action_state(item.written), "idoc-state")
        + cell(f'{origin.inline(action.action.value)}<span class="idoc-under">{severity} {title}</span>', "idoc-action")
        + cell(cells.owner(item, origin.inline), "idoc-owner", "Owner")
        + cell(cells.due(item, origin.inline, today), "idoc-due")
        + cell(cells.ticket(item, origin.inline), "idoc-ticket")
    )
    return element(
        "tr",
        html,
        role="row",
        data_owner=cells.owner_name(item),
        data_service="\n".join(document.texts("services")),
        data_status=item.written,
    )
