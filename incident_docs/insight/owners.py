"""Tell who owns an action item, and all that comes of an incident."""

import re

from incident_docs.audience.hidden_people import HIDDEN_OWNER
from incident_docs.document.commonmark import visible_text
from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.insight.actions import Item, action_items
from incident_docs.insight.postmortems import postmortem_owner
from incident_docs.reading.placeholders import bracketed_placeholders

_HANDLES = re.compile(r"@[^\s@,;&/+]+(?:\s*(?:[,;&/+]|\band\b)\s*@[^\s@,;&/+]+)+")
_HANDLE = re.compile(r"@[^\s@,;&/+]+")


def cell_words(item: Item, text: Text | None) -> str:
    """Give what a cell says, in plain words; empty if it says nothing that counts, as `is_silent` tells."""
    return "" if text is None or is_silent(item, text) else visible_text(text.value)


def is_silent(item: Item, text: Text) -> bool:
    """Tell whether a cell is empty, or has only what a template, a report without an answer or a site without names left."""
    if text.value in ("", HIDDEN_OWNER) or item.document.is_unpublished(text.value):
        return True
    return "<" in text.value and text.value in (placeholder.value for placeholder in bracketed_placeholders(text))


def owner_names(item: Item) -> tuple[str, ...]:
    """Tell who owns it. Several are recognised only where they are written as `@ana, @bo`: else it may be one long name."""
    owner = cell_words(item, item.action.owner)
    if _HANDLES.fullmatch(owner):
        return tuple(dict.fromkeys(_HANDLE.findall(owner)))
    return (owner,) if owner else ()


def all_owner_names(document: Document) -> tuple[str, ...]:
    """Tell who owns anything that comes of the incident: its action items, its postmortem."""
    names = [name for item in action_items([document]) for name in owner_names(item)]
    return tuple(dict.fromkeys(name for name in (*names, postmortem_owner(document)) if name))
