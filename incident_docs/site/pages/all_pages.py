"""Make all that a site has of its incidents: pages, and files for programs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from incident_docs.document.text import Text
from incident_docs.insight.json_values import json_value
from incident_docs.insight.likeness import Likeness
from incident_docs.insight.postmortems import postmortem_state
from incident_docs.insight.unfinished_actions import Recurrence, unfinished_when_repeated
from incident_docs.site.pages.data.data_files import data_files
from incident_docs.site.pages.data.feeds import head_links
from incident_docs.site.pages.guides import response_guide, rules_page, writing_guide
from incident_docs.site.pages.incident.related_facts import around
from incident_docs.site.pages.incident_outputs import IncidentOutputs
from incident_docs.site.pages.insights import insights_page
from incident_docs.site.pages.lists import actions_page, incident_list, owed_page
from incident_docs.site.pages.memory import Memory, key
from incident_docs.site.pages.page import DataFile, Incident, Page, Settings
from incident_docs.workspace.table_rows import Row, TableRows


class Site:
    """Know the pages and files of one build, all as they are on this day.

    `memory` has what the build before has made, if there was one; without it nothing is remembered.
    """

    def __init__(
        self,
        incidents: Sequence[Incident],
        settings: Settings,
        today: date,
        memory: Memory | None = None,
        *,
        likeness: Likeness | None = None,
        rows: TableRows | None = None,
    ) -> None:
        self._rows = rows
        self.is_remembered = memory is not None
        self._incidents, self._settings, self._today = incidents, settings, today
        self._memory = memory or Memory()
        alike = (likeness or Likeness()).similar(each.document for each in incidents)
        self._again = unfinished_when_repeated((each.document for each in incidents), alike)
        self.of_incidents = IncidentOutputs(incidents, settings, today, around(incidents, alike), memory)
        self._facts = self._key() if memory else ""

    def _key(self) -> str:
        again = list(map(_repeated, self._again))
        return key(self.of_incidents.shared, self._today, list(map(_facts, self._incidents)), again)

    def pages(self) -> list[Page]:
        """Make what nobody wrote, in the order of the navigation."""
        made_of = key(self._facts, self._rows and self._rows.state) if self._facts else ""
        return self._memory.get("pages", made_of, lambda: list(self._pages()))

    def _pages(self) -> Iterator[Page]:
        known = self._rows.by_file if self._rows else {}
        for page in _pages(self._incidents, self._settings, self._today, self._again, known):
            yield replace(page, head=page.head + head_links(page.path, self._settings))

    def files(self) -> Iterator[DataFile]:
        """Make the files for programs, one after the other."""
        return data_files(self._incidents, self.of_incidents.data, self._settings, self._today)


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


def _repeated(recurrence: Recurrence) -> object:
    item = recurrence.item
    followed = [(each.document.id, each.started, each.words) for each in recurrence.again]
    return item.document.id, item.action.row, recurrence.promised, followed
