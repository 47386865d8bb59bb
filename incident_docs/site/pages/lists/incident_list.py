"""Incidents to the page that lists them: searched, filtered and sorted in the browser, whole without it."""

from collections.abc import Sequence
from datetime import date

from incident_docs.insight.actions import action_items, action_progress
from incident_docs.insight.facets import FACETS
from incident_docs.site.pages import urls
from incident_docs.site.pages.data import feeds
from incident_docs.site.pages.html import block, element, escape, heading
from incident_docs.site.pages.incident_order import newest_first
from incident_docs.site.pages.lists.empty_page import NO_INCIDENTS
from incident_docs.site.pages.lists.incident_cells import Row
from incident_docs.site.pages.lists.incident_columns import Column, columns
from incident_docs.site.pages.lists.incident_filters import facets
from incident_docs.site.pages.lists.incident_years import Year, contents, head, years
from incident_docs.site.pages.page import Incident, Page, Settings

_TITLE = "Incidents"
_MOST_COLUMNS = 7
"""More than these leave the title no room."""
_SEARCH = (
    '<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2"'
    ' aria-hidden="true"><circle cx="10" cy="10" r="6.5"/><path d="m15 15 6 6"/></svg>'
    '<input type="search" aria-label="Search incidents" placeholder="Search titles, services, tags and impact"'
    ' autocomplete="off" spellcheck="false" aria-keyshortcuts="/"><kbd aria-hidden="true">/</kbd>'
)
# What a phone writes before a cell, where no head says what it is; in the stylesheet's own form of a text.
_LABELS = "--idoc-actions-label:'Actions done: ';--idoc-postmortem-label:'Postmortem: '"


def page(incidents: Sequence[Incident], settings: Settings, today: date) -> Page:
    """The list of all incidents, newest first."""
    return Page(
        settings.index_path,
        _TITLE,
        heading(1, _TITLE)
        + block(_content(newest_first(incidents), settings, today))
        + feeds.links_block(settings, settings.index_path),
        hide=("navigation", "toc"),
        is_searched=False,  # The incidents' own pages are what the site's search should find.
    )


def _content(incidents: Sequence[Incident], settings: Settings, today: date) -> str:
    if not incidents:
        return NO_INCIDENTS
    documents = [incident.document for incident in incidents]
    format = documents[0].format
    number = "1 incident" if len(incidents) == 1 else f"{len(incidents)} incidents"
    by_year = years(incidents)
    result = (
        f'<p class="idoc-found" role="status" tabindex="-1"><b>{number}</b>, newest first</p>'
        '<div class="idoc-chips" hidden></div>'
        f"{contents(by_year)}{_table(by_year, columns(settings.publishing.columns, format), settings, today)}"
        '<div class="idoc-nothing" hidden></div>'
        '<button type="button" class="idoc-button idoc-more" hidden></button>'
    )
    html = (
        f'<div class="idoc-box" hidden>{_SEARCH}</div>'
        '<button type="button" class="idoc-button idoc-filters" aria-expanded="false" hidden>Filters</button>'
        f'<section class="idoc-facets" aria-label="Filters" hidden>{facets(documents, format)}</section>'
        f'<div class="idoc-result">{result}</div>'
    )
    return element("div", html, class_="idoc-index")


def _table(by_year: Sequence[Year], shown: Sequence[Column], settings: Settings, today: date) -> str:
    # The roles are those that the elements have, until a phone's stylesheet turns rows into blocks.
    # Where there is no room, all but these stand under the title.
    narrow = [column for column in shown if not column.is_field and column.key != "postmortem"]
    crowded = " idoc-crowded" if len(shown) > _MOST_COLUMNS else ""
    bodies = "".join(
        f'<tbody role="rowgroup" data-year="{year.name}">'
        + (head(year, len(shown)) if len(by_year) > 1 else "")
        + "".join(_row(incident, shown, settings, today) for incident in year.incidents)
        + "</tbody>"
        for year in by_year
    )
    return (
        f'<table class="idoc-table idoc-rows{crowded}" role="table" aria-label="Incidents"'
        f' style="--idoc-wide-columns:{_widths(shown)};--idoc-narrow-columns:{_widths(narrow)};{_LABELS}">'
        f'<thead role="rowgroup"><tr role="row">{"".join(map(_head, shown))}</tr></thead>{bodies}</table>'
    )


def _widths(shown: Sequence[Column]) -> str:
    """How wide columns are, by the stylesheet's names, and where the title is."""
    return " ".join(f"{'[title] ' * (column.key == 'title')}var(--{_class(column)}-width)" for column in shown)


def _head(column: Column) -> str:
    return element(
        "th",
        escape(column.label),
        scope="col",
        role="columnheader",
        class_=_class(column),
        data_sort=column.key,
        data_by=column.by,
        data_values="\n".join(column.values) or None,
    )


def _row(incident: Incident, shown: Sequence[Column], settings: Settings, today: date) -> str:
    document = incident.document
    address = urls.url(settings.index_path, incident.path, settings.directory_urls)
    row = Row(
        document, address, list(action_items([document])), action_progress(document, today), settings.publishing.columns
    )
    cells = "".join(_cell(column, row) for column in shown)
    data = "".join(f' data-{key}="{escape(value)}"' for key, value in _data(row).items() if value)
    return f'<tr role="row"{data}>{cells}</tr>'


def _cell(column: Column, row: Row) -> str:
    label = f' data-label="{escape(column.label)}"' if column.is_field else ""
    return f'<td role="cell" class="{_class(column)}"{label}>{column.cell(row)}</td>'


def _class(column: Column) -> str:
    return "idoc-field" if column.is_field else f"idoc-{column.key}"


def _data(row: Row) -> dict[str, str]:
    """What the browser filters and sorts by, unless a row shows it anyway; lists have one value a line."""
    document, known, duration = row.document, row.progress, row.document.duration
    rated = known.total - known.unknown
    texts = (document.impact, document.text("commander"), *document.texts("authors"))
    due = (item.action.due_on for item in row.items if item.is_open and item.action.due_on)
    # The year is that of the group that the row stands in.
    facet_values = {facet.key: "\n".join(facet.values(document)) for facet in FACETS if facet.key != "year"}
    return facet_values | {
        "duration": str(int(duration.total_seconds())) if duration is not None else "",
        "done": f"{known.done / rated:.3g}" if rated else "",
        "due": " ".join(day.isoformat() for day in due),
        "text": "\n".join(text for text in texts if text),
    }
