"""Incidents that a block on some page asks for to a plain list or a table of them."""

from collections.abc import Iterable, Sequence
from datetime import date

from incident_docs.insight.actions import action_items, action_progress
from incident_docs.site.pages import marks
from incident_docs.site.pages.html import element
from incident_docs.site.pages.incident.table_parts import cell
from incident_docs.site.pages.incident.table_parts import table as whole_table
from incident_docs.site.pages.lists import incident_cells
from incident_docs.site.pages.lists.block_place import Place
from incident_docs.site.pages.lists.incident_cells import Row
from incident_docs.site.pages.lists.incident_columns import Column, columns
from incident_docs.site.pages.page import Incident

_TITLE_ONLY = ("services", "status")


def plain(incidents: Iterable[Incident], place: Place, today: date) -> str:
    """Each with its severity, its title, and when and how long it was."""
    return element("ul", "".join(_entry(_row(each, place, today, _TITLE_ONLY)) for each in incidents))


def table(incidents: Iterable[Incident], keys: Sequence[str], place: Place, today: date) -> str:
    """A table with these columns."""
    shown = columns(keys, place.settings.format)
    rows = "".join(
        element("tr", "".join(_cell(column, row) for column in shown), role="row")
        for row in (_row(each, place, today, tuple(keys)) for each in incidents)
    )
    body = element("tbody", rows, role="rowgroup")
    return whole_table([column.label for column in shown], body, "idoc-listed-incidents")


def _row(incident: Incident, place: Place, today: date, keys: tuple[str, ...]) -> Row:
    document = incident.document
    return Row(
        document, place.address(incident), list(action_items([document])), action_progress(document, today), keys
    )


def _entry(row: Row) -> str:
    document = row.document
    status = marks.status(document.status) if document.status and not document.is_resolved else ""
    under = " ".join(filter(None, (status, incident_cells.date(row), incident_cells.duration(row))))
    return element("li", f'{incident_cells.severity(row)} {_title(row)} <span class="idoc-under">{under}</span>')


def _cell(column: Column, row: Row) -> str:
    html = _title(row) if column.key == "title" else column.cell(row)
    labelled = column.is_field or column.key in ("duration", "actions", "postmortem")
    return cell(html, "idoc-field" if column.is_field else f"idoc-{column.key}", column.label if labelled else None)


def _title(row: Row) -> str:
    """Without a link where there is nothing that it could lead to."""
    html = incident_cells.title(row)
    return html if row.address else html.replace('<a href="">', "", 1).replace("</a>", "", 1)
