"""Make the pages of what incidents say together: how many, how long, what helped, what comes back."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.insight.actions import Item, action_items
from incident_docs.insight.months import DatedIncident, calendar, dated_incidents, month
from incident_docs.site.pages import urls
from incident_docs.site.pages.insights.charts import Chart, Link
from incident_docs.site.pages.insights.closing_chart import closing_chart
from incident_docs.site.pages.insights.counts_charts import service_chart, severity_chart
from incident_docs.site.pages.insights.repeats_chart import repeats_chart
from incident_docs.site.pages.insights.stretch import Stretch, counted_noun
from incident_docs.site.pages.insights.times_charts import strategies_chart, times_chart
from incident_docs.site.pages.page import Incident, Page, Settings
from incident_docs.site.pages.templating import fill_page
from incident_docs.workspace.table_rows import Row

_TITLE = "Insights"


class _Range(NamedTuple):
    """A stretch of time that has a page."""

    label: str
    name: str
    """Of its page."""
    months: int | None
    """How many, of which the present one is the last; None for all."""


_ALL = _Range("All time", "insights", None)
_RANGES = (
    _Range("12 months", "insights/12-months", 12),
    _Range("24 months", "insights/24-months", 24),
    _ALL,
)


class _Sources(NamedTuple):
    """What all pages are made of."""

    incidents: Sequence[Incident]
    dated: Sequence[DatedIncident]
    items: Sequence[Item]
    rows: Mapping[Document, Sequence[Row]]
    settings: Settings
    today: date


def pages(
    incidents: Sequence[Incident],
    settings: Settings,
    today: date,
    rows: Mapping[str, Sequence[Row]] = MappingProxyType({}),
) -> tuple[Page, ...]:
    """Make the page of all incidents first, then those of the last twelve and 24 months where these are not all.

    `rows` are those of the tables that git knows, by the incidents' sources.
    """
    documents = [incident.document for incident in incidents]
    known = {each.document: rows.get(each.source, ()) for each in incidents}
    sources = _Sources(incidents, dated_incidents(documents), list(action_items(documents)), known, settings, today)
    earliest = sources.dated[0].month if sources.dated else month(today)
    shorter = [each for each in _RANGES if each.months is not None and earliest <= month(today) - each.months]
    offered = [*shorter, _ALL] if shorter else []
    return tuple(_page(each, offered, sources) for each in (_ALL, *shorter))


def _page(shown: _Range, offered: Sequence[_Range], sources: _Sources) -> Page:
    title = _TITLE if shown is _ALL else f"{_TITLE}, last {shown.label}"
    settings = sources.settings
    stretch = _stretch(shown, sources)
    body = fill_page(
        "insights.html",
        settings.template_folders,
        title=title,
        has_incidents=bool(sources.incidents),
        lead=_lead(stretch, shown, sources),
        stretches=[Link(each.label, _address(shown, each, settings)) for each in offered],
        shown=shown.label,
        charts=_charts(stretch) if sources.incidents else (),
    )
    return Page(
        settings.generated_path(shown.name),
        title,
        body,
        hide=("navigation", "toc"),
        is_searched=False,  # The incidents' own pages are what the site's search should find.
        is_listed=shown is _ALL,
    )


def _address(here: _Range, there: _Range, settings: Settings) -> str:
    return urls.url(settings.generated_path(here.name), settings.generated_path(there.name), settings.directory_urls)


def _stretch(shown: _Range, sources: _Sources) -> Stretch:
    settings, present = sources.settings, month(sources.today)
    here, since = settings.generated_path(shown.name), shown.months and present - shown.months + 1
    dated = [each for each in sources.dated if since is None or since <= each.month <= present]
    months = [present, *(each.month for each in dated)]
    shown_documents = {each.document for each in dated}
    return Stretch(
        dated,
        sources.dated,
        sources.items,
        calendar(min(months) if since is None else since, max(months)),
        since,
        sources.today,
        settings.format,
        {
            each.document: urls.url(here, each.path, settings.directory_urls)
            for each in sources.incidents
            if each.document in shown_documents
        },
        urls.url(here, settings.index_path, settings.directory_urls),
        sources.rows,
    )


def _charts(stretch: Stretch) -> tuple[Chart, ...]:
    closed = closing_chart(stretch)
    if not stretch.incidents:
        return (closed,)
    return (
        severity_chart(stretch),
        service_chart(stretch),
        times_chart(stretch),
        strategies_chart(stretch),
        repeats_chart(stretch),
        closed,
    )


def _lead(stretch: Stretch, shown: _Range, sources: _Sources) -> str:
    """Write `May 2021 to April 2023, 26 incidents. Durations count from the start of the incident.`"""
    months = [month(stretch.today), *(each.month for each in stretch.incidents)]
    begin = _month_name(min(months) if stretch.since is None else stretch.since)
    number = counted_noun(len(stretch.incidents), "incident").lower()
    lead = f"{begin} to {_month_name(max(months))}, {number}. Durations count from the start of the incident."
    undated = len(sources.incidents) - len(sources.dated)
    if not undated or shown is not _ALL:
        return lead
    return f"{lead} {counted_noun(undated, 'incident')} without a start {'is' if undated == 1 else 'are'} left out."


def _month_name(at: int) -> str:
    year, index = divmod(at, 12)
    return f"{date(2000, index + 1, 1):%B} {year:04}"
