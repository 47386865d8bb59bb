"""Incidents to the page that lists them: searched, filtered and sorted in the browser, whole without it."""

from collections.abc import Sequence
from datetime import date

from incident_docs.document.model import Document
from incident_docs.insight.actions import items, progress
from incident_docs.site.pages import links, marks, when
from incident_docs.site.pages.facets import FACETS, facets
from incident_docs.site.pages.html import block, element, escape, heading
from incident_docs.site.pages.order import newest_first
from incident_docs.site.pages.page import Incident, Page, Settings
from incident_docs.site.pages.rows import cell

_TITLE = "Incidents"
_SERVICES_WIDTH = 58
_COLUMNS = (
    ("Date", "date"),
    ("Severity", "severity"),
    ("Incident", "title"),
    ("Duration", "duration"),
    ("Actions done", "actions"),
)
_SEARCH = (
    '<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2"'
    ' aria-hidden="true"><circle cx="10" cy="10" r="6.5"/><path d="m15 15 6 6"/></svg>'
    '<input type="search" aria-label="Search incidents" placeholder="Search titles, services, tags and impact"'
    ' autocomplete="off" spellcheck="false" aria-keyshortcuts="/"><kbd aria-hidden="true">/</kbd>'
)


def page(incidents: Sequence[Incident], settings: Settings, today: date) -> Page:
    """The list of all incidents, newest first."""
    return Page(
        settings.index_path,
        _TITLE,
        heading(1, _TITLE) + block(_content(newest_first(incidents), settings, today)),
        hide=("navigation", "toc"),
        is_searched=False,  # The incidents' own pages are what the site's search should find.
    )


def _content(incidents: Sequence[Incident], settings: Settings, today: date) -> str:
    if not incidents:
        return element("p", "No incidents yet. <code>incident-docs new</code> writes the first one.")
    documents = [incident.document for incident in incidents]
    number = "1 incident" if len(incidents) == 1 else f"{len(incidents)} incidents"
    result = (
        f'<p class="idoc-found" role="status" tabindex="-1"><b>{number}</b>, newest first</p>'
        '<div class="idoc-chips" hidden></div>'
        f"{_table(incidents, settings, today)}"
        '<div class="idoc-nothing" hidden></div>'
        '<button type="button" class="idoc-button idoc-more" hidden></button>'
    )
    html = (
        f'<div class="idoc-box" hidden>{_SEARCH}</div>'
        '<button type="button" class="idoc-button idoc-filters" aria-expanded="false" hidden>Filters</button>'
        f'<section class="idoc-facets" aria-label="Filters" hidden>{facets(documents, documents[0].format)}</section>'
        f'<div class="idoc-result">{result}</div>'
    )
    return element("div", html, class_="idoc-index")


def _table(incidents: Sequence[Incident], settings: Settings, today: date) -> str:
    # The roles are those that the elements have, until a phone's stylesheet turns rows into blocks.
    heads = "".join(
        element("th", label, scope="col", role="columnheader", class_=f"idoc-{key}", data_sort=key)
        for label, key in _COLUMNS
    )
    rows = "".join(_row(incident, settings, today) for incident in incidents)
    return (
        '<table class="idoc-table idoc-rows" role="table" aria-label="Incidents">'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{rows}</tbody></table>'
    )


def _row(incident: Incident, settings: Settings, today: date) -> str:
    document = incident.document
    severity = document.severity and marks.severity(document.severity, document.format, brief=True)
    html = (
        cell(_date(document), "idoc-date")
        + cell(severity or _quiet("not recorded"), "idoc-severity")
        + cell(_title(incident, settings), "idoc-title")
        + cell(_duration(document), "idoc-duration")
        + cell(_actions(document, today), "idoc-actions", "Actions done")
    )
    return element("tr", html, role="row", **_data(document, today))


def _data(document: Document, today: date) -> dict[str, str]:
    """What the browser filters and sorts by; lists have one value a line."""
    started, duration = document.times.get("started"), document.duration
    known = progress(document, today)
    rated = known.total - known.unknown
    texts = (document.id, document.impact, document.text("commander"), *document.texts("authors"))
    due = (item.action.due_on for item in items([document]) if item.is_open and item.action.due_on)
    facet_values = {f"data_{facet.key}": "\n".join(facet.values(document)) for facet in FACETS}
    return facet_values | {
        "data_started": str(int(started.at.timestamp())) if started else "",
        "data_rank": str(document.format.severities.index(document.severity)) if document.severity else "",
        "data_duration": str(int(duration.total_seconds())) if duration is not None else "",
        "data_done": f"{known.done / rated:.3f}" if rated else "",
        "data_due": " ".join(day.isoformat() for day in due),
        "data_text": "\n".join(text for text in texts if text),
    }


def _date(document: Document) -> str:
    started = document.times.get("started")
    if started is None:
        return _quiet("not recorded")
    day = started.at.astimezone(document.zone).date().isoformat()
    return element("time", day, datetime=day)


def _title(incident: Incident, settings: Settings) -> str:
    document = incident.document
    address = links.url(settings.index_path, incident.path, settings.directory_urls)
    # Calm rows make the open incident visible.
    status = f"{marks.status(document.status)} " if document.status and not document.is_resolved else ""
    under = element("span", status + escape(_services(document.texts("services"))), class_="idoc-under")
    return element("a", escape(document.title or document.id), href=address) + under


def _services(names: Sequence[str]) -> str:
    """As many as fit, and how many do not."""
    width, fitting = -2, 0
    for name in names:
        width += len(name) + 2
        if width > _SERVICES_WIDTH and fitting:
            break
        fitting += 1
    more = len(names) - fitting
    return ", ".join(names[:fitting]) + (f" and {more} more" if more else "")


def _duration(document: Document) -> str:
    started, resolved = document.times.get("started"), document.times.get("resolved")
    if started is not None and resolved is not None and (length := when.length(resolved, started)):
        return length
    if _is_known_to_go_on(document):
        return escape(document.format.labels.ongoing)
    written = document.text("resolved")
    return _quiet(written if document.is_unpublished(written) else "not recorded")


def _actions(document: Document, today: date) -> str:
    known = progress(document, today)
    if not known.total:
        return _quiet("none yet" if _is_known_to_go_on(document) else "none")
    if known.unknown == known.total:
        return _quiet(f"{known.total} unknown")
    overdue = f"{known.overdue} overdue" if known.overdue else ""
    unknown = _quiet(f"{known.unknown} unknown") if known.unknown else ""
    return f'{known.done} of {known.total} <span class="idoc-overdue">{overdue}</span>{unknown}'


def _is_known_to_go_on(document: Document) -> bool:
    return document.status is not None and not document.is_resolved


def _quiet(text: str) -> str:
    return element("span", escape(text), class_="idoc-secondary")
