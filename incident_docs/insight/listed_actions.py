"""Put action items in their place in a list without the documents that they stand in, which take long to read."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from incident_docs.insight.actions import Group, State, group_on, is_open_state


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


def actions_from_json(found: Iterable[Any]) -> Iterator[ListedAction]:
    """Read what `actions_to_json` has given."""
    for words, owners, written, due_on, may_have_date in found:
        day = date.fromisoformat(due_on) if due_on else None
        yield ListedAction(ActionWords(*words), tuple(owners), State(written), day, may_have_date)
