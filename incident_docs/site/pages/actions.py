"""Incidents to the page of all their action items: what is late first, filtered in the browser, whole without it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from incident_docs.insight.actions import Group, Item, State, rollup
from incident_docs.site.pages import action_rows, marks
from incident_docs.site.pages.action_cells import owner_name
from incident_docs.site.pages.action_rows import HEAD
from incident_docs.site.pages.html import block, element, escape, heading
from incident_docs.site.pages.order import newest_first
from incident_docs.site.pages.page import Incident, Page, Settings

_TITLE = "Action items"


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


def page(incidents: Sequence[Incident], settings: Settings, today: date) -> Page:
    """All action items of all incidents, as they stand on this day."""
    ordered = newest_first(incidents)
    groups = rollup((incident.document for incident in ordered), today)
    origins = action_rows.origins(ordered, settings)
    rows = {
        group: "".join(action_rows.row(item, origins[id(item.document)], today) for item in items)
        for group, items in groups.items()
    }
    return Page(
        settings.actions_path,
        _TITLE,
        heading(1, _TITLE) + block(_content(groups, rows, today)),
        hide=("navigation", "toc"),
        is_searched=False,  # The incidents' own pages are what the site's search should find.
    )


def _content(groups: Mapping[Group, list[Item]], rows: Mapping[Group, str], today: date) -> str:
    everything = [item for items in groups.values() for item in items]
    if not everything:
        return element("p", "No action items.")
    shown = [group for group in Group if group is not Group.UNKNOWN or groups[group]]
    html = (
        f'<p class="idoc-as-of">As of {today.day} {today:%B %Y}, when this page was built.</p>'
        f"{_counts(groups, shown)}{_selects(everything)}"
        '<p class="idoc-none" role="status" hidden></p>'
        + "".join(_section(group, groups[group], rows[group]) for group in shown)
    )
    return element("div", html, class_="idoc-rollup")


def _counts(groups: Mapping[Group, list[Item]], shown: Iterable[Group]) -> str:
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


def _selects(everything: Sequence[Item]) -> str:
    owners = {owner for item in everything if (owner := owner_name(item))}
    services = {service for item in everything for service in item.document.texts("services")}
    states = [state for state in State if any(item.written is state for item in everything)]
    html = (
        _select("owner", "Owner", "Everyone", ((owner, owner) for owner in sorted(owners, key=str.casefold)))
        + _select("service", "Service", "All services", ((name, name) for name in sorted(services, key=str.casefold)))
        + _select("status", "Status", "Any status", ((state, state.capitalize()) for state in states))
    )
    return f'<div class="idoc-selects" hidden>{html}</div>'


def _select(key: str, label: str, everything: str, options: Iterable[tuple[str, str]]) -> str:
    listed = "".join(element("option", escape(text), value=value) for value, text in (("", everything), *options))
    return element("label", f"{label} {element('select', listed, name=key, autocomplete='off')}")


def _section(group: Group, items: Sequence[Item], rows: str) -> str:
    section = _SECTIONS[group]
    title = marks.action_state(State.OVERDUE) if group is Group.OVERDUE else section.title
    note = element("p", section.note, class_="idoc-note") if section.note else ""
    if group is Group.OVERDUE:
        note = element("p", "Nothing is overdue.", class_="idoc-note", hidden="" if items else None)
    return element(
        "section",
        f'<h2>{title} <span class="idoc-number">{len(items)}</span></h2>{note}'
        f'<table class="idoc-table idoc-rows" role="table" aria-label="{section.title}"{"" if items else " hidden"}>'
        f'{HEAD}<tbody role="rowgroup">{rows}</tbody></table>',
        id=_anchor(group),
        data_group=group,
        hidden=None if items or group is Group.OVERDUE else "",
    )
