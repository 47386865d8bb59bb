"""Make the lists that authors ask for in blocks on any page, as HTML."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote, urlencode

from incident_docs.document.model import Document
from incident_docs.insight.archive import Archive, Listable, Query, Subject, select_listables
from incident_docs.insight.list_query import Mistake, read_query
from incident_docs.insight.orders import NEWEST
from incident_docs.site.pages import urls
from incident_docs.site.pages.dates import full_day
from incident_docs.site.pages.lists.action_rows import ActionRow, row_makers
from incident_docs.site.pages.lists.incident_columns import Column, columns
from incident_docs.site.pages.lists.incident_rows import IncidentRow, incident_row
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.site.pages.templating import fill

_OUTSIDE = "../"


@dataclass(frozen=True)
class Lists:
    """What the lists of a site are made of."""

    incidents: Sequence[Incident]
    settings: Settings
    today: date
    is_alone: bool = False
    """The site has no pages of ours beside them, and no scripts."""

    @cached_property
    def archive(self) -> Archive:
        """What there is to list."""
        return Archive([incident.document for incident in self.incidents], self.settings.format, self.today)

    @cached_property
    def by_document(self) -> Mapping[Document, Incident]:
        """By their documents: until somebody heeds the linter, two may have the same id."""
        return {incident.document: incident for incident in self.incidents}

    @cached_property
    def by_id(self) -> Mapping[str, Incident]:
        """As links name them."""
        return {incident.document.id: incident for incident in self.incidents}

    def address(self, incident: Incident, here: str) -> str:
        """Give the address of an incident as seen from a page; empty if it is no part of the site."""
        if incident.path.startswith(_OUTSIDE):
            return ""
        # Where nobody knows the page, links lead to the documents themselves.
        return urls.url(here, incident.path, self.settings.directory_urls) if here else quote(incident.path)


class Listing(NamedTuple):
    """What stands in the place of a block."""

    html: str
    mistakes: tuple[Mistake, ...] = ()


class _Foot(NamedTuple):
    """What a list leaves out, and of which day it is."""

    shown: int
    found: int
    kind: str
    """`incident` or `action item`."""
    everything: str
    """The address of a page with all that was found, or more; empty if there is none."""
    today: str
    """Empty if the list is the same on any day."""


def listing(lines: Sequence[str], first: int, subject: Subject, here: str, lists: Lists) -> Listing:
    """Make the list that these lines ask for, of which `first` is the number of the first.

    `here` is the path of the page that shows it; empty if nobody knows.
    """
    query = read_query(lines, first, subject, lists.archive)
    if not isinstance(query, Query):
        return Listing(refusal(query, lists.settings), query)
    found = select_listables(query, lists.archive)
    shown = found[: query.limit]
    shown_columns = columns(query.columns, lists.settings.format)
    html = fill(
        "list-block.html",
        lists.settings.template_folders,
        columns=shown_columns,
        incidents=[] if query.subject is Subject.ACTION_ITEMS else _incidents(shown, shown_columns, here, lists),
        actions=_actions(shown, here, lists),
        has_tickets=any(each.item.action.ticket is not None for each in shown if each.item),
        is_alone=lists.is_alone,
        is_empty=not lists.incidents,
        unknown=[f"{each[0].upper()}{each[1:]}" for each in query.unknown],
        foot=_foot(query, len(shown), len(found), here, lists),
    )
    return Listing(str(html).strip())


def refusal(mistakes: Sequence[Mistake], settings: Settings) -> str:
    """Make what stands in the place of a list that cannot be made; without mistakes the configuration has one."""
    return str(fill("list-refused.html", settings.template_folders, mistakes=mistakes)).strip()


def _incidents(
    shown: Sequence[Listable], shown_columns: Sequence[Column], here: str, lists: Lists
) -> list[IncidentRow]:
    found = [lists.by_document[each.document] for each in shown]
    return [
        incident_row(incident.document, lists.address(incident, here), shown_columns, lists.today) for incident in found
    ]


def _actions(shown: Sequence[Listable], here: str, lists: Lists) -> list[ActionRow]:
    listed = {each.document: lists.by_document[each.document] for each in shown if each.item}
    makers = row_makers(
        listed.values(), lists.by_id, lists.settings, here or "index.md", lambda incident: lists.address(incident, here)
    )
    return [makers[each.document].row(each.item, lists.today) for each in shown if each.item]


def _foot(query: Query, shown: int, found: int, here: str, lists: Lists) -> _Foot:
    settings, is_of_actions = lists.settings, query.subject is Subject.ACTION_ITEMS
    page = settings.generated_path("actions") if is_of_actions else settings.index_path
    address = urls.url(here, page, settings.directory_urls) + ("" if is_of_actions else _asked(query))
    is_of_today = query.hangs_on_the_day or (lists.is_alone and is_of_actions and shown > 0)
    return _Foot(
        shown,
        found,
        "action item" if is_of_actions else "incident",
        "" if lists.is_alone else address,
        full_day(lists.today) if is_of_today else "",
    )


def _asked(query: Query) -> str:
    """Give the part of the address with which the list of all incidents shows the same."""
    asked = [("search", query.search)] if query.search else []
    asked += [(key, value) for key, values in query.chosen.items() for value in values]
    asked += [("sort", query.sort)] if query.sort != NEWEST else []
    return f"?{urlencode(asked)}" if asked else ""
