"""Action items to a list of them: what is late first, filtered in the browser, whole without it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from incident_docs.insight.actions import Group, Item, State, rollup
from incident_docs.insight.unfinished_actions import Recurrence
from incident_docs.site.pages import marks, urls
from incident_docs.site.pages.html import element
from incident_docs.site.pages.lists import action_rows
from incident_docs.site.pages.lists.action_filters import filters
from incident_docs.site.pages.lists.action_rows import HEAD
from incident_docs.site.pages.lists.repeated_actions import repeats
from incident_docs.site.pages.page import Incident, Settings

FORMS = {"CSV": "csv", "JSON": "json", "Calendar": "ics"}
"""What a list can be had as, by the ends of the files' names."""


class Listed(NamedTuple):
    """What a list is of."""

    here: str
    """The path of the page that shows it."""
    files: str
    """The path of its downloads, without the end of their names."""
    incidents: Sequence[Incident]
    """All of the site, newest first."""
    items: Sequence[Item]
    """In the order of the incidents."""
    recurring: Sequence[Recurrence]
    is_everybody_s: bool = True


class _Section(NamedTuple):
    """How a group is shown."""

    title: str
    short: str
    """Its name among the counts."""
    note: str = ""


_SECTIONS = {
    Group.OVERDUE: _Section("Overdue", "Overdue"),
    Group.THIS_WEEK: _Section("Due this week", "Due this week"),
    Group.LATER: _Section("Open, due later", "Open, later"),
    Group.NO_DATE: _Section(
        "No date",
        "No date",
        "An action without a date is never late, so nobody is reminded of it. Give it one in the incident's table.",
    ),
    Group.UNKNOWN: _Section("Unknown", "Unknown", "The published reports do not say how far these are."),
    Group.CLOSED: _Section("Done", "Done"),
}


def action_list(listed: Listed, settings: Settings, today: date) -> str:
    """The list as it stands on this day."""
    groups = rollup(listed.items, today)
    documents = {id(item.document) for item in listed.items}
    incidents = [incident for incident in listed.incidents if id(incident.document) in documents]
    by_id = {incident.document.id: incident for incident in listed.incidents}
    by_document = {id(incident.document): incident for incident in listed.incidents}
    origins = action_rows.origins(incidents, by_id, settings, listed.here)
    shown = [group for group in Group if group is not Group.UNKNOWN or groups[group]]
    rows = {
        group: "".join([action_rows.row(item, origins[id(item.document)], today) for item in groups[group]])
        for group in shown
    }
    html = (
        f"{_downloads(listed, settings)}"
        f'<p class="idoc-as-of">As of {today.day} {today:%B %Y}, when this page was built.</p>'
        f"{_counts(groups, shown)}{filters(incidents, listed.items, by_owner=listed.is_everybody_s)}"
        '<p class="idoc-none" role="status" hidden></p>'
        f"{repeats(listed.recurring, origins, by_document, settings, listed.here)}"
        + "".join(_section(group, len(groups[group]), rows[group]) for group in shown)
    )
    return element("div", html, class_="idoc-rollup", style=marks.shapes())


def _downloads(listed: Listed, settings: Settings) -> str:
    ways = "".join(
        " "
        + element("a", name, href=urls.url(listed.here, f"{listed.files}.{end}", settings.directory_urls), download="")
        for name, end in FORMS.items()
    )
    return element("p", f"Download{ways}", class_="idoc-downloads")


def _counts(groups: Mapping[Group, Sequence[Item]], shown: Iterable[Group]) -> str:
    cells = (
        element("li", _link(group, f"<b>{len(groups[group])}</b> {_SECTIONS[group].short}", len(groups[group])))
        for group in shown
    )
    return element("ul", "".join(cells), class_="idoc-counts")


def _link(group: Group, html: str, number: int) -> str:
    """To the group, if it is there."""
    return element("a", html, href=f"#{_anchor(group)}" if number else None, data_group=group)


def _anchor(group: Group) -> str:
    return group.replace(" ", "-")


def _section(group: Group, number: int, rows: str) -> str:
    section = _SECTIONS[group]
    title = marks.action_state(State.OVERDUE) if group is Group.OVERDUE else section.title
    note = element("p", section.note, class_="idoc-note") if section.note else ""
    if group is Group.OVERDUE:
        note = element("p", "Nothing is overdue.", class_="idoc-note", hidden="" if number else None)
    return element(
        "section",
        f'<h2>{title} <span class="idoc-number">{number}</span></h2>{note}'
        f'<table class="idoc-table idoc-rows" aria-label="{section.title}"{"" if number else " hidden"}>'
        f"{HEAD}<tbody>{rows}</tbody></table>",
        id=_anchor(group),
        data_group=group,
        hidden=None if number or group is Group.OVERDUE else "",
    )
