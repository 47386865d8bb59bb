"""An action item to the cells of its row, the same in its incident's table and among all action items."""

import re
from collections.abc import Callable
from datetime import date

from incident_docs.document.text import Text
from incident_docs.insight.actions import Item
from incident_docs.insight.due import lateness
from incident_docs.insight.owners import is_silent, owner_names
from incident_docs.site.pages import urls
from incident_docs.site.pages.html import element, escape
from incident_docs.site.pages.owner_lists import owner_slug
from incident_docs.site.pages.page import Settings

Inline = Callable[[str], str]
"""A line of the author's Markdown to HTML."""
Address = Callable[[str], str]
"""Of a page that nobody wrote, such as `owners/ana`, seen from the page that shows the cell."""

_MARKUP = re.compile(r"[\\`*_~\[\]!<>&]|  ")
# Of tickets there are as many as of action items, and most are written like this; nothing in it is escaped or resolved.
_LINK = re.compile(r"\[([A-Za-z0-9.#/-]+)\]\((https?://[a-z0-9.-]+(?:/[A-Za-z0-9./#?=_-]*)?)\)")


def addresses(here: str, settings: Settings) -> Address:
    """Of pages that nobody wrote, as seen from this page."""
    return lambda name: urls.url(here, settings.own(name), settings.directory_urls)


def action(item: Item, inline: Inline) -> str:
    """What is to be done."""
    text = item.action.action.value
    return inline(text) if _MARKUP.search(text) or ":" in text else escape(text)


def owner(item: Item, inline: Inline, address: Address) -> str:
    """Who does it, with the page of all that they own."""
    names = owner_names(item)
    if not names:
        return _said(item, item.action.owner, inline, "nobody")
    return ", ".join(f'<a href="{escape(address(f"owners/{owner_slug(name)}"))}">{escape(name)}</a>' for name in names)


def ticket(item: Item, inline: Inline) -> str:
    """Where it is tracked."""
    return _said(item, item.action.ticket, inline, "none")


def due(item: Item, inline: Inline, today: date) -> str:
    """Its date, and how far that is from this day while the item is open; the browser counts anew from its own day."""
    day = item.action.due_on
    if day is None:
        return no_date(item, inline)
    html = element("time", day.isoformat(), datetime=day.isoformat())
    if not item.is_open:
        return html
    days = (day - today).days
    late = " idoc-bad" if days < 0 else ""
    return f"{html} " + element("span", lateness(days), class_=f"idoc-late{late}", data_due=day.isoformat())


def no_date(item: Item, inline: Inline) -> str:
    """What stands in the place of a date."""
    return _said(item, item.action.due, inline, "no date")


def _said(item: Item, text: Text | None, inline: Inline, otherwise: str) -> str:
    if text is not None and not is_silent(item, text):
        link = _LINK.fullmatch(text.value)
        return f'<a href="{link[2]}">{link[1]}</a>' if link else inline(text.value)
    if text is not None and item.document.is_unpublished(text.value):
        otherwise = text.value
    return element("span", escape(otherwise), class_="idoc-secondary")
