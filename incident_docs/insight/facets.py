"""Say what incidents can be filtered by, such as severity, service and year, and what a search of them looks into.

The list of incidents, the lists on other pages and their addresses filter by these, under these names. `site/assets/js/list.js`
searches the same way.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter

from incident_docs.document.model import Document
from incident_docs.format.definition import Format
from incident_docs.insight.filter_values import Values
from incident_docs.insight.owners import all_owner_names
from incident_docs.insight.search_words import fold_text


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to filter them."""

    key: str
    """Its name in the address of a view."""
    label: str
    values: Callable[[Document], Values]
    """What an incident has of it."""
    listed: Callable[[Format], Iterable[str]] = lambda _: ()
    """The values that the format names, in its order; others follow."""


def start_year(document: Document) -> Values:
    """Give the year in which it started, in the document's zone."""
    started = document.times.get("started")
    return (f"{started.at.astimezone(document.zone):%Y}",) if started else ()


FACETS = (
    Facet(
        "severity",
        "Severity",
        lambda document: (document.severity.id,) if document.severity else (),
        attrgetter("severity"),
    ),
    Facet(
        "status",
        "Status",
        lambda document: (document.status.id,) if document.status else (),
        attrgetter("status"),
    ),
    Facet("service", "Service", lambda document: document.texts("services")),
    Facet("owner", "Owner", all_owner_names),
    Facet("tag", "Tag", lambda document: document.texts("tags")),
    Facet("strategy", "Strategy", lambda document: document.texts("strategy"), attrgetter("strategy")),
    Facet("year", "Year", start_year),
)


def search_text(document: Document) -> str:
    """Gather what an incident is found by, folded."""
    lists = (document.texts(key) for key in ("services", "tags", "strategy", "authors"))
    texts = (document.id, document.title, document.impact, document.text("commander"), *all_owner_names(document))
    return fold_text("\n".join([*texts, *(text for each in lists for text in each)]))
