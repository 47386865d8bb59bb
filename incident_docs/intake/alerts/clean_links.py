"""Give links that open no doors."""

from collections.abc import Iterable

from incident_docs.intake.alerts.alert import Link
from incident_docs.reading.clean_addresses import clean_url

_MOST = 6


def clean_links(links: Iterable[Link]) -> tuple[Link, ...]:
    """Give the web addresses among these, each once, without their secrets."""
    found: dict[str, Link] = {}
    for link in links:
        url = clean_url(link.url)
        if url:
            found.setdefault(url, Link(link.label, url))
    return tuple(found.values())[:_MOST]
