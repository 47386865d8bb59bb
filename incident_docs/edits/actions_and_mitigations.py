"""Add mitigations and action items, and change or close action items."""

from datetime import date

from incident_docs.document.edit import Edit
from incident_docs.document.model import ActionItem, Document
from incident_docs.document.scaffold import write_table
from incident_docs.edits.cell_text import cell_text
from incident_docs.edits.section_insertion import insert_section
from incident_docs.edits.table_editing import add_row, write_column
from incident_docs.errors import CannotEdit
from incident_docs.format.sections import ACTION_ITEMS, MITIGATION
from incident_docs.reading.unwritten import is_blank, reason_for_no_actions

DONE = "done"


def add_mitigation(document: Document, action: str, result: str) -> tuple[Edit, ...]:
    """Add a row to the mitigations, as the last one."""
    _check_says_something("action", action)
    return add_row(document, MITIGATION.id, {"action": action, "result": result})


def add_action(
    document: Document,
    action: str,
    owner: str,
    due: date | str,
    *,
    status: str = "",
    ticket: str = "",
    priority: str = "",
) -> tuple[Edit, ...]:
    """Add an action item as the last one. A column that is not in the table is added if there is something to be put in it.

    Raises CannotEdit if the section says that there are none.
    """
    _check_says_something("action", action)
    section = document.section(ACTION_ITEMS.id)
    none = reason_for_no_actions(section, document) if section is not None else None
    if none is not None:
        raise CannotEdit(f"line {none.line} says that nothing is to be done; take that out first")
    values = {
        "action": action,
        "owner": owner,
        "due": str(due),
        "status": status,
        "ticket": ticket,
        "priority": priority,
    }
    return add_row(document, ACTION_ITEMS.id, values)


def insert_table(document: Document, id: str) -> tuple[Edit, ...]:
    """Insert the section of mitigations or of action items with an empty table, if it is not there."""
    if document.section(id) is not None:
        return ()
    headings = [column.heading for column in document.format.section[id].columns if column.required]
    return insert_section(document, id, write_table(headings, []).rpartition("\n")[0])


def change_action(document: Document, which: int | str, column: str, text: str) -> tuple[Edit, ...]:
    """Write another text in a column of an action item, by the column's id; the column is added if it is not there.

    `which` is the number of the row (1-based), or a text that only this action holds.
    """
    item = find_action(document, which)
    return write_column(document, ACTION_ITEMS.id, item.row - 1, column, text)


def close_action(document: Document, which: int | str, status: str = DONE) -> tuple[Edit, ...]:
    """Write in an action item that it is done, or another status that closes it."""
    item = find_action(document, which)
    if item.status is not None and item.status.value.casefold() == status.casefold():
        return ()
    return change_action(document, item.row, "status", status)


def find_action(document: Document, which: int | str) -> ActionItem:
    """Give the action item in this row (1-based), or the only one that holds this text. Raises CannotEdit without one."""
    if isinstance(which, int):
        found = [item for item in document.actions if item.row == which]
        wanted = f"in row {which}"
    else:
        words = " ".join(which.split()).casefold()
        same = [item for item in document.actions if item.action.value.casefold() == words]
        found = same or [item for item in document.actions if words in item.action.value.casefold()]
        wanted = f"that says {which}"
    if not found:
        raise CannotEdit(f"there is no action item {wanted}")
    if len(found) > 1:
        rows = ", ".join(str(item.row) for item in found)
        raise CannotEdit(f"there are {len(found)} action items {wanted}, in the rows {rows}; name one of these")
    return found[0]


def _check_says_something(name: str, text: str) -> None:
    if is_blank(cell_text(text)):
        raise CannotEdit(f"the {name} says nothing")
