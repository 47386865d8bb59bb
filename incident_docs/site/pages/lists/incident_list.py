"""Make the page that lists all incidents: searched, filtered and sorted in the browser, whole without it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.site.pages import urls
from incident_docs.site.pages.data.feeds import data_links
from incident_docs.site.pages.incident_order import newest_first
from incident_docs.site.pages.lists.incident_columns import Column, columns
from incident_docs.site.pages.lists.incident_filters import FacetValues, FacetView, facet_values, facet_views
from incident_docs.site.pages.lists.incident_rows import IncidentRow, incident_row
from incident_docs.site.pages.page import Incident, Page, Settings
from incident_docs.site.pages.templating import fill_page

_TITLE = "Incidents"
_MOST_COLUMNS = 7
"""More than these leave the title no room."""


class Year(NamedTuple):
    """What began in a year."""

    name: str
    """Empty for incidents that do not say when they began."""
    rows: tuple[tuple[IncidentRow, dict[str, str]], ...]
    """Each with what the browser filters and sorts by, unless the row shows it anyway; lists have one value a line."""


class IncidentList(NamedTuple):
    """The list of all incidents."""

    number: int
    facets: tuple[FacetView, ...]
    columns: tuple[Column, ...]
    wide: str
    """How wide the columns are, in the stylesheet's names, and where the title is."""
    narrow: str
    """The same where there is no room: all others stand under the title."""
    is_crowded: bool
    years: tuple[Year, ...]
    """The latest first; those without a date come last."""


def page(incidents: Sequence[Incident], settings: Settings, today: date) -> Page:
    """Make the list of all incidents, newest first."""
    body = fill_page(
        "incidents.html",
        settings.template_folders,
        title=_TITLE,
        list=_list(newest_first(incidents), settings, today) if incidents else None,
        data_links=data_links(settings, settings.index_path),
    )
    # The incidents' own pages are what the site's search should find.
    return Page(settings.index_path, _TITLE, body, hide=("navigation", "toc"), is_searched=False)


def _list(incidents: Sequence[Incident], settings: Settings, today: date) -> IncidentList:
    format = incidents[0].document.format
    values = [facet_values(incident.document) for incident in incidents]
    shown = columns(settings.publishing.columns, format)
    return IncidentList(
        number=len(incidents),
        facets=facet_views(values, format),
        columns=shown,
        wide=_widths(shown),
        narrow=_widths([column for column in shown if not column.is_field and column.key != "postmortem"]),
        is_crowded=len(shown) > _MOST_COLUMNS,
        years=_years(zip(incidents, values, strict=True), shown, settings, today),
    )


def _widths(shown: Sequence[Column]) -> str:
    return " ".join(f"{'[title] ' * (column.key == 'title')}var(--{column.css_class}-width)" for column in shown)


def _years(
    incidents: Iterable[tuple[Incident, FacetValues]], shown: Sequence[Column], settings: Settings, today: date
) -> tuple[Year, ...]:
    found: dict[str, list[tuple[IncidentRow, dict[str, str]]]] = {}
    for incident, values in incidents:
        document = incident.document
        address = urls.url(settings.index_path, incident.path, settings.directory_urls)
        row = incident_row(document, address, shown, today)
        found.setdefault("".join(values["year"]), []).append((row, _data(document, row, values)))
    names = sorted(found, key=lambda name: int(name or -1), reverse=True)
    return tuple(Year(name, tuple(found[name])) for name in names)


def _data(document: Document, row: IncidentRow, values: FacetValues) -> dict[str, str]:
    known, duration = row.progress, document.duration
    rated = known.total - known.unknown
    texts = (document.impact, document.text("commander"), *document.texts("authors"))
    # The year is that of the group that the row stands in.
    data = {key: "\n".join(each) for key, each in values.items() if key != "year"} | {
        "duration": str(int(duration.total_seconds())) if duration is not None else "",
        "done": f"{known.done / rated:.3g}" if rated else "",
        "due": " ".join(row.due),
        "text": "\n".join(text for text in texts if text),
    }
    return {key: value for key, value in data.items() if value}
