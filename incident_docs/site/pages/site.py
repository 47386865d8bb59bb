"""All incidents to all that the site has of them: pages, and files for programs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple

from incident_docs.document.text import Text
from incident_docs.insight.owed import writing
from incident_docs.insight.recurring import Recurrence, recurring
from incident_docs.insight.similar import similar
from incident_docs.site.pages import (
    action_data,
    actions,
    calendar,
    data,
    feeds,
    incident,
    index,
    insights,
    owed,
    owners,
    response_guide,
    rules,
    writing_guide,
)
from incident_docs.site.pages.action_records import records
from incident_docs.site.pages.around import around
from incident_docs.site.pages.data_values import plain
from incident_docs.site.pages.kept import Kept
from incident_docs.site.pages.page import DataFile, Incident, Page, Settings


class Site(NamedTuple):
    """What nobody wrote, and what an incident's page is made of."""

    pages: tuple[Page, ...]
    page_of: Callable[[Incident], Page]
    """The page of one of these incidents, made when it is asked for: all at once would fill the memory."""
    files: Callable[[], Iterator[DataFile]]
    """The files for programs, made one after the other."""


def build(incidents: Sequence[Incident], settings: Settings, today: date, kept: Kept) -> Site:
    """The site, as it is on this day."""
    by_id = {each.document.id: each for each in incidents}
    alike = similar(each.document for each in incidents)
    again = recurring((each.document for each in incidents), alike)
    beside = around(incidents, alike)
    shared = kept.shared(incidents, settings)
    facts = (shared, today, [_facts(each) for each in incidents], list(map(_told, again)))

    def page_of(each: Incident) -> Page:
        near = beside[id(each.document)]
        make = partial(incident.page, each, by_id, settings, today, near)
        return kept.page(each, shared, (near, each.history), today, make)

    def files() -> Iterator[DataFile]:
        lists = tuple(records(incidents, settings))
        yield from kept.files("actions", facts, lambda: action_data.files(lists, today))
        yield from kept.files("calendars", facts, lambda: calendar.files(lists, incidents, settings, kept))
        yield from kept.files("data", facts, lambda: data.files(lists, incidents, settings, today))
        yield from kept.files("feeds", facts, lambda: feeds.files(incidents, settings))
        yield from data.own_files(lists, incidents, settings)

    # A file that somebody wrote stays what it is.
    taken = set(settings.files.values())
    pages = kept.pages("pages", facts, lambda: _pages(incidents, settings, today, again))
    return Site(pages, page_of, lambda: (file for file in files() if file.path not in taken))


def _pages(
    incidents: Sequence[Incident], settings: Settings, today: date, again: Sequence[Recurrence]
) -> tuple[Page, ...]:
    """What nobody wrote, in the order of the navigation."""
    pages = (
        index.page(incidents, settings, today),
        actions.page(incidents, settings, today, again),
        owed.page(incidents, settings, today),
        *insights.pages(incidents, settings, today),
        response_guide.page(settings),
        writing_guide.page(settings),
        rules.page(settings),
        *owners.pages(incidents, settings, today, again),
    )
    return tuple(replace(page, head=page.head + feeds.head(page.path, settings)) for page in pages)


def _facts(incident: Incident) -> object:
    """All that other pages than its own tell of an incident: none of its story, which is what changes most."""
    document = incident.document
    return (
        incident.path,
        {key: plain(value) for key, value in document.frontmatter.values.items()},
        document.impact,
        writing(document),
        [tuple(cell.value if isinstance(cell, Text) else cell for cell in action) for action in document.actions],
        [line for line in document.lines if "]:" in line],
    )


def _told(recurrence: Recurrence) -> object:
    item = recurrence.item
    followed = [(each.document.id, each.started, each.words) for each in recurrence.again]
    return item.document.id, item.action.row, recurrence.promised, followed
