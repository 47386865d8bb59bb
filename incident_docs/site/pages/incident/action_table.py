"""An incident's action items to a table, in the order of the file.

What is overdue is as of the day of the build; the page holds what the reader's browser needs to bring it up to date.
"""

from datetime import date

from incident_docs.insight.actions import Item, Progress, State, action_items, action_progress
from incident_docs.site.pages import marks
from incident_docs.site.pages.html import element
from incident_docs.site.pages.incident.table_parts import Extra, cell, table
from incident_docs.site.pages.lists import action_cells
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.site.pages.prose import Prose

ANCHOR = "actions"
"""Of the place that the card's count leads to."""


def action_table(incident: Incident, extras: tuple[Extra, ...], settings: Settings, today: date, prose: Prose) -> str:
    """The sentence with the counts and the table; columns of the authors' own come last."""
    document = incident.document
    found = list(action_items([document]))
    ticketed = any(item.action.ticket is not None for item in found)
    own = action_cells.addresses(incident.path, settings)
    rows = "".join(_row(item, extras, today, prose, own, ticketed=ticketed) for item in found)
    heads = ["State", "Action", "Owner", "Due", *(["Ticket"] if ticketed else []), *(each.heading for each in extras)]
    everything = element("a", "All action items", href=own("actions"))
    sentence = f"{counts(action_progress(document, today), 'done')}. {everything}"
    body = element("tbody", rows, role="rowgroup")
    return element("p", sentence, id=ANCHOR, class_="idoc-progress") + table(heads, body, "idoc-action-items")


def counts(known: Progress, done: str) -> str:
    """`3 of 7 done, 1 overdue`, with the word for done that fits the place."""
    if known.unknown == known.total:
        return f"{known.total} action item{'' if known.total == 1 else 's'}, progress not published"
    overdue = element("b", f"{known.overdue} overdue" if known.overdue else "", class_="idoc-bad")
    unknown = f", {known.unknown} not published" if known.unknown else ""
    late = element("span", f", {overdue}", class_="idoc-overdue-count", hidden=None if known.overdue else "")
    return f"{known.done} of {known.total} {done}{late}{unknown}"


def _row(
    item: Item, extras: tuple[Extra, ...], today: date, prose: Prose, own: action_cells.Address, *, ticketed: bool
) -> str:
    action = item.action
    cells = (
        cell(_state(item, today), "idoc-state"),
        cell(action_cells.action(item, prose.inline), "idoc-action"),
        cell(action_cells.owner(item, prose.inline, own), "idoc-owner", "Owner"),
        cell(action_cells.due(item, prose.inline, today), "idoc-due"),
        cell(action_cells.ticket(item, prose.inline), "idoc-ticket") if ticketed else "",
        *(cell(prose.inline(extra.cells[action.row - 1]), "idoc-extra", extra.heading) for extra in extras),
    )
    return element("tr", "".join(cells), id=f"action-{action.row}", role="row")


def _state(item: Item, today: date) -> str:
    """The mark of its state; of an item that can become overdue both, for the browser to choose from."""
    state = item.state(today)
    if not item.is_open or item.action.due_on is None:
        return marks.action_state(state)
    shown = state is State.OVERDUE
    overdue = element("span", marks.action_state(State.OVERDUE), class_="idoc-if-late", hidden=None if shown else "")
    written = element("span", marks.action_state(item.written), class_="idoc-if-early", hidden="" if shown else None)
    return overdue + written
