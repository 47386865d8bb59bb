"""What happened to the same service before and after an incident, to the ways there at the end of its page."""

from collections.abc import Iterator
from urllib.parse import quote

from incident_docs.site.pages import urls
from incident_docs.site.pages.html import block, element, escape
from incident_docs.site.pages.incident.related_facts import Around, Other
from incident_docs.site.pages.page import Incident, Settings

_EARLIER = '<span aria-hidden="true">←</span> Earlier · {}'
_LATER = 'Later · {} <span aria-hidden="true">→</span>'


def neighbours(incident: Incident, around: Around, settings: Settings) -> Iterator[str]:
    """Nothing if it is the only incident of all its services."""
    if not around.service:
        return
    index = urls.url(incident.path, settings.index_path, settings.directory_urls)
    service = element("a", escape(around.service), href=f"{index}?service={quote(around.service, safe='')}")
    ways = "".join(
        _way(incident, other, words, classes, settings)
        for other, words, classes in (
            (around.earlier, _EARLIER, "idoc-earlier"),
            (around.later, _LATER, "idoc-later"),
        )
        if other
    )
    html = element("p", f"Other incidents of {service}") + ways
    label = f"Other incidents of {around.service}"
    yield block(element("nav", html, class_="idoc-neighbours", aria_label=label, data_search_exclude=""))


def _way(incident: Incident, other: Other, words: str, classes: str, settings: Settings) -> str:
    address = urls.url(incident.path, other.path, settings.directory_urls)
    link = element("a", escape(other.title), href=address)
    return element("div", element("span", words.format(other.day), class_="idoc-under") + link, class_=classes)
