"""`incident-docs action list`: the action items of all incidents, the most pressing first."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from incident_docs.cli import complete
from incident_docs.cli.action_table import table_lines
from incident_docs.cli.clock import now
from incident_docs.cli.incident_argument import chosen_incident
from incident_docs.cli.printed_json import printed_json
from incident_docs.document.times import read_iso_date
from incident_docs.format.wording import suggest_word
from incident_docs.insight.actions import Group, State, rollup
from incident_docs.insight.csv_rows import csv_row
from incident_docs.insight.listed_actions import ActionWords, ListedAction, listed_actions
from incident_docs.workspace.project import load_project

_WANTED = {
    "open": (Group.OVERDUE, Group.THIS_WEEK, Group.LATER, Group.NO_DATE),
    "overdue": (Group.OVERDUE,),
    "all": tuple(Group),
}


@click.command()
@click.argument("id", required=False, shell_complete=complete.incidents)
@click.option("--owner", help="Of this owner only.")
@click.option("--state", type=click.Choice([*_WANTED]), default="open", show_default=True, help="How far they are.")
@click.option("--today", metavar="DAY", help="List them as on another day, such as 2026-03-20.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option("--csv", "as_csv", is_flag=True, help="For spreadsheets.")
def list_actions(
    *, id: str | None, owner: str | None, state: str, today: str | None, as_json: bool, as_csv: bool
) -> None:
    """List action items, the most pressing first, of all incidents or of the one with ID.

    Each has its address, which `edit`, `done` and `drop` take.
    """
    project = load_project(Path.cwd())
    day = now().date() if today is None else read_iso_date(today)
    if day is None:
        raise click.BadParameter(f"{today!r} is no day; write 2026-03-20", param_hint="--today")
    path = chosen_incident(id, project).resolve() if id else None
    found = [item for file, item in listed_actions(project) if path is None or file == path]
    groups = rollup(found if owner is None else _of_owner(owner, found), day)
    listed = {group: items for group, items in groups.items() if group in _WANTED[state] and items}
    if as_json:
        click.echo(printed_json([_record(item, group) for item, group in _each(listed)], indent=1))
    elif as_csv:
        click.echo("".join(_csv(listed)), nl=False)
    elif listed:
        click.echo("\n".join(table_lines(listed, day)))
    else:
        click.echo(f"No action item is {state}." if state != "all" else "There are no action items.", err=True)


def _of_owner(owner: str, found: Sequence[ListedAction]) -> list[ListedAction]:
    wanted = _name(owner)
    items = [item for item in found if wanted in map(_name, item.owners)]
    if not items:
        names = {name for item in found for name in item.owners}
        click.echo(f"{owner} owns no action item; {suggest_word(owner, names)}", err=True)
    return items


def _name(owner: str) -> str:
    return owner.lstrip("@").casefold()


def _each(groups: dict[Group, list[ListedAction]]) -> Iterator[tuple[ListedAction, Group]]:
    for group, items in groups.items():
        for item in items:
            yield item, group


def _record(item: ListedAction, group: Group) -> dict[str, object]:
    return {**item.words._asdict(), "state": _state(item, group)}


def _state(item: ListedAction, group: Group) -> str:
    return State.OVERDUE.value if group is Group.OVERDUE else item.written.value


def _csv(groups: dict[Group, list[ListedAction]]) -> Iterator[str]:
    yield csv_row([*ActionWords._fields, "state"])
    for item, group in _each(groups):
        cells = [cell if isinstance(cell, str) else ", ".join(cell) for cell in item.words]
        yield csv_row([*cells, _state(item, group)])
