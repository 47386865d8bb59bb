"""Action items and postmortems to who owns them, in plain words."""

import re
from functools import lru_cache

from incident_docs.audience.hidden_people import HIDDEN
from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.document.text import Text, find_placeholders
from incident_docs.document.visible_text import visible_text
from incident_docs.insight.actions import Item, items
from incident_docs.reading.placeholder import is_unwritten

_HANDLES = re.compile(r"@[^\s@,;&/+]+(?:\s*(?:[,;&/+]|\band\b)\s*@[^\s@,;&/+]+)+")
_HANDLE = re.compile(r"@[^\s@,;&/+]+")
# The same names again and again.
_plain = lru_cache(1000)(visible_text)


def words(item: Item, text: Text | None) -> str:
    """What a cell says, in plain words; empty if nothing does, or only a template or a report without an answer."""
    return "" if text is None or is_silent(item, text) else _plain(text.value)


def is_silent(item: Item, text: Text) -> bool:
    """Nothing stands there, or what a template, a report without an answer or a site without names left."""
    if text.value in ("", HIDDEN) or item.document.is_unpublished(text.value):
        return True
    return "<" in text.value and text.value in (placeholder.value for placeholder in find_placeholders(text))


def owner_names(item: Item) -> tuple[str, ...]:
    """Who owns it. Of several only `@ana, @bo` is told from one owner with a longer name."""
    said = words(item, item.action.owner)
    if _HANDLES.fullmatch(said):
        return tuple(dict.fromkeys(_HANDLE.findall(said)))
    return (said,) if said else ()


def postmortem_owner(document: Document) -> str:
    """Who writes the postmortem, as its frontmatter says; empty if it does not."""
    owner = postmortem(document).get("owner")
    return _name(owner.data, document) if owner is not None and isinstance(owner.data, str) else ""


def commander(document: Document) -> str:
    """Who led the response; empty if nobody is named."""
    return _name(document.text("commander"), document)


def owners(document: Document) -> tuple[str, ...]:
    """Who owns anything that comes of the incident: its action items, its postmortem."""
    names = [name for item in items([document]) for name in owner_names(item)]
    return tuple(dict.fromkeys(name for name in (*names, postmortem_owner(document)) if name))


def postmortem(document: Document) -> dict[str, Value]:
    """What the frontmatter says of the postmortem, by key: its status, owner, date and reason."""
    value = document.value("postmortem")
    return value.data if value is not None and isinstance(value.data, dict) else {}


def _name(text: str, document: Document) -> str:
    return "" if is_unwritten(text, document) or document.is_unpublished(text) else visible_text(text)
