"""Incidents to the filters beside their list."""

from collections import Counter
from collections.abc import Iterable, Sequence

from incident_docs.document.model import Document
from incident_docs.format.definition import Format
from incident_docs.insight.facets import FACETS, Facet
from incident_docs.site.pages import marks
from incident_docs.site.pages.html import element, escape

# Values that no incident has are listed too.
_WHOLE = ("severity", "status")
# How many are shown at first, the most frequent; of the others all are, in their own order.
_SHOWN = {"service": 6, "owner": 5, "tag": 5}
_DESCENDING = ("year",)


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
        data_shown=str(_SHOWN[facet.key]) if facet.key in _SHOWN else None,
        data_whole="" if facet.key in _WHOLE else None,
    )


def _values(facet: Facet, counts: Counter[str], format: Format) -> list[str]:
    listed = [value for value in facet.listed(format) if facet.key in _WHOLE or counts[value]]
    others = sorted(counts.keys() - set(listed), reverse=facet.key in _DESCENDING)
    if facet.key in _SHOWN:
        others.sort(key=lambda value: (-counts[value], value.casefold()))
    return listed + others


def _option(facet: Facet, value: str, count: int, format: Format) -> str:
    name = f' data-name="{escape(format.status[value].label)}"' if facet.key == "status" else ""
    html = f'<input type="checkbox" name="{facet.key}" value="{escape(value)}"{name}>'
    html += element("span", _label(facet, value, format), class_="idoc-option-label")
    return element("label", html + element("span", str(count), class_="idoc-option-count"), class_="idoc-option")


def _label(facet: Facet, value: str, format: Format) -> str:
    if facet.key == "severity":
        return marks.severity(format.severity[value], format)
    if facet.key == "status":
        return marks.status(format.status[value])
    return escape(value)
