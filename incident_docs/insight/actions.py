"""Collect action items from documents, and tell how they stand on a given day.

What a published report does not say is unknown: never open, overdue or missing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeVar

from incident_docs.document.model import ActionItem, Document
from incident_docs.format.vocabulary import ACTION_STATUSES
from incident_docs.insight.due import WEEK
from incident_docs.reading.unwritten import is_unwritten


class State(StrEnum):
    """How far an action item is. The author writes all of these except `overdue` and `unknown`."""

    OVERDUE = "overdue"
    OPEN = "open"
    IN_PROGRESS = "in progress"
    DONE = "done"
    WONT_DO = "won't do"
    UNKNOWN = "unknown"


_STATES = {status: State(status) for status in ACTION_STATUSES}
CLOSED = (State.DONE, State.WONT_DO)
"""Nothing is to be done any more."""


class Group(StrEnum):
    """What an action item asks of its reader, the most pressing first."""

    OVERDUE = "overdue"
    THIS_WEEK = "this week"
    LATER = "later"
    NO_DATE = "no date"
    UNKNOWN = "unknown"
    CLOSED = "closed"


GROUP_TITLES = {
    Group.OVERDUE: "Overdue",
    Group.THIS_WEEK: "Due this week",
    Group.LATER: "Open, due later",
    Group.NO_DATE: "No date",
    Group.UNKNOWN: "Unknown",
    Group.CLOSED: "Done",
}
_OPEN = (State.OPEN, State.IN_PROGRESS)


def is_open_state(written: State) -> bool:
    """Tell whether somebody still has to do what is in this state."""
    return written in _OPEN


def group_on(today: date, written: State, due_on: date | None, *, may_have_date: bool) -> Group:
    """Give the group of an action item on this day; `may_have_date` says that its report does not tell the date."""
    if written is State.UNKNOWN:
        return Group.UNKNOWN
    if not is_open_state(written):
        return Group.CLOSED
    if due_on is None:
        return Group.UNKNOWN if may_have_date else Group.NO_DATE
    days = (due_on - today).days
    if days < 0:
        return Group.OVERDUE
    return Group.THIS_WEEK if days <= WEEK else Group.LATER


@dataclass(frozen=True, slots=True)
class Item:
    """An action item with the incident that it came from."""

    document: Document
    action: ActionItem
    written: State
    """As the author left it, whatever day it is."""

    @property
    def is_open(self) -> bool:
        return is_open_state(self.written)

    @property
    def due_on(self) -> date | None:
        """Give the day by which it is to be done, if there is one."""
        return self.action.due_on

    def state(self, today: date) -> State:
        """Give its state on this day: one that is open or in progress past its date is `overdue`."""
        return State.OVERDUE if self.group(today) is Group.OVERDUE else self.written

    def group(self, today: date) -> Group:
        """Give its group on this day."""
        may_have_date = self.document.is_unpublished(self.action.due.value)
        return group_on(today, self.written, self.due_on, may_have_date=may_have_date)


class ActionProgress(NamedTuple):
    """How many of an incident's action items are closed."""

    done: int
    """Done, or decided against."""
    total: int
    overdue: int
    unknown: int
    """Their report does not say how far they are."""


def action_items(documents: Iterable[Document]) -> Iterator[Item]:
    """Give every action item, in the order of the documents and of their rows."""
    for document in documents:
        for action in document.actions:
            if not is_unwritten(action.action.value, document):
                yield Item(document, action, _state(document, action))


def _state(document: Document, action: ActionItem) -> State:
    if action.status is None:
        return State.OPEN
    if document.is_unpublished(action.status.value):
        return State.UNKNOWN
    # A word that the format does not know closes nothing.
    return _STATES.get(action.status.value.casefold().replace("’", "'"), State.OPEN)


class _Dated(Protocol):
    """What can be put in the order of its date."""

    @property
    def is_open(self) -> bool: ...
    @property
    def due_on(self) -> date | None: ...
    def group(self, today: date) -> Group: ...


ItemLike = TypeVar("ItemLike", bound=_Dated)


def rollup(found: Iterable[ItemLike], today: date) -> dict[Group, list[ItemLike]]:
    """Sort action items into groups; those that have a date to meet in the order of their dates."""
    groups: dict[Group, list[ItemLike]] = {group: [] for group in Group}
    for item in sorted(found, key=_due_by):
        groups[item.group(today)].append(item)
    return groups


def _due_by(item: _Dated) -> date:
    return item.due_on if item.is_open and item.due_on else date.max


def action_progress(document: Document, today: date) -> ActionProgress:
    """Count how many of an incident's action items are closed on this day."""
    found = list(action_items([document]))
    groups = [item.group(today) for item in found]
    return ActionProgress(
        done=groups.count(Group.CLOSED),
        total=len(found),
        overdue=groups.count(Group.OVERDUE),
        unknown=sum(item.written is State.UNKNOWN for item in found),
    )
