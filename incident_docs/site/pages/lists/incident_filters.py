"""Count what incidents can be filtered by, for the filters beside their list."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.format.definition import Format
from incident_docs.insight.facets import FACETS, Facet
from incident_docs.site.pages.marks import SeverityMark, StatusMark, severity_mark, status_mark

FacetValues = Mapping[str, tuple[str, ...]]
"""What an incident can be found by, for each kind by its key."""

# Values that no incident has are listed too.
_WHOLE = ("severity", "status")
# How many are shown at first, the most frequent; of the others all are, in their own order.
_SHOWN = {"service": 6, "owner": 5, "tag": 5}
_DESCENDING = ("year",)


class OptionView(NamedTuple):
    """A value to choose."""

    value: str
    number: int
    """The incidents that have it."""
    severity: SeverityMark | None = None
    status: StatusMark | None = None


class FacetView(NamedTuple):
    """The values of one kind."""

    key: str
    label: str
    shown: int | None
    """How many are shown at first; None for all."""
    is_whole: bool
    """Values that no incident has are among them."""
    options: tuple[OptionView, ...]


def facet_values(document: Document) -> FacetValues:
    """Give what an incident can be found by."""
    return {facet.key: facet.values(document) for facet in FACETS}


def facet_views(found: Sequence[FacetValues], format: Format) -> tuple[FacetView, ...]:
    """Make all groups of filters of incidents with these values, those too that no incident has anything of."""
    return tuple(
        FacetView(
            facet.key,
            facet.label,
            _SHOWN.get(facet.key),
            facet.key in _WHOLE,
            tuple(_options(facet, found, format)),
        )
        for facet in FACETS
    )


def _options(facet: Facet, found: Iterable[FacetValues], format: Format) -> Iterator[OptionView]:
    counts = Counter(value for values in found for value in set(values[facet.key]))
    for value in _values(facet, counts, format):
        severity = severity_mark(format.severity[value], format) if facet.key == "severity" else None
        status = status_mark(format.status[value]) if facet.key == "status" else None
        yield OptionView(value, counts[value], severity, status)


def _values(facet: Facet, counts: Counter[str], format: Format) -> list[str]:
    listed = [value for value in facet.listed(format) if facet.key in _WHOLE or counts[value]]
    others = sorted(counts.keys() - set(listed), reverse=facet.key in _DESCENDING)
    if facet.key in _SHOWN:
        others.sort(key=lambda value: (-counts[value], value.casefold()))
    return listed + others
