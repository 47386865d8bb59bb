"""List the quiet facts in an incident's card. What its frontmatter does not say leaves no row."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from incident_docs.document.model import Document
from incident_docs.format.fields import FIELDS, SPREAD
from incident_docs.site.pages import urls
from incident_docs.site.pages.field_text import field_label, field_text
from incident_docs.site.pages.page import Incident, Settings

_ADDRESS = re.compile(r"https?://(?:www\.)?([^/?#]+).*", re.IGNORECASE)
_OF_THE_FORMAT = frozenset(field.key for field in FIELDS)
_LONG = 40
"""Characters; a longer text takes the whole width."""


class FactLink(NamedTuple):
    """A value, with the list of the incidents that share it."""

    text: str
    address: str


class Fact(NamedTuple):
    """A fact with its name: a text, or links."""

    key: str
    """Of the field."""
    label: str
    text: str = ""
    links: tuple[FactLink, ...] = ()
    is_wide: bool = False


class SourceLink(NamedTuple):
    """A published report."""

    title: str
    address: str
    """Empty if it is not one of the web."""
    host: str
    """Empty if the title is the address."""


def list_facts(incident: Incident, settings: Settings) -> Iterator[Fact]:
    """List all but the sources."""
    document = incident.document
    index = urls.url(incident.path, settings.index_path, settings.directory_urls)
    if services := document.texts("services"):
        yield Fact("services", "Services", links=_links(index, "service", services), is_wide=True)
    yield from _texts(document, ("regions", SPREAD, "strategy"))
    if tags := document.texts("tags"):
        yield Fact("tags", "Tags", links=_links(index, "tag", tags))
    yield from _texts(document, ("commander", "authors"))
    if writing := _postmortem(document):
        yield Fact("postmortem", "Postmortem", writing, is_wide=len(writing) > _LONG)
    for field in document.format.fields:
        value = document.value(field.key)
        if field.key not in _OF_THE_FORMAT and value is not None and not value.is_empty:
            yield Fact(field.key, field_label(field.key), field_text(value))


def _texts(document: Document, keys: Iterable[str]) -> Iterator[Fact]:
    for key in keys:
        if texts := document.texts(key):
            yield Fact(key, key.capitalize(), ", ".join(texts))


def _links(index: str, facet: str, values: Iterable[str]) -> tuple[FactLink, ...]:
    return tuple(FactLink(value, f"{index}?{facet}={quote(value, safe='')}") for value in values)


def _postmortem(document: Document) -> str:
    """Say how far the writing is, unless it is done: `draft, mira, due 2026-04-01`."""
    value = document.value("postmortem")
    if value is None or not isinstance(value.data, dict):
        return ""
    parts = {key: part.data for key, part in value.data.items() if isinstance(part.data, str)}
    if parts.get("status") in (None, "complete"):
        return ""
    due = f"due {parts['due']}" if "due" in parts else ""
    text = ", ".join(part for part in (parts["status"], parts.get("owner"), due) if part)
    return f"{text}: {parts['reason']}" if "reason" in parts else text


def list_sources(document: Document) -> list[SourceLink]:
    """List the reports that the document was reconstructed from."""
    found = []
    for source in document.sources:
        address = _ADDRESS.fullmatch(source.url)
        host = address[1] if address and source.title != source.url else ""
        found.append(SourceLink(source.title, source.url if address else "", host))
    return found
