"""`incident-docs action`: add action items, change and close them, and list those of all incidents."""

from functools import partial
from pathlib import Path

import click

from incident_docs.cli.changing import Make, change_incident, read_incident
from incident_docs.cli.checked_words import checked_words
from incident_docs.cli.clock import now
from incident_docs.cli.incident_argument import chosen_incident
from incident_docs.cli.listing_actions import list_actions
from incident_docs.document.model import Document
from incident_docs.document.times import read_duration, read_iso_date
from incident_docs.edits.actions_and_mitigations import add_action, change_action, close_action, find_action
from incident_docs.edits.cell_text import plain_cell
from incident_docs.format.vocabulary import ACTION_STATUSES
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import Project, load_project

_DONE, _DROPPED = ACTION_STATUSES[2:]


@click.group()
def command() -> None:
    """Keep the action items of incidents: one owner and one day each.

    Items are named by their row, or by words that only one has; ID by the incident's id or a part of it.
    """


@command.command()
@click.argument("id")
@click.argument("action")
@click.option("--owner", default="", help="Who does it.")
@click.option("--due", default="", help="2026-03-20, or 7d or 2w from today.")
@click.option("--priority", default="")
@click.option("--ticket", default="", help="Its address, or its id.")
def add(*, id: str, action: str, owner: str, due: str, priority: str, ticket: str) -> None:
    """Add an action item."""
    words = checked_words(action, "the action")
    make = partial(add_action, action=words, owner=owner, due=_day(due), priority=priority, ticket=ticket)
    _change(id, make, words)


@command.command()
@click.argument("id")
@click.argument("item")
@click.option("--action", help="Other words.")
@click.option("--owner")
@click.option("--due", help="2026-03-20, or 7d or 2w from today.")
@click.option("--status", type=click.Choice(ACTION_STATUSES))
@click.option("--priority")
@click.option("--ticket")
def edit(*, id: str, item: str, **columns: str | None) -> None:
    """Change columns of an action item."""
    given = {column: text for column, text in columns.items() if text is not None}
    if not given:
        raise click.UsageError("say what is to change, as in --owner @ana")
    if "due" in given:
        given["due"] = _day(given["due"])
    if "action" in given:
        given["action"] = checked_words(given["action"], "the action")
    project = load_project(Path.cwd())
    path = chosen_incident(id, project)
    row = _row(item, path, project)
    makes = [partial(change_action, which=row, column=column, text=text) for column, text in given.items()]
    after = change_incident(path, project, *makes)
    _show(path, after, row)


@command.command()
@click.argument("id")
@click.argument("item")
def done(id: str, item: str) -> None:
    """Close an action item: it is done."""
    _close(id, item, _DONE, "")


@command.command()
@click.argument("id")
@click.argument("item")
@click.option("--reason", required=True, help="Why it will not be done; written behind the action.")
def drop(id: str, item: str, reason: str) -> None:
    """Close an action item that will not be done."""
    _close(id, item, _DROPPED, checked_words(reason, "the reason"))


def _close(id: str, item: str, status: str, reason: str) -> None:
    project = load_project(Path.cwd())
    path = chosen_incident(id, project)
    row = _row(item, path, project)
    makes: list[Make] = [partial(close_action, which=row, status=status)]
    if reason:
        makes.append(lambda document: change_action(document, row, "action", _with_reason(document, row, reason)))
    _show(path, change_incident(path, project, *makes), row)


def _with_reason(document: Document, row: int, reason: str) -> str:
    return f"{plain_cell(find_action(document, row).action.value)} ({reason})"


def _change(id: str, make: Make, words: str) -> None:
    project = load_project(Path.cwd())
    path = chosen_incident(id, project)
    after = change_incident(path, project, make, unwritten=words)
    _show(path, after, len(after.actions))


def _row(item: str, path: Path, project: Project) -> int:
    document = read_incident(path, project)
    return find_action(document, int(item) if item.isdecimal() else item).row


def _show(path: Path, document: Document, row: int) -> None:
    item = find_action(document, row)
    cells = [item.action, item.owner, item.due, *([item.status] if item.status else [])]
    click.echo(
        f"{shown_path(path, Path.cwd())}:{item.action.line}: {' | '.join(plain_cell(cell.value) for cell in cells)}"
    )


def _day(text: str) -> str:
    """Give the ISO date of a day, or of one that is so far ahead."""
    length = read_duration(f"{int(text[:-1]) * 7}d" if text[-1:] == "w" and text[:-1].isdecimal() else text)
    if length is not None:
        return (now() + length).date().isoformat()
    if text and read_iso_date(text) is None:
        raise click.BadParameter(f"{text!r} is no day; write 2026-03-20, or 7d or 2w from today", param_hint="--due")
    return text


command.add_command(list_actions, "list")
