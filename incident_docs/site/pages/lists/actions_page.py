"""Incidents to the page of all their action items."""

from collections.abc import Sequence
from datetime import date

from incident_docs.insight.actions import action_items
from incident_docs.insight.unfinished_actions import Recurrence
from incident_docs.site.pages.html import block, heading
from incident_docs.site.pages.incident_order import newest_first
from incident_docs.site.pages.lists.action_list import Listed, action_list
from incident_docs.site.pages.lists.empty_page import empty
from incident_docs.site.pages.page import Incident, Page, Settings

FILES = "actions"
"""The downloads' name, before its end."""
_TITLE = "Action items"


def page(incidents: Sequence[Incident], settings: Settings, today: date, recurring: Sequence[Recurrence] = ()) -> Page:
    """All action items of all incidents, as they stand on this day; `recurring` are those that came too late."""
    here = settings.own("actions")
    ordered = newest_first(incidents)
    found = list(action_items(incident.document for incident in ordered))
    listed = Listed(here, f"{settings.prefix}{FILES}", ordered, found, recurring)
    return Page(
        here,
        _TITLE,
        heading(1, _TITLE) + block(action_list(listed, settings, today) if found else empty("No action items.")),
        hide=("navigation", "toc"),
        is_searched=False,  # The incidents' own pages are what the site's search should find.
    )
