"""An action item to the cells of its row, the same in its incident's table and among all action items."""

from collections.abc import Callable
from datetime import date

from incident_docs.document.text import Text, placeholders
from incident_docs.insight.actions import Item
from incident_docs.insight.due import lateness
from incident_docs.site.pages.html import element, escape
from incident_docs.site.pages.prose import plain

Inline = Callable[[str], str]
"""A line of the author's Markdown to HTML."""


def owner_name(item: Item) -> str:
    """The owner in plain words; empty if there is none."""
    owner = item.action.owner
    return "" if _is_silent(item, owner) else plain(owner.value)


def owner(item: Item, inline: Inline) -> str:
    """Who does it."""
    return _said(item, item.action.owner, inline, "nobody")


def ticket(item: Item, inline: Inline) -> str:
    """Where it is tracked."""
    return _said(item, item.action.ticket, inline, "none")


def due(item: Item, inline: Inline, today: date) -> str:
    """Its date, and how far that is from this day while the item is open; the browser counts anew from its own day."""
    day = item.action.due_on
    if day is None:
        return _said(item, item.action.due, inline, "no date")
    html = element("time", day.isoformat(), datetime=day.isoformat())
    if not item.is_open:
        return html
    days = (day - today).days
    late = " idoc-bad" if days < 0 else ""
    return f"{html} " + element("span", lateness(days), class_=f"idoc-late{late}", data_due=day.isoformat())


def _said(item: Item, text: Text | None, inline: Inline, otherwise: str) -> str:
    if text is not None and not _is_silent(item, text):
        return inline(text.value)
    if text is not None and item.document.is_unpublished(text.value):
        otherwise = text.value
    return element("span", escape(otherwise), class_="idoc-secondary")


def _is_silent(item: Item, text: Text) -> bool:
    """Nothing stands there, or what a template or a report without an answer left."""
    left = (placeholder.value for placeholder in placeholders(text))
    return text.value in ("", *left) or item.document.is_unpublished(text.value)
