"""Pages to what their search holds: the words, the line under a result, and what results can be narrowed to."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.format.definition import Format
from incident_docs.insight.facets import FACETS, Facet
from incident_docs.site.pages.dates import short_day
from incident_docs.workspace import cache

_FACETS = ("severity", "status", "service", "year")
_DESCENDING = ("year",)


class Record(NamedTuple):
    """A page as the search knows it."""

    url: str
    """Where it will be, relative to the site's root and as a link writes it; empty for the home page."""
    title: str
    words: Callable[[], str]
    """Headings with their `id`, paragraphs, lists, and none of what a page looks like, as HTML."""
    about: str = ""
    """A line that tells it from its like; empty if there is none."""
    choices: tuple[str, ...] = ()
    """Which of the filters' choices it fits."""
    made_of: str = ""
    """Tells it from all that it was before, so that nobody has to look at its words; empty if that is not known."""


class Filter(NamedTuple):
    """One way to narrow results."""

    key: str
    label: str
    choices: tuple[tuple[str, str], ...]
    """Each with its word, in the order in which they are offered."""


def record(
    url: str, title: str, words: Callable[[], str], document: Document | None = None, made_of: str = ""
) -> Record:
    """A page; `document` is the incident on it."""
    if document is None:
        return Record(url, title, words, made_of=made_of)
    choices = dict.fromkeys(_choice(facet, value) for facet in _facets() for value in facet.values(document))
    return Record(url, title, words, " · ".join(_about(document)), tuple(choices), made_of)


def filters(documents: Sequence[Document], format: Format) -> tuple[Filter, ...]:
    """All filters with something to choose between: what no incident has is not offered."""
    found = (Filter(facet.key, facet.label, tuple(_choices(facet, documents, format))) for facet in _facets())
    return tuple(filter for filter in found if len(filter.choices) > 1)


def _facets() -> Iterator[Facet]:
    return (facet for facet in FACETS if facet.key in _FACETS)


def _choice(facet: Facet, value: str) -> str:
    """A name for a value that no character of it can break."""
    return f"{facet.key}-{cache.digest(value.encode())[:12]}"


def _choices(facet: Facet, documents: Iterable[Document], format: Format) -> Iterator[tuple[str, str]]:
    known = {value for document in documents for value in facet.values(document)}
    listed = [value for value in facet.listed(format) if value in known]
    for value in [*listed, *sorted(known - set(listed), reverse=facet.key in _DESCENDING)]:
        yield _choice(facet, value), format.status[value].label if facet.key == "status" else value


def _about(document: Document) -> Iterator[str]:
    if document.severity is not None:
        yield document.severity.id
    if document.status is not None and not document.is_resolved:
        yield document.status.label
    started = document.times.get("started")
    if started is not None:
        yield short_day(started.at.astimezone(document.zone).date())
    services = document.texts("services")
    if services:
        yield ", ".join(services)
