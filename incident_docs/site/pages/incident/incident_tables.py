"""Show the tables of mitigations and of action items, with the columns that their authors added."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from incident_docs.document.model import Document, Section
from incident_docs.insight.actions import Item, State
from incident_docs.site.pages.action_view import ActionView, PageLinks, action_view
from incident_docs.site.pages.author_markdown import Prose, plain
from incident_docs.site.pages.marks import StateMark, state_mark


class AuthorColumn(NamedTuple):
    """A column that the format does not know."""

    heading: str
    cells: tuple[str, ...]
    """One for each row, as written."""


class MitigationRow(NamedTuple):
    """What was done, and what came of it."""

    action: Markup
    result: Markup
    others: list[tuple[str, Markup]]
    """The cells of the authors' columns, each with its heading."""


class Mitigations(NamedTuple):
    """What `mitigations.html` shows."""

    rows: list[MitigationRow]
    columns: list[str]
    """The headings of the authors' columns."""


class ActionRow(NamedTuple):
    """An action item."""

    item: ActionView
    can_be_late: bool
    """It is open and has a date; it has both marks, for the browser to choose from."""
    others: list[tuple[str, Markup]]
    """The cells of the authors' columns, each with its heading."""


class ActionTable(NamedTuple):
    """What `action-items.html` shows."""

    address: str
    """Of all action items of the site."""
    rows: list[ActionRow]
    overdue: StateMark
    has_tickets: bool
    columns: list[str]
    """The headings of the authors' columns."""


def author_columns(section: Section, shown: Sequence[str]) -> tuple[AuthorColumn, ...]:
    """Find the columns of a section's table that are not shown anyway; those that are are named by their ids."""
    written = section.table
    rows = written.rows if written else ()
    columns = section.known.columns if section.known else ()
    headings = {column.heading.casefold() for column in columns if column.id in shown}
    return tuple(
        AuthorColumn(plain(heading.value), tuple(row[index].value if index < len(row) else "" for row in rows))
        for index, heading in enumerate(written.headings if written else ())
        if heading.value.casefold().strip("*_ ") not in headings
    )


def author_cells(columns: Sequence[AuthorColumn], index: int, prose: Prose) -> list[tuple[str, Markup]]:
    """Show what a row, by its index, has in these columns."""
    return [(column.heading, prose.inline(column.cells[index])) for column in columns]


def show_mitigations(document: Document, columns: tuple[AuthorColumn, ...], prose: Prose) -> Mitigations:
    """Show the table of mitigations."""
    rows = [
        MitigationRow(
            prose.inline(each.action.value), prose.inline(each.result.value), author_cells(columns, index, prose)
        )
        for index, each in enumerate(document.mitigations)
    ]
    return Mitigations(rows, [column.heading for column in columns])


def show_action_items(
    items: Sequence[Item], columns: tuple[AuthorColumn, ...], links: PageLinks, today: date, prose: Prose
) -> ActionTable:
    """Show the table of action items.

    What is overdue is as of this day; the page has what the reader's browser needs to bring it up to date.
    """
    rows = [
        ActionRow(
            action_view(item, prose.inline, links, today),
            item.is_open and item.action.due_on is not None,
            author_cells(columns, item.action.row - 1, prose),
        )
        for item in items
    ]
    return ActionTable(
        links.address("actions"),
        rows,
        state_mark(State.OVERDUE),
        any(item.action.ticket is not None for item in items),
        [column.heading for column in columns],
    )
