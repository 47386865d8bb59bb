"""Make the page of all action items, and a page for each owner with theirs."""

from collections.abc import Sequence
from datetime import date

from incident_docs.insight.actions import Item, action_items
from incident_docs.insight.owners import owner_names
from incident_docs.insight.unfinished_actions import Recurrence
from incident_docs.site.pages import urls
from incident_docs.site.pages.incident_order import newest_first
from incident_docs.site.pages.lists.action_list import Listed, action_list
from incident_docs.site.pages.owner_lists import OwnerList, by_owner, downloads_path, owner_slug
from incident_docs.site.pages.page import Incident, Page, Settings
from incident_docs.site.pages.templating import fill_page

_TITLE = "Action items"


def page(incidents: Sequence[Incident], settings: Settings, today: date, recurring: Sequence[Recurrence] = ()) -> Page:
    """Make the page of all action items as they stand on this day; `recurring` are those that came too late."""
    here, ordered = settings.generated_path("actions"), newest_first(incidents)
    found = list(action_items(incident.document for incident in ordered))
    listed = Listed(here, downloads_path(settings), ordered, found, recurring)
    body = fill_page(
        "actions.html",
        settings.template_folders,
        title=_TITLE,
        list=action_list(listed, settings, today) if found else None,
    )
    # The incidents' own pages are what the site's search should find.
    return Page(here, _TITLE, body, hide=("navigation", "toc"), is_searched=False)


def owner_pages(
    incidents: Sequence[Incident], settings: Settings, today: date, recurring: Sequence[Recurrence] = ()
) -> tuple[Page, ...]:
    """Make a page for each owner, as their action items stand on this day."""
    ordered = newest_first(incidents)
    found = list(action_items(incident.document for incident in ordered))
    return tuple(
        _owner_page(owner, ordered, settings, today, recurring) for owner in by_owner(found, lambda item: item)
    )


def _owner_page(
    owner: OwnerList[Item],
    ordered: Sequence[Incident],
    settings: Settings,
    today: date,
    recurring: Sequence[Recurrence],
) -> Page:
    here, title = settings.generated_path(f"owners/{owner.slug}"), f"Action items of {owner.name}"
    theirs = [each for each in recurring if owner.slug in map(owner_slug, owner_names(each.item))]
    listed = Listed(here, downloads_path(settings, owner.slug), ordered, owner.items, theirs, is_of_all_owners=False)
    body = fill_page(
        "owner.html",
        settings.template_folders,
        title=title,
        all_actions=urls.url(here, settings.generated_path("actions"), settings.directory_urls),
        list=action_list(listed, settings, today),
    )
    return Page(here, title, body, hide=("navigation", "toc"), is_listed=False, is_searched=False)
