"""Incidents to the filters beside their list."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from incident_docs.document.model import Document
from incident_docs.format.definition import Format
from incident_docs.site.pages import marks
from incident_docs.site.pages.html import element, escape

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One group of filters."""

    key: str
    """Its name in the page's address and in the rows' data."""
    label: str
    values: Callable[[Document], Values]
    """What an incident has of it."""
    listed: Callable[[Format], Iterable[str]] = lambda _: ()
    """The values that the format names, in its order; others follow."""
    is_whole: bool = False
    """Values that no incident has are listed too."""
    shown: int = 0
    """How many are shown at first, the most frequent; 0 means all, in their own order."""
    descending: bool = False


def year(document: Document) -> Values:
    """The year in which it started, in the document's zone."""
    started = document.times.get("started")
    return (f"{started.at.astimezone(document.zone):%Y}",) if started else ()


FACETS = (
    Facet(
        "severity",
        "Severity",
        lambda document: (document.severity.id,) if document.severity else (),
        attrgetter("severity"),
        is_whole=True,
    ),
    Facet(
        "status",
        "Status",
        lambda document: (document.status.id,) if document.status else (),
        attrgetter("status"),
        is_whole=True,
    ),
    Facet("service", "Service", lambda document: document.texts("services"), shown=6),
    Facet("tag", "Tag", lambda document: document.texts("tags"), shown=5),
    Facet("strategy", "Strategy", lambda document: document.texts("strategy"), attrgetter("strategy")),
    Facet("year", "Year", year, descending=True),
)


def facets(documents: Sequence[Document], format: Format) -> str:
    """All groups, those too that no incident has anything of."""
    return "".join(_fieldset(facet, documents, format) for facet in FACETS)


def _fieldset(facet: Facet, documents: Iterable[Document], format: Format) -> str:
    counts = Counter(value for document in documents for value in set(facet.values(document)))
    values = _values(facet, counts, format)
    options = "".join(_option(facet, value, counts[value], format) for value in values)
    return element(
        "fieldset",
        element("legend", facet.label) + element("div", options, class_="idoc-options"),
        class_="idoc-facet",
        data_facet=facet.key,
        data_shown=str(facet.shown) if facet.shown else None,
        data_whole="" if facet.is_whole else None,
    )


def _values(facet: Facet, counts: Counter[str], format: Format) -> list[str]:
    listed = [value for value in facet.listed(format) if facet.is_whole or counts[value]]
    others = sorted(counts.keys() - set(listed), reverse=facet.descending)
    if facet.shown:
        others.sort(key=lambda value: (-counts[value], value.casefold()))
    return listed + others


def _option(facet: Facet, value: str, count: int, format: Format) -> str:
    name = f' data-name="{escape(format.status[value].label)}"' if facet.key == "status" else ""
    html = f'<input type="checkbox" name="{facet.key}" value="{escape(value)}"{name} autocomplete="off">'
    html += element("span", _label(facet, value, format), class_="idoc-option-label")
    return element("label", html + element("span", str(count), class_="idoc-option-count"), class_="idoc-option")


def _label(facet: Facet, value: str, format: Format) -> str:
    if facet.key == "severity":
        return marks.severity(format.severity[value], format)
    if facet.key == "status":
        return marks.status(format.status[value])
    return escape(value)
