"""All incidents to all that the site has of them: pages, and files for programs."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import chain

from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.insight import terms
from incident_docs.insight.postmortems import postmortem_state
from incident_docs.insight.similar import Alike, Likeness
from incident_docs.insight.terms import Terms
from incident_docs.insight.unfinished_actions import Recurrence, unfinished_when_repeated
from incident_docs.site.pages.data.data_files import shared_files
from incident_docs.site.pages.data.feeds import head_links
from incident_docs.site.pages.data.json_values import json_value
from incident_docs.site.pages.guides import response_guide, rules_page, writing_guide
from incident_docs.site.pages.incident.related_facts import around
from incident_docs.site.pages.incident_order import newest_first
from incident_docs.site.pages.incident_outputs import Own
from incident_docs.site.pages.insights import insights_page
from incident_docs.site.pages.lists import actions_page, incident_list, owed_page
from incident_docs.site.pages.page import Held, Incident, KeptFile, Page, Settings
from incident_docs.site.pages.page_cache import Kept
from incident_docs.site.pages.page_parts import whole
from incident_docs.workspace.table_rows import Row, TableRows

_MANY = 50
"""Incidents; fewer are made in less time than processes take to start."""


class Site:
    """What nobody wrote, and what an incident's page is made of: all as it is on this day."""

    def __init__(
        self,
        incidents: Sequence[Incident],
        settings: Settings,
        today: date,
        kept: Kept,
        *,
        likeness: Likeness | None = None,
        rows: TableRows | None = None,
    ) -> None:
        self._rows = rows
        self._incidents, self._settings, self._today, self._kept = incidents, settings, today, kept
        alike = _alike(incidents, settings, kept, likeness or Likeness())
        self._again = unfinished_when_repeated((each.document for each in incidents), alike)
        self._own = Own(incidents, settings, today, around(incidents, alike), kept)
        # A file that somebody wrote stays what it is.
        self._taken = frozenset(settings.files.values())
        self._facts = kept.key(self._own.shared, today, list(map(_facts, incidents)), list(map(_told, self._again)))

    def ahead(self) -> Iterator[tuple[int, int]]:
        """Make what is missing in several processes, if that is much; gives how much of how much is done."""
        making = self._own.missing()
        tells_anew = not self._kept.has_made("pages", self._pages_of)
        if len(self._incidents if tells_anew else making) < _MANY:
            return
        if tells_anew:
            # What tells of all incidents takes longest.
            making = [lambda: deque(self.pages(), 0), lambda: deque(self._shared_files(), 0), *making]
        yield from ((done, len(making)) for done in self._kept.ahead(making))

    def pages(self) -> Iterator[Held]:
        """What nobody wrote, in the order of the navigation."""
        return self._kept.pages("pages", self._pages_of, self._made_pages)

    @cached_property
    def _pages_of(self) -> str:
        return self._kept.key(self._facts, self._rows and self._rows.state)

    def _made_pages(self) -> Iterator[Page]:
        known = self._rows.by_file if self._rows else {}
        for page in _pages(self._incidents, self._settings, self._today, self._again, known):
            yield replace(page, head=page.head + head_links(page.path, self._settings))

    def page_of(self, incident: Incident) -> Page:
        """The page of one of these incidents, made when it is asked for: all at once would fill the memory."""
        return whole(self._own.held(incident))

    def held(self, incident: Incident) -> Held:
        """The same, with what the page says left where it is kept."""
        return self._own.held(incident)

    def files(self) -> Iterator[KeptFile]:
        """The files for programs, each made when it is asked for."""
        made = chain(self._shared_files(), self._own.files())
        return (file for file in made if file.path not in self._taken)

    def _shared_files(self) -> Iterator[KeptFile]:
        incidents, settings, today = self._incidents, self._settings, self._today
        found = map(self._own.data, newest_first(incidents))
        yield from self._kept.files("data", self._facts, lambda: shared_files(incidents, list(found), settings, today))


def _alike(
    incidents: Sequence[Incident], settings: Settings, kept: Kept, likeness: Likeness
) -> dict[int, tuple[Alike, ...]]:
    """What `similar` finds; what each is about is kept, as reading them for it takes longer than to compare them."""
    shared = kept.key("terms", settings.format)
    keys = {id(each.document): f"{shared}.{each.digest or kept.key(each.document.lines)}" for each in incidents}

    def terms_of(document: Document) -> Terms:
        known = kept.get(keys[id(document)])
        if known is not None:
            return terms.terms_from_json(known)
        found = terms.document_terms(document)
        kept.put(keys[id(document)], terms.terms_to_json(found))
        return found

    return likeness.similar((each.document for each in incidents), terms_of=terms_of)


def _pages(
    incidents: Sequence[Incident],
    settings: Settings,
    today: date,
    again: Sequence[Recurrence],
    rows: Mapping[str, Sequence[Row]],
) -> Iterator[Page]:
    yield incident_list.page(incidents, settings, today)
    yield actions_page.page(incidents, settings, today, again)
    yield owed_page.page(incidents, settings, today)
    yield from insights_page.pages(incidents, settings, today, rows)
    yield response_guide.page(settings)
    yield writing_guide.page(settings)
    yield rules_page.page(settings)
    yield from actions_page.owner_pages(incidents, settings, today, again)


def _facts(incident: Incident) -> object:
    """All that other pages than its own tell of an incident: none of its story, which is what changes most."""
    document = incident.document
    return (
        incident.path,
        {key: json_value(value) for key, value in document.frontmatter.values.items()},
        document.impact,
        postmortem_state(document),
        [tuple(cell.value if isinstance(cell, Text) else cell for cell in action) for action in document.actions],
        [line for line in document.lines if "]:" in line],
    )


def _told(recurrence: Recurrence) -> object:
    item = recurrence.item
    followed = [(each.document.id, each.started, each.words) for each in recurrence.again]
    return item.document.id, item.action.row, recurrence.promised, followed
