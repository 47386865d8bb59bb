"""Prepare all incidents and action items of a project for lists, with what each can be found by, and select from them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.format.definition import Format
from incident_docs.insight.actions import Group, Item, State, action_items, rollup
from incident_docs.insight.facets import FACETS, has_words, search_text
from incident_docs.insight.orders import NEWEST, sort_incidents
from incident_docs.insight.owners import owner_names

Values = tuple[str, ...]


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
        known = {facet.key: _named(facet.key, facet.listed(self.format)) for facet in FACETS}
        known["status"] |= {comparable("status", status.label): (status.id,) for status in self.format.statuses}
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
        known["status"] = _named("status", State)
        known["group"] = _named("group", Group)
        known["incident"] = _named("incident", (document.id for document in self.documents))
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
    found = [listable for listable in shelf.listables if _fits(listable, wanted)]
    if query.search:
        found = [each for each in found if has_words(query.search, archive.search_text(each.document))]
    if query.sort == NEWEST:
        return found
    listables = {listable.document: listable for listable in found}
    ordered = sort_incidents((listable.document for listable in found), query.sort, archive.today)
    return [listables[document] for document in ordered]


def _fits(listable: Listable, wanted: Mapping[str, set[str]]) -> bool:
    return all(any(comparable(key, value) in forms for value in listable.values[key]) for key, forms in wanted.items())


def comparable(key: str, value: str) -> str:
    """Give the form in which two values are compared: neither case nor the `@` of an owner counts."""
    folded = value.casefold().replace("’", "'")
    return folded.removeprefix("@") if key == "owner" else folded


def _of_incident(document: Document) -> dict[str, Values]:
    return {facet.key: facet.values(document) for facet in FACETS}


def _named(key: str, values: Iterable[str]) -> dict[str, Values]:
    return {comparable(key, value): (str(value),) for value in values}


def _shelf(listables: Sequence[Listable], known: dict[str, dict[str, Values]]) -> Shelf:
    for listable in listables:
        for key, values in listable.values.items():
            for value in values:
                form = comparable(key, value)
                written = known[key].get(form, ())
                if value not in written:
                    known[key][form] = (*written, str(value))
    return Shelf(listables, known)
