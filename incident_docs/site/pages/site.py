"""All incidents to all pages of the site."""

from collections.abc import Sequence
from datetime import date

from incident_docs.site.pages import actions, incident, index, rules
from incident_docs.site.pages.page import Incident, Page, Settings


def build(incidents: Sequence[Incident], settings: Settings, today: date) -> tuple[Page, ...]:
    """The pages: the list, the action items, the rules, and one for each incident."""
    by_id = {each.document.id: each for each in incidents}
    return (
        index.page(incidents, settings, today),
        actions.page(incidents, settings, today),
        rules.page(settings),
        *(incident.page(each, by_id, settings, today) for each in incidents),
    )
