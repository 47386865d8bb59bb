"""Incidents to the pages of what they say together: how many, how long, what helped, what comes back."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from incident_docs.insight import months
from incident_docs.insight.actions import Item, action_items
from incident_docs.insight.months import DatedIncident, calendar, month
from incident_docs.site.pages import urls
from incident_docs.site.pages.html import block, element, heading
from incident_docs.site.pages.insights import closing_chart, repeats_chart, strategies_chart, times_chart
from incident_docs.site.pages.insights import over_time_chart as counts
from incident_docs.site.pages.insights.chart_data import View
from incident_docs.site.pages.insights.chart_parts import counted
from incident_docs.site.pages.lists.empty_page import NO_INCIDENTS
from incident_docs.site.pages.page import Incident, Page, Settings
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
    placed: Sequence[DatedIncident]
    items: Sequence[Item]
    rows: Mapping[int, Sequence[Row]]
    """By the identity of their documents."""
    settings: Settings
    today: date


def pages(
    incidents: Sequence[Incident],
    settings: Settings,
    today: date,
    rows: Mapping[str, Sequence[Row]] = MappingProxyType({}),
) -> tuple[Page, ...]:
    """The page of all incidents first, then those of the last twelve and 24 months where these are not all.

    `rows` are those of the tables that git knows, by the incidents' sources.
    """
    documents = [incident.document for incident in incidents]
    known = {id(each.document): rows.get(each.source, ()) for each in incidents}
    sources = _Sources(
        incidents, months.dated_incidents(documents), list(action_items(documents)), known, settings, today
    )
    earliest = sources.placed[0].month if sources.placed else month(today)
    shorter = [each for each in _RANGES if each.months is not None and earliest <= month(today) - each.months]
    offered = [*shorter, _ALL] if shorter else []
    return tuple(_page(each, offered, sources) for each in (_ALL, *shorter))


def _page(shown: _Range, offered: Sequence[_Range], sources: _Sources) -> Page:
    title = _TITLE if shown is _ALL else f"{_TITLE}, last {shown.label}"
    if sources.incidents:
        view = _view(shown, sources)
        top = element("p", _lead(view, shown, sources)) + _switch(shown, offered, sources.settings)
        markdown = block(top, "idoc-insights") + "".join(_charts(view))
    else:
        markdown = block(NO_INCIDENTS)
    return Page(
        sources.settings.own(shown.name),
        title,
        heading(1, title) + markdown,
        hide=("navigation", "toc"),
        is_searched=False,  # The incidents' own pages are what the site's search should find.
        is_listed=shown is _ALL,
    )


def _view(shown: _Range, sources: _Sources) -> View:
    settings, present = sources.settings, month(sources.today)
    here, since = settings.own(shown.name), shown.months and present - shown.months + 1
    placed = [each for each in sources.placed if since is None or since <= each.month <= present]
    months = [present, *(each.month for each in placed)]
    shown_ids = {id(each.document) for each in placed}
    return View(
        placed,
        sources.placed,
        sources.items,
        calendar(min(months) if since is None else since, max(months)),
        since,
        sources.today,
        settings.format,
        {
            id(each.document): urls.url(here, each.path, settings.directory_urls)
            for each in sources.incidents
            if id(each.document) in shown_ids
        },
        urls.url(here, settings.index_path, settings.directory_urls),
        sources.rows,
    )


def _charts(view: View) -> tuple[str, ...]:
    closed = closing_chart.actions_closed(view)
    if not view.incidents:
        return (closed,)
    return (
        counts.by_severity(view),
        counts.by_service(view),
        times_chart.times(view),
        strategies_chart.strategies(view),
        repeats_chart.repeats(view),
        closed,
    )


def _lead(view: View, shown: _Range, sources: _Sources) -> str:
    """`May 2021 to April 2023, 26 incidents. Durations count from the start of the incident.`"""
    months = [month(view.today), *(each.month for each in view.incidents)]
    begin = _month_name(min(months) if view.since is None else view.since)
    number = counted(len(view.incidents), "incident").lower()
    lead = f"{begin} to {_month_name(max(months))}, {number}. Durations count from the start of the incident."
    undated = len(sources.incidents) - len(sources.placed)
    if not undated or shown is not _ALL:
        return lead
    return f"{lead} {counted(undated, 'incident')} without a start {'is' if undated == 1 else 'are'} left out."


def _month_name(at: int) -> str:
    year, index = divmod(at, 12)
    return f"{date(2000, index + 1, 1):%B} {year:04}"


def _switch(shown: _Range, offered: Sequence[_Range], settings: Settings) -> str:
    """To the same page of another stretch of time."""
    here = settings.own(shown.name)
    choices = "".join(
        element(
            "a",
            each.label,
            href=urls.url(here, settings.own(each.name), settings.directory_urls),
            aria_current="page" if each is shown else None,
        )
        for each in offered
    )
    return element("nav", choices, class_="idoc-switch", aria_label="Stretch of time") if choices else ""
