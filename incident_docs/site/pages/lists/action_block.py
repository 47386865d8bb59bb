"""Action items that a block on some page asks for to a table of them."""

from collections.abc import Sequence
from datetime import date

from incident_docs.insight.actions import Item
from incident_docs.insight.owners import owner_names
from incident_docs.site.pages import marks
from incident_docs.site.pages.html import element, escape
from incident_docs.site.pages.incident.table_parts import cell
from incident_docs.site.pages.incident.table_parts import table as whole_table
from incident_docs.site.pages.lists import action_cells, action_rows
from incident_docs.site.pages.lists.action_rows import Origin
from incident_docs.site.pages.lists.block_place import Place
from incident_docs.site.pages.page import Incident


def table(found: Sequence[tuple[Incident, Item]], place: Place, today: date) -> str:
    """Action items with the incidents that they came from. The browser counts anew how late they are."""
    incidents = {id(incident.document): incident for incident, _ in found}
    origins = action_rows.origins(incidents.values(), place.by_id, place.settings, place.here or "index.md")
    ticketed = any(item.action.ticket is not None for _, item in found)
    rows = "".join(
        _row(item, incident, origins[id(incident.document)], place, today, ticketed=ticketed)
        for incident, item in found
    )
    heads = ["State", "Action and incident", "Owner", "Due", *(["Ticket"] if ticketed else [])]
    return whole_table(heads, element("tbody", rows, role="rowgroup"), "idoc-listed-actions")


def _row(item: Item, incident: Incident, origin: Origin, place: Place, today: date, *, ticketed: bool) -> str:
    cells = (
        # Its date says whether it is late, and stays true while the page grows old.
        cell(marks.action_state(item.written), "idoc-state"),
        cell(f"{action_cells.action(item, origin.inline)}{_origin(item, incident, place)}", "idoc-action"),
        cell(_owner(item, origin, place), "idoc-owner", "Owner"),
        cell(action_cells.due(item, origin.inline, today), "idoc-due"),
        cell(action_cells.ticket(item, origin.inline), "idoc-ticket") if ticketed else "",
    )
    return element("tr", "".join(cells), role="row")


def _origin(item: Item, incident: Incident, place: Place) -> str:
    document = incident.document
    severity = marks.severity(document.severity, document.format, brief=True) if document.severity else ""
    title, address = escape(document.title or document.id), place.address(incident)
    if address:
        anchor = "" if place.is_alone else f"#action-{item.action.row}"
        title = element("a", title, href=f"{address}{anchor}")
    return element("span", " ".join(filter(None, (severity, title))), class_="idoc-under")


def _owner(item: Item, origin: Origin, place: Place) -> str:
    """With the page of all that they own, if there is one."""
    names = owner_names(item)
    if names and place.is_alone:
        return escape(", ".join(names))
    return action_cells.owner(item, origin.inline, origin.own)
