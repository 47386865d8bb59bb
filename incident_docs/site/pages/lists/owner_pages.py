"""Incidents to a page for each owner of action items: the list of theirs."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from incident_docs.insight.actions import Item, action_items
from incident_docs.insight.owners import owner_names
from incident_docs.insight.unfinished_actions import Recurrence
from incident_docs.site.pages import urls
from incident_docs.site.pages.html import block, element, heading
from incident_docs.site.pages.incident_order import newest_first
from incident_docs.site.pages.lists.action_cells import owner_slug
from incident_docs.site.pages.lists.action_filters import owners
from incident_docs.site.pages.lists.action_list import Listed, action_list
from incident_docs.site.pages.page import Incident, Page, Settings

_T = TypeVar("_T")


class Owned(NamedTuple, Generic[_T]):
    """An owner and what is theirs."""

    slug: str
    """Their name in addresses."""
    name: str
    items: Sequence[_T]


def owned(found: Sequence[_T], item: Callable[[_T], Item]) -> tuple[Owned[_T], ...]:
    """Action items, or what is made of them, by their owners in the order of these' names."""
    theirs: dict[str, list[_T]] = {}
    for each in found:
        for slug in dict.fromkeys(map(owner_slug, owner_names(item(each)))):
            theirs.setdefault(slug, []).append(each)
    return tuple(Owned(slug, name, theirs[slug]) for slug, name in owners(map(item, found)).items())


def path(slug: str, settings: Settings) -> str:
    """Of an owner's page."""
    return settings.own(f"owners/{slug}")


def files(slug: str, settings: Settings) -> str:
    """The path of an owner's downloads, without the ends of their names."""
    return f"{settings.prefix}owners/{slug}"


def pages(
    incidents: Sequence[Incident], settings: Settings, today: date, recurring: Sequence[Recurrence] = ()
) -> tuple[Page, ...]:
    """A page for each owner, as their action items stand on this day."""
    ordered = newest_first(incidents)
    found = list(action_items(incident.document for incident in ordered))
    return tuple(_page(owner, ordered, settings, today, recurring) for owner in owned(found, lambda item: item))


def _page(
    owner: Owned[Item], ordered: Sequence[Incident], settings: Settings, today: date, recurring: Sequence[Recurrence]
) -> Page:
    here = path(owner.slug, settings)
    theirs = [each for each in recurring if owner.slug in map(owner_slug, owner_names(each.item))]
    listed = Listed(here, files(owner.slug, settings), ordered, owner.items, theirs, is_everybody_s=False)
    everybody_s = urls.url(here, settings.own("actions"), settings.directory_urls)
    back = '<span aria-hidden="true">←</span> All action items'
    title = f"Action items of {owner.name}"
    return Page(
        here,
        title,
        block(element("a", back, class_="idoc-way", href=everybody_s), "idoc-top")
        + heading(1, title)
        + block(action_list(listed, settings, today)),
        hide=("navigation", "toc"),
        is_listed=False,
        is_searched=False,  # The incidents' own pages are what the site's search should find.
    )
