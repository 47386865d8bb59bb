"""Prepare all incidents and action items of a project for lists, with what each can be found by, and select from them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.format.definition import Format
from incident_docs.insight.actions import Group, Item, State, action_items, rollup
from incident_docs.insight.facets import FACETS, search_text
from incident_docs.insight.filter_values import (
    Known,
    Values,
    add_known,
    comparable,
    fits,
    known_in_format,
    named_values,
)
from incident_docs.insight.orders import NEWEST, sort_incidents
from incident_docs.insight.owners import owner_names
from incident_docs.insight.search_words import has_words


class Subject(StrEnum):
    """What a list is of: the word of its block."""

    INCIDENTS = "incidents"
    ACTION_ITEMS = "action-items"


@dataclass(frozen=True, slots=True)
class Query:
    """What a list asks for."""

    subject: Subject
    chosen: Mapping[str, tuple[str, ...]]
    """By key, the values of which one is needed, in all ways in which documents write them."""
    search: str
    sort: str
    """The name of an order of incidents; action items have but one."""
    limit: int | None
    """How many are shown at most; None for all."""
    columns: tuple[str, ...]
    """Of a table; empty for a plain list."""
    unknown: tuple[str, ...]
    """Sentences about values that nothing has."""

    @property
    def hangs_on_the_day(self) -> bool:
        """Tell whether the list may differ tomorrow, and no browser can bring it up to date."""
        if self.subject is Subject.INCIDENTS:
            return "actions" in self.columns
        return bool(self.chosen.keys() & {"status", "group"})


class Listable(NamedTuple):
    """An incident or one of its action items, and what it can be found by."""

    document: Document
    item: Item | None
    """None for an incident."""
    values: Mapping[str, Values]
    """By the keys of the filters."""


class Shelf(NamedTuple):
    """All that a kind of list can hold, in its usual order."""

    listables: Sequence[Listable]
    known: Mapping[str, Mapping[str, Values]]
    """By key, the values that can be asked for, by the form in which they are compared: all that are written so."""


@dataclass(frozen=True)
class Archive:
    """What there is on this day. Every list of a site selects from it, so it computes each part once."""

    documents: Sequence[Document]
    format: Format
    today: date

    @cached_property
    def incidents(self) -> Shelf:
        """Incidents, newest first."""
        listables = [
            Listable(document, None, _of_incident(document))
            for document in sort_incidents(self.documents, NEWEST, self.today)
        ]
        known = known_in_format((facet.key for facet in FACETS), self.format)
        return _shelf(listables, known)

    @cached_property
    def actions(self) -> Shelf:
        """Action items, the most pressing first."""
        of_incidents = {listable.document: listable.values for listable in self.incidents.listables}
        groups = rollup(action_items(listable.document for listable in self.incidents.listables), self.today)
        listables = [
            Listable(item.document, item, {**of_incidents[item.document], **self._of_item(item)})
            for group in Group
            for item in groups[group]
        ]
        known = {key: dict(values) for key, values in self.incidents.known.items()}
        known["status"] = named_values("status", State)
        known["group"] = named_values("group", Group)
        known["incident"] = named_values("incident", (document.id for document in self.documents))
        return _shelf(listables, known)

    def _of_item(self, item: Item) -> dict[str, Values]:
        return {
            # One that is overdue is still open.
            "status": (item.written, item.state(self.today)),
            "owner": owner_names(item),
            "incident": (item.document.id,),
            "group": (item.group(self.today),),
        }

    @cached_property
    def search_text(self) -> Callable[[Document], str]:
        """What a search looks into."""
        texts = {document: search_text(document) for document in self.documents}
        return lambda document: texts[document]


def select_listables(query: Query, archive: Archive) -> list[Listable]:
    """Select all that the query asks for, in its order, whatever its limit."""
    shelf = archive.incidents if query.subject is Subject.INCIDENTS else archive.actions
    wanted = {key: {comparable(key, value) for value in values} for key, values in query.chosen.items()}
    found = [listable for listable in shelf.listables if fits(listable.values, wanted)]
    if query.search:
        found = [each for each in found if has_words(query.search, archive.search_text(each.document))]
    if query.sort == NEWEST:
        return found
    listables = {listable.document: listable for listable in found}
    ordered = sort_incidents((listable.document for listable in found), query.sort, archive.today)
    return [listables[document] for document in ordered]


def _of_incident(document: Document) -> dict[str, Values]:
    return {facet.key: facet.values(document) for facet in FACETS}


def _shelf(listables: Sequence[Listable], known: Known) -> Shelf:
    for listable in listables:
        add_known(known, listable.values)
    return Shelf(listables, known)
