"""An incident's frontmatter to the quiet facts in its card. What is not there leaves no row."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from incident_docs.document.model import Document, Source
from incident_docs.format.fields import FIELDS
from incident_docs.site.pages import fields, urls
from incident_docs.site.pages.html import element, escape
from incident_docs.site.pages.page import Incident, Settings

_ADDRESS = re.compile(r"https?://(?:www\.)?([^/?#]+).*", re.IGNORECASE)
_OWN = frozenset(field.key for field in FIELDS)
_NOTICE = "Reconstructed from what was published. “Not published” means that the sources do not say."


def facts(incident: Incident, settings: Settings) -> str:
    """The list of them; empty if there are none."""
    rows = "".join(_rows(incident, settings))
    return element("dl", rows, class_="idoc-facts") if rows else ""


def _rows(incident: Incident, settings: Settings) -> Iterator[str]:
    document = incident.document
    index = urls.url(incident.path, settings.index_path, settings.directory_urls)
    if services := document.texts("services"):
        yield _row("Services", _choices(index, "service", services), wide=True)
    if strategy := document.texts("strategy"):
        yield _row("Strategy", escape(", ".join(strategy)))
    if tags := document.texts("tags"):
        yield _row("Tags", _choices(index, "tag", tags))
    for key in ("commander", "authors"):
        if people := document.texts(key):
            yield _row(key.capitalize(), escape(", ".join(people)))
    if writing := _postmortem(document):
        yield _row("Postmortem", escape(writing), wide=len(writing) > 40)
    for field in document.format.fields:
        value = document.value(field.key)
        if field.key not in _OWN and value is not None and not value.is_empty:
            yield _row(fields.label(field.key), escape(fields.written(value)))
    if document.sources:
        yield _row("Sources", _sources(document), wide=True)


def _row(label: str, html: str, *, wide: bool = False) -> str:
    row = element("dt", escape(label)) + element("dd", html)
    return element("div", row, class_="idoc-wide" if wide else None)


def _choices(index: str, facet: str, values: tuple[str, ...]) -> str:
    """Each value with the list of the incidents that share it."""
    return ", ".join(element("a", escape(value), href=f"{index}?{facet}={quote(value, safe='')}") for value in values)


def _postmortem(document: Document) -> str:
    """How far the writing is, unless it is done: `draft, mira, due 2026-04-01`."""
    value = document.value("postmortem")
    if value is None or not isinstance(value.data, dict):
        return ""
    parts = {key: part.data for key, part in value.data.items() if isinstance(part.data, str)}
    if parts.get("status") in (None, "complete"):
        return ""
    due = f"due {parts['due']}" if "due" in parts else ""
    said = ", ".join(part for part in (parts["status"], parts.get("owner"), due) if part)
    return f"{said}: {parts['reason']}" if "reason" in parts else said


def _sources(document: Document) -> str:
    listed = "".join(element("li", _source(source)) for source in document.sources)
    return element("ul", listed, class_="idoc-sources") + element("p", _NOTICE, class_="idoc-notice")


def _source(source: Source) -> str:
    address = _ADDRESS.fullmatch(source.url)
    if address is None:
        return escape(source.title)
    link = element("a", escape(source.title), href=source.url)
    return link if source.title == source.url else f"{link} {element('span', escape(address[1]), class_='idoc-host')}"
