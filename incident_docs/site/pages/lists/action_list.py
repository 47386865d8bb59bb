"""Make the list of action items that everybody's page and each owner's page show: what is late first, whole without scripts."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.insight.actions import GROUP_TITLES, Group, Item, State, rollup
from incident_docs.insight.unfinished_actions import Recurrence
from incident_docs.site.pages import urls
from incident_docs.site.pages.dates import full_day
from incident_docs.site.pages.lists.action_rows import ActionRow, row_makers
from incident_docs.site.pages.lists.repeated_actions import RepeatView, repeat_views
from incident_docs.site.pages.marks import StateMark, shapes, state_mark
from incident_docs.site.pages.owner_lists import owner_choices
from incident_docs.site.pages.page import Incident, Settings

FORMS = {"CSV": "csv", "JSON": "json", "Calendar": "ics"}
"""What a list can be downloaded as, by the ends of the files' names."""
_SHORT = {Group.OVERDUE: "Overdue", Group.THIS_WEEK: "Due this week", Group.LATER: "Open, later"}
_AGES = (
    ("30", "Up to 30 days ago"),
    ("90", "31 to 90 days ago"),
    ("365", "91 days to a year ago"),
    ("older", "More than a year ago"),
)


class Listed(NamedTuple):
    """What a list is of."""

    here: str
    """The path of the page that shows it."""
    files: str
    """The path of its downloads, without the ends of their names."""
    incidents: Sequence[Incident]
    """All of the site, newest first."""
    items: Sequence[Item]
    """In the order of the incidents."""
    recurring: Sequence[Recurrence]
    is_of_all_owners: bool = True


class GroupView(NamedTuple):
    """The action items of a group, and what the group is called."""

    name: str
    title: str
    short: str
    """Its name among the counts."""
    rows: tuple[ActionRow, ...]


class IncidentChoice(NamedTuple):
    """An incident in the filter, with what is true of all its action items."""

    id: str
    title: str
    services: str
    """One a line."""
    started: str
    """The day, such as `2026-03-04`; empty if nobody wrote it."""


class ActionList(NamedTuple):
    """A list of action items."""

    shapes: str
    """The marks' shapes as a style."""
    downloads: tuple[tuple[str, str], ...]
    """The name of each form and the file's address."""
    today: str
    overdue: StateMark
    groups: tuple[GroupView, ...]
    """The most pressing first."""
    owners: tuple[tuple[str, str], ...] | None
    """To choose from, as their slugs and names; None on an owner's page."""
    services: tuple[tuple[str, str], ...]
    incidents: tuple[IncidentChoice, ...]
    ages: tuple[tuple[str, str], ...]
    states: tuple[tuple[str, str], ...]
    repeats: tuple[RepeatView, ...]


def action_list(listed: Listed, settings: Settings, today: date) -> ActionList:
    """Make the list as it stands on this day."""
    here, by_document = listed.here, {incident.document: incident for incident in listed.incidents}
    with_items = {item.document for item in listed.items}
    incidents = [incident for incident in listed.incidents if incident.document in with_items]
    makers = row_makers(incidents, {each.document.id: each for each in listed.incidents}, settings, here)

    def address(document: Document) -> str:
        return urls.url(here, by_document[document].path, settings.directory_urls)

    def rows(items: Iterable[Item]) -> tuple[ActionRow, ...]:
        return tuple([makers[item.document].row(item, today) for item in items])

    groups = rollup(listed.items, today)
    return ActionList(
        shapes=shapes(),
        downloads=tuple(
            (name, urls.url(here, f"{listed.files}.{end}", settings.directory_urls)) for name, end in FORMS.items()
        ),
        today=full_day(today),
        overdue=state_mark(State.OVERDUE),
        groups=tuple(
            GroupView(group, GROUP_TITLES[group], _SHORT.get(group, GROUP_TITLES[group]), rows(groups[group]))
            for group in Group
            if group is not Group.UNKNOWN or groups[group]
        ),
        owners=tuple(owner_choices(listed.items).items()) if listed.is_of_all_owners else None,
        services=tuple((name, name) for name in _services(incidents)),
        incidents=tuple(map(_choice, incidents)),
        ages=_AGES,
        states=tuple((state, state.capitalize()) for state in _states(listed.items)),
        repeats=repeat_views(listed.recurring, makers, address, today),
    )


def _services(incidents: Iterable[Incident]) -> list[str]:
    return sorted({name for incident in incidents for name in incident.document.texts("services")}, key=str.casefold)


def _states(items: Iterable[Item]) -> list[State]:
    written = {item.written for item in items}
    return [state for state in State if state in written]


def _choice(incident: Incident) -> IncidentChoice:
    document = incident.document
    started = document.times.get("started")
    return IncidentChoice(
        document.id,
        document.title or document.id,
        "\n".join(document.texts("services")),
        started.at.astimezone(document.zone).date().isoformat() if started else "",
    )
