"""Find the action items that were still to be done when an incident happened again.

Again means: to a service that both have, after the action was due, in an incident that reads like the one it was
promised after. What a published report does not say counts for nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from incident_docs.document.model import Document
from incident_docs.insight.actions import Item, action_items

if TYPE_CHECKING:
    from incident_docs.insight.likeness import Alike

_ENOUGH = 0.3
"""Of likeness: to say that it happened again takes more than to point at what reads alike."""


class Again(NamedTuple):
    """The same kind of incident, once more."""

    document: Document
    started: date
    """In the document's zone."""
    words: tuple[str, ...]
    """What makes it like the one before."""


class Recurrence(NamedTuple):
    """An action item that might have prevented what followed."""

    item: Item
    promised: date
    """When the incident began that it was promised after, in the document's zone."""
    again: tuple[Again, ...]
    """What followed, the earliest first; at least one."""

    @property
    def days_late(self) -> int | None:
        """Days past its date when it happened again; None if it never had one."""
        due = self.item.action.due_on
        return (self.again[0].started - due).days if due else None


def unfinished_when_repeated(
    documents: Iterable[Document], alike: Mapping[Document, "tuple[Alike, ...]"]
) -> list[Recurrence]:
    """Find what should have been done by then, the latest to happen again first; `alike` is what `Likeness` found."""
    followed = _followed(list(documents), alike)
    found = [
        recurrence
        for document, after in followed
        for item in action_items([document])
        if (recurrence := _recurrence(item, _day(document), after)) is not None
    ]
    return sorted(found, key=_order)


def _order(recurrence: Recurrence) -> tuple[int, int]:
    return (-recurrence.again[0].started.toordinal(), -(recurrence.days_late or 0))


def _recurrence(item: Item, promised: date | None, after: list[Again]) -> Recurrence | None:
    due = item.action.due_on
    if not item.is_open or promised is None:
        return None
    if item.action.status is None and item.document.is_reconstructed:
        # The report does not say that it is still open.
        return None
    again = tuple(each for each in after if each.started > (due or promised))
    return Recurrence(item, promised, again) if again else None


def _followed(
    documents: list[Document], alike: Mapping[Document, "tuple[Alike, ...]"]
) -> Iterator[tuple[Document, list[Again]]]:
    """Give each incident with those like it that began later, the earliest first."""
    pairs: dict[Document, dict[Document, Again]] = {document: {} for document in documents}
    for document in documents:
        for each in alike.get(document, ()):
            if each.score < _ENOUGH:
                continue
            # One of the two may be like so many others that it does not name the other.
            _put(pairs, document, each.document, each.words)
            _put(pairs, each.document, document, each.words)
    for document in documents:
        yield document, sorted(pairs[document].values(), key=lambda again: (again.started, again.document.id))


def _put(pairs: dict[Document, dict[Document, Again]], first: Document, then: Document, words: tuple[str, ...]) -> None:
    before, after = first.times.get("started"), then.times.get("started")
    if before is None or after is None or before.at >= after.at:
        return
    if set(first.texts("services")).isdisjoint(then.texts("services")):
        return
    pairs[first].setdefault(then, Again(then, after.at.astimezone(then.zone).date(), words))


def _day(document: Document) -> date | None:
    started = document.times.get("started")
    return started.at.astimezone(document.zone).date() if started else None
