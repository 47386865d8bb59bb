"""Say what any table shows of an action item, as plain values for a template."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from incident_docs.document.text import Text
from incident_docs.insight.actions import Item
from incident_docs.insight.due import lateness
from incident_docs.insight.owners import is_silent, owner_names
from incident_docs.site.pages import urls
from incident_docs.site.pages.marks import StateMark, state_mark
from incident_docs.site.pages.owner_lists import owner_page_name
from incident_docs.site.pages.page import Settings

Inline = Callable[[str], str]
"""Turns a line of the author's Markdown into HTML, which is `Markup`, or into a text."""

# There are as many tickets as action items, and most are written like this; nothing in it is escaped or resolved.
_LINK = re.compile(r"\[([A-Za-z0-9.#/-]+)\]\((https?://[a-z0-9.-]+(?:/[A-Za-z0-9./#?=_-]*)?)\)")
_mark = cache(state_mark)


class Cell(NamedTuple):
    """What stands in a cell."""

    text: str
    address: str = ""
    """Where the text leads, if that is all there is in the cell."""
    nothing: str = ""
    """Stands there if the text is empty."""


class OwnerLink(NamedTuple):
    """An owner and the page of all that they own."""

    name: str
    address: str


class ActionView(NamedTuple):
    """An action item in a table."""

    row: int
    """Its row in its incident's table, from 1."""
    state: StateMark
    """As the author wrote it; the date says whether it is late."""
    action: str
    owners: tuple[OwnerLink, ...]
    no_owner: Cell
    """What stands in the place of names."""
    due: str
    """Such as `2026-03-04`; empty if there is no date."""
    no_date: Cell
    """What stands in its place."""
    lateness: str
    """How far the date is from the day of the build; empty if the item is closed. The browser counts anew."""
    is_late: bool
    ticket: Cell


class PageLinks:
    """Lead from one page to those that nobody wrote; thousands of rows lead to the same few."""

    def __init__(self, here: str, settings: Settings) -> None:
        self.address = cache(lambda name: urls.url(here, settings.generated_path(name), settings.directory_urls))
        """Of a page, such as `owners/ana`."""
        self.owners = cache(lambda names: tuple(OwnerLink(each, self.address(owner_page_name(each))) for each in names))
        """To the pages of these owners."""


def action_view(item: Item, inline: Inline, links: PageLinks, today: date) -> ActionView:
    """Make the view of an action item as it stands on this day."""
    action, names = item.action, owner_names(item)
    day = action.due_on
    days = (day - today).days if day and item.is_open else None
    return ActionView(
        row=action.row,
        state=_mark(item.written),
        action=inline(action.action.value),
        owners=links.owners(names),
        no_owner=_NO_CELL if names else _cell(item, action.owner, inline, "nobody"),
        due=day.isoformat() if day else "",
        no_date=_NO_CELL if day else _cell(item, action.due, inline, "no date"),
        lateness="" if days is None else lateness(days),
        is_late=days is not None and days < 0,
        ticket=_cell(item, action.ticket, inline, "none"),
    )


_NO_CELL = Cell("")


def _cell(item: Item, text: Text | None, inline: Inline, otherwise: str) -> Cell:
    if text is not None and not is_silent(item, text):
        link = _LINK.fullmatch(text.value)
        return Cell(link[1], link[2]) if link else Cell(inline(text.value))
    if text is not None and item.document.is_unpublished(text.value):
        otherwise = text.value
    return Cell("", nothing=otherwise)
