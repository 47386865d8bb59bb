"""Incidents to the years in which they began: how their list is read without scripts."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from incident_docs.insight.facets import start_year
from incident_docs.site.pages.html import element
from incident_docs.site.pages.page import Incident


class Year(NamedTuple):
    """What began in it."""

    name: str
    """Empty for incidents that do not say when they began."""
    incidents: list[Incident]

    @property
    def label(self) -> str:
        return self.name or "No date"

    @property
    def anchor(self) -> str:
        return f"year-{self.name or 'none'}"


def years(incidents: Iterable[Incident]) -> list[Year]:
    """The latest first, with their incidents in the order in which they came; those without a date come last."""
    found: dict[str, list[Incident]] = {}
    for incident in incidents:
        found.setdefault(next(iter(start_year(incident.document)), ""), []).append(incident)
    return [Year(name, found[name]) for name in sorted(found, key=lambda name: int(name or -1), reverse=True)]


def contents(found: Sequence[Year]) -> str:
    """Links to all of them; nothing if there is only one."""
    if len(found) < 2:
        return ""
    rows = (element("a", each.label, href=f"#{each.anchor}") + f" {len(each.incidents)}" for each in found)
    return element("nav", element("ul", "".join(map(_listed, rows))), class_="idoc-years", aria_label="Years")


def head(year: Year, columns: int) -> str:
    """The row that stands before those of a year."""
    name = element("th", year.label, role="rowheader", scope="rowgroup", colspan=str(columns))
    return element("tr", name, role="row", class_="idoc-year", id=year.anchor)


def _listed(html: str) -> str:
    return element("li", html)
