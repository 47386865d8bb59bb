"""`incident-docs action list`: the action items of all incidents, the most pressing first."""

import json
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from incident_docs.cli import complete
from incident_docs.cli.clock import now
from incident_docs.cli.incident_argument import chosen_incident
from incident_docs.document.parse import parse
from incident_docs.document.times import read_iso_date
from incident_docs.edits.cell_text import plain_cell
from incident_docs.insight.actions import Group, Item, State, action_items, rollup
from incident_docs.insight.due import lateness
from incident_docs.workspace.files import Unreadable, read_file
from incident_docs.workspace.find_incidents import find_incidents
from incident_docs.workspace.project import Project, load_project

_STATES = {
    "open": (State.OPEN, State.IN_PROGRESS, State.OVERDUE),
    "overdue": (State.OVERDUE,),
    "all": tuple(State),
}
_COLUMNS = ("id", "incident", "action", "owner", "due", "status")


@click.command()
@click.argument("id", required=False, shell_complete=complete.incidents)
@click.option("--owner", help="Of this owner only.")
@click.option("--state", type=click.Choice([*_STATES]), default="open", show_default=True)
@click.option("--today", help="The day on which they are looked at; today if it is not given.")
@click.option("--json", "as_json", is_flag=True)
@click.option("--csv", "as_csv", is_flag=True)
def list_actions(
    *, id: str | None, owner: str | None, state: str, today: str | None, as_json: bool, as_csv: bool
) -> None:
    """List action items, the most pressing first, each with its address."""
    project = load_project(Path.cwd())
    day = now().date() if today is None else read_iso_date(today)
    if day is None:
        raise click.BadParameter(f"{today!r} is no day; write 2026-03-20", param_hint="--today")
    paths = [chosen_incident(id, project)] if id else list(find_incidents([project.folder]))
    items = [
        item
        for group in rollup(_items(paths, project), day).values()
        for item in group
        if item.state(day) in _STATES[state] and (owner is None or _is_owner(owner, item))
    ]
    if as_json:
        click.echo(json.dumps([_record(item, day) for item in items], ensure_ascii=False, indent=1))
    elif as_csv:
        _write_csv([_record(item, day) for item in items])
    else:
        _print(items, day)


def _items(paths: Sequence[Path], project: Project) -> Iterator[Item]:
    for path in paths:
        text = read_file(path)
        if not isinstance(text, Unreadable):
            yield from action_items([parse(text, str(path), project.format)])


def _is_owner(owner: str, item: Item) -> bool:
    return owner.lstrip("@").casefold() in plain_cell(item.action.owner.value).casefold()


def _record(item: Item, today: date) -> dict[str, str]:
    action = item.action
    values = (action.action.value, action.owner.value, action.due.value, item.state(today).value)
    return dict(
        zip(_COLUMNS, (f"{item.document.id}#{action.row}", item.document.title, *map(plain_cell, values)), strict=True)
    )


def _write_csv(records: Sequence[dict[str, str]]) -> None:
    import csv  # noqa: PLC0415 - only this form needs it

    writer = csv.DictWriter(sys.stdout, _COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(records)


def _print(items: Sequence[Item], today: date) -> None:
    for item in items:
        action = item.action
        due = lateness((action.due_on - today).days) if item.is_open and action.due_on else plain_cell(action.due.value)
        is_late = item.group(today) is Group.OVERDUE
        click.echo(f"{item.document.id}#{action.row}  {plain_cell(action.action.value)}")
        who = plain_cell(action.owner.value) or "nobody"
        click.echo(click.style(f"    {who}, {due or 'no date'}, {item.written.value}", fg="red" if is_late else None))
