"""The blocks that authors write on any page to the lists that they ask for, as HTML."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlencode

from incident_docs.insight.archive import Archive, Listable, Query, Subject, select_listables
from incident_docs.insight.list_query import Mistake, read_query
from incident_docs.insight.orders import NEWEST
from incident_docs.site.pages import urls
from incident_docs.site.pages.html import element, escape
from incident_docs.site.pages.lists import action_block, incident_block
from incident_docs.site.pages.lists.block_place import Place
from incident_docs.site.pages.page import Incident, Settings


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
    def by_document(self) -> Mapping[int, Incident]:
        """By the identity of their documents: until somebody heeds the linter, two may have the same id."""
        return {id(incident.document): incident for incident in self.incidents}

    @cached_property
    def by_id(self) -> Mapping[str, Incident]:
        """As links name them."""
        return {incident.document.id: incident for incident in self.incidents}


class Listing(NamedTuple):
    """What stands in the place of a block."""

    html: str
    mistakes: tuple[Mistake, ...] = ()


def listing(lines: Sequence[str], first: int, subject: Subject, here: str, lists: Lists) -> Listing:
    """The list that these lines ask for, of which `first` is the number of the first.

    `here` is the path of the page that shows it; empty if nobody knows.
    """
    query = read_query(lines, first, subject, lists.archive)
    if not isinstance(query, Query):
        return Listing(refusal(query), query)
    found = select_listables(query, lists.archive)
    shown = found[: query.limit]
    html = _shown(query, shown, here, lists) if shown else _nothing(query, lists)
    return Listing(_wrapped(html + _foot(query, len(shown), len(found), here, lists)))


def refusal(mistakes: Iterable[Mistake]) -> str:
    """What a page shows in the place of a list that cannot be made."""
    rows = "".join(element("li", f"Line {line}: {escape(message)}") for line, message in mistakes)
    return _wrapped(f"<p><b>This list cannot be made.</b></p><ul>{rows}</ul>", "idoc-refused")


def _wrapped(html: str, classes: str = "idoc-listed") -> str:
    return element("div", html, class_=f"idoc {classes}")


def _shown(query: Query, shown: Sequence[Listable], here: str, lists: Lists) -> str:
    place = Place(here, lists.settings, lists.by_id, lists.is_alone)
    found = [(lists.by_document[id(listable.document)], listable.item) for listable in shown]
    if query.subject is Subject.ACTION_ITEMS:
        return action_block.table([(incident, item) for incident, item in found if item], place, lists.today)
    incidents = [incident for incident, _ in found]
    if query.columns:
        return incident_block.table(incidents, query.columns, place, lists.today)
    return incident_block.plain(incidents, place, lists.today)


def _nothing(query: Query, lists: Lists) -> str:
    if not lists.incidents:
        return element("p", "No incidents yet.")
    kind = "incident" if query.subject is Subject.INCIDENTS else "action item"
    because = "".join(f" {escape(each[0].upper() + each[1:])}" for each in query.unknown)
    return element("p", f"No {kind} matches.{because}")


def _foot(query: Query, shown: int, found: int, here: str, lists: Lists) -> str:
    """What the list leaves out, and of which day it is."""
    today = lists.today
    parts = []
    if shown < found:
        parts.append(_rest(query, shown, found, here, lists))
    if query.hangs_on_the_day or (lists.is_alone and query.subject is Subject.ACTION_ITEMS and shown):
        parts.append(f"As of {today.day} {today:%B %Y}.")
    return element("p", " ".join(parts), class_="idoc-listed-foot") if parts else ""


def _rest(query: Query, shown: int, found: int, here: str, lists: Lists) -> str:
    first = "The first" if shown == 1 else f"The first {shown}"
    settings = lists.settings
    if query.subject is Subject.ACTION_ITEMS:
        address = urls.url(here, settings.own("actions"), settings.directory_urls)
        also = "" if lists.is_alone else f" See also {element('a', 'all action items', href=address)}."
        return f"{first} of {found} action items.{also}"
    address = urls.url(here, settings.index_path, settings.directory_urls) + _asked(query)
    everything = f"{found} incidents"
    return f"{first} of {everything if lists.is_alone else element('a', everything, href=address)}."


def _asked(query: Query) -> str:
    """The part of the address with which the list of all incidents shows the same."""
    asked = [("search", query.search)] if query.search else []
    asked += [(key, value) for key, values in query.chosen.items() for value in values]
    asked += [("sort", query.sort)] if query.sort != NEWEST else []
    return f"?{urlencode(asked)}" if asked else ""
