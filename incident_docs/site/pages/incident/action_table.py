"""Show an incident's action items as a table, in the order of the file.

What is overdue is as of the day of the build; the page has what the reader's browser needs to bring it up to date.
"""

from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from incident_docs.insight.actions import ActionProgress, State, action_items, action_progress
from incident_docs.site.pages.action_view import ActionView, PageLinks, action_view
from incident_docs.site.pages.incident.incident_tables import AuthorColumn, author_cells
from incident_docs.site.pages.marks import StateMark, state_mark
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.site.pages.prose import Prose


class ActionRow(NamedTuple):
    """An action item."""

    item: ActionView
    can_be_late: bool
    """It is open and has a date; it has both marks, for the browser to choose from."""
    others: list[tuple[str, Markup]]
    """The cells of the authors' columns, each with its heading."""


class ActionTable(NamedTuple):
    """What `action-items.html` shows."""

    progress: ActionProgress
    address: str
    """Of all action items of the site."""
    rows: list[ActionRow]
    overdue: StateMark
    has_tickets: bool
    columns: list[str]
    """The headings of the authors' columns."""


def show_action_items(
    incident: Incident, columns: tuple[AuthorColumn, ...], settings: Settings, today: date, prose: Prose
) -> ActionTable:
    """Show the action items as they stand on this day."""
    found = list(action_items([incident.document]))
    links = PageLinks(incident.path, settings)
    return ActionTable(
        action_progress(incident.document, today),
        links.address("actions"),
        [
            ActionRow(
                action_view(item, prose.inline, links, today),
                item.is_open and item.action.due_on is not None,
                author_cells(columns, item.action.row - 1, prose),
            )
            for item in found
        ],
        state_mark(State.OVERDUE),
        any(item.action.ticket is not None for item in found),
        [column.heading for column in columns],
    )
