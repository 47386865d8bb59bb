"""Say what other programs read about an incident's page: search engines, chats that unfold a link, a printer's foot.

It is in the page's head, where neither the site's own search nor a reader meets it.
"""

import json
import re
from collections.abc import Iterator

from markupsafe import Markup

from incident_docs.document.model import Document
from incident_docs.site.pages import urls
from incident_docs.site.pages.author_markdown import plain
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.site.pages.templating import fill

_LONGEST = 160
_ENDS = " ,;:–—-"
_PUBLISHED = ("resolved", "started")
"""The first that is known is taken for the day of publication, which no document says."""
_HARMLESS = re.compile(r"[^\w .,:;()/-]|_", re.ASCII)
_IN_SCRIPT = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&"})


def description(document: Document) -> str:
    """Give the impact in plain words, cut behind a word where it is long; empty if nobody wrote one."""
    text = " ".join(plain(document.impact).split())
    if len(text) <= _LONGEST:
        return text
    start = text[:_LONGEST]
    # Not every script has spaces between its words.
    return (start.rpartition(" ")[0] or start[:-1]).rstrip(_ENDS) + "…"


def head(incident: Incident, title: str, settings: Settings) -> str:
    """Make the HTML for the page's head."""
    html = fill(
        "incident-head.html",
        settings.template_folders,
        tags=_tags(incident, title, settings),
        report=_in_script(_report(incident, title, settings)),
        printed_id=_css_string(incident.document.id),
    )
    return str(html).strip()


def _in_script(data: object) -> Markup:
    return Markup(json.dumps(data).translate(_IN_SCRIPT))  # noqa: S704 - no character of it ends the script


def _tags(incident: Incident, title: str, settings: Settings) -> Iterator[tuple[str, str]]:
    document = incident.document
    yield "og:type", "article"
    yield "og:title", title
    if summary := description(document):
        yield "og:description", summary
    if settings.name:
        yield "og:site_name", settings.name
    if settings.address:
        yield "og:url", _url(incident, settings)
    if published := _published(document):
        yield "article:published_time", published
    if incident.history:
        yield "article:modified_time", incident.history.changed_on.isoformat()


def _report(incident: Incident, title: str, settings: Settings) -> dict[str, object]:
    """Describe the incident as schema.org does, without what is not known."""
    document = incident.document
    authors = [name for name in document.texts("authors") if not document.is_unpublished(name)]
    report: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "reportNumber": document.id,
        "headline": title,
        "description": description(document),
        "datePublished": _published(document),
        "dateModified": incident.history.changed_on.isoformat() if incident.history else "",
        "author": [{"@type": "Person", "name": name} for name in authors],
        "about": [{"@type": "Service", "name": name} for name in document.texts("services")],
        "keywords": list(document.texts("tags")),
        "url": _url(incident, settings) if settings.address else "",
        "isPartOf": {"@type": "WebSite", "name": settings.name, "url": settings.address} if settings.name else "",
        "isBasedOn": [source.url for source in document.sources],
    }
    return {key: value for key, value in report.items() if value}


def _published(document: Document) -> str:
    known = (document.times[key].at for key in _PUBLISHED if key in document.times)
    return next((at.isoformat(timespec="seconds") for at in known), "")


def _url(incident: Incident, settings: Settings) -> str:
    return settings.address + urls.url("index.md", incident.path, settings.directory_urls)


def _css_string(text: str) -> Markup:
    """Quote a text for a stylesheet: what could end it is written as its code."""
    return Markup('"' + _HARMLESS.sub(lambda match: f"\\{ord(match[0]):x} ", text) + '"')  # noqa: S704 - see above
