"""Put action items in their place in a list without the documents that they stand in, which take long to read."""

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from incident_docs.document.model import Document
from incident_docs.insight.actions import Group, State, group_on, is_open_state
from incident_docs.insight.each_incident import find_in_each
from incident_docs.workspace.project import Project


class ActionWords(NamedTuple):
    """What an action item tells, as files for programs have it."""

    id: str
    """`<incident>#<row>`."""
    incident: str
    title: str
    """The incident's."""
    severity: str
    services: tuple[str, ...]
    action: str
    owner: str
    due: str
    """The ISO date, or else what stands in its place."""
    status: str
    """As the author wrote it."""
    ticket: str
    """Its address, or else what stands there."""


class ListedAction(NamedTuple):
    """An action item with all that a list needs to put it in its place."""

    words: ActionWords
    owners: tuple[str, ...]
    written: State
    """As the author left it, whatever day it is."""
    due_on: date | None
    may_have_date: bool
    """The report that it was made from does not tell its date."""

    @property
    def is_open(self) -> bool:
        return is_open_state(self.written)

    def group(self, today: date) -> Group:
        """Give its group on this day."""
        return group_on(today, self.written, self.due_on, may_have_date=self.may_have_date)


def listed_actions(project: Project) -> list[tuple[Path, ListedAction]]:
    """List the action items of a project's incidents, the newest incident's first, each with the file that it stands in."""
    found = sorted(find_in_each(project, _summarise), key=lambda each: each[0].stem, reverse=True)
    return [(path, _from_json(item)) for path, items in found for item in items]


def _summarise(document: Document) -> list[Any]:
    # Imported here, as a run that finds everything in the cache needs no parser.
    from incident_docs.insight.action_words import actions_to_json  # noqa: PLC0415

    return actions_to_json(document)


def _from_json(found: Any) -> ListedAction:
    words, owners, written, due_on, may_have_date = found
    day = date.fromisoformat(due_on) if due_on else None
    return ListedAction(ActionWords(*words), tuple(owners), State(written), day, may_have_date)
