"""The incidents that one is related to, and why, to the part of its page that lists them."""

from collections.abc import Iterator

from incident_docs.format.definition import Format
from incident_docs.site.pages import marks, urls
from incident_docs.site.pages.html import block, element, escape, heading
from incident_docs.site.pages.incident.related_facts import Around, Other
from incident_docs.site.pages.page import Incident, Settings


def related(incident: Incident, around: Around, settings: Settings) -> Iterator[str]:
    """Those that authors named come first; nothing if there are none at all."""
    listed = (
        *((other, "Named by the authors") for other in around.named),
        *((other, "Names this one") for other in around.naming),
        *((other, f"Alike: {', '.join(other.words)}") for other in around.alike),
    )
    if listed:
        rows = "".join(_row(incident, other, reason, settings) for other, reason in listed)
        yield heading(2, "Related incidents")
        # What is said of others is found where it is said.
        yield block(element("ul", rows, class_="idoc-related", data_search_exclude=""))


def _row(incident: Incident, other: Other, reason: str, settings: Settings) -> str:
    if not other.path:
        return element("li", f"<span></span>{element('span', element('code', escape(other.id)))}")
    address = urls.url(incident.path, other.path, settings.directory_urls)
    link = element("a", escape(other.title), href=address)
    said = " · ".join(part for part in (other.day, other.length, escape(reason)) if part)
    under = element("span", said, class_="idoc-under")
    return element(
        "li", element("span", _severity(other, incident.document.format)) + element("span", f"{link}{under}")
    )


def _severity(other: Other, format: Format) -> str:
    return marks.severity(other.severity, format, brief=True) if other.severity else ""
