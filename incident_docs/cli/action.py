"""`incident-docs action`: add action items, change and close them, and list those of all incidents."""

from datetime import date
from functools import partial
from pathlib import Path

import click

from incident_docs.cli import complete
from incident_docs.cli.asking import ask, can_ask
from incident_docs.cli.changing import Make, change_incident, read_incident
from incident_docs.cli.checked_words import checked_words
from incident_docs.cli.clock import now
from incident_docs.cli.incident_argument import chosen_incident
from incident_docs.cli.item_argument import ChosenItem, chosen_item, id_and_words
from incident_docs.cli.listing_actions import list_actions
from incident_docs.document.model import Document
from incident_docs.document.times import read_duration, read_iso_date
from incident_docs.edits.actions_and_mitigations import (
    add_action,
    change_action,
    close_action,
    find_action,
    insert_table,
)
from incident_docs.edits.cell_text import cell_text, plain_cell
from incident_docs.errors import IncidentDocsError
from incident_docs.format.sections import ACTION_ITEMS
from incident_docs.format.vocabulary import ACTION_STATUSES
from incident_docs.format.wording import join_words
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import Project, load_project

_OPEN, _IN_PROGRESS, _DONE, _DROPPED = ACTION_STATUSES
_DUE = "2026-03-20, or 7d or 2w from today."
_INSERT = partial(insert_table, id=ACTION_ITEMS.id)
_CHECKED = ("action", "owner", "priority", "ticket")


@click.group()
def command() -> None:
    """Keep the action items of incidents: one owner and one day each.

    An ITEM is named by its address, such as 2026-03-04-checkout-errors#2, or by its row or words that only one has behind the
    id of its incident, or a part of that.
    """


@command.command()
@click.argument("words", nargs=-1, metavar='[ID] "ACTION"', shell_complete=complete.incidents)
@click.option("--owner", default="", help="Who does it.")
@click.option("--due", default="", help=_DUE)
@click.option("--priority", default="", help="In your own words.")
@click.option("--ticket", default="", help="Its address, or its id.")
def add(*, words: tuple[str, ...], owner: str, due: str, priority: str, ticket: str) -> None:
    """Add an action item. Without ID it is one of the incident that is not resolved."""
    project = load_project(Path.cwd())
    id, action = id_and_words(words, 'add 2026-03-04-checkout "Alert on a full pool" --owner @ana --due 2w')
    path = chosen_incident(id, project)
    document = read_incident(path, project)
    missing = [f"--{name}" for name, given in (("owner", owner), ("due", due)) if not given]
    if missing and document.is_resolved and not can_ask():
        raise click.UsageError(f"{join_words(missing)} must be given where nobody can be asked")
    action, owner = checked_words(action, "the action"), checked_words(owner, "the owner")
    if can_ask():
        owner = owner or ask("Who does it (Enter for later)")
        due = due or ask("Until when: 2026-03-20, 7d, 2w (Enter for later)")
    day = _day(due, document)
    make = partial(
        add_action,
        action=action,
        owner=owner,
        due=day,
        priority=checked_words(priority, "the priority"),
        ticket=checked_words(ticket, "the ticket"),
    )
    row = " | ".join(map(cell_text, (action, owner, day)))
    after = change_incident(path, project, _INSERT, make, unwritten=f"| {row} |")
    _show(path, after, len(after.actions))


@command.command()
@click.argument("words", nargs=-1, metavar="ITEM", shell_complete=complete.incidents)
@click.option("--action", help="Other words.")
@click.option("--owner", help="Who does it.")
@click.option("--due", help=_DUE)
@click.option("--status", type=click.Choice([_OPEN, _IN_PROGRESS, _DONE]), help="How far it is.")
@click.option("--priority", help="In your own words.")
@click.option("--ticket", help="Its address, or its id.")
def edit(*, words: tuple[str, ...], **columns: str | None) -> None:
    """Change columns of an action item."""
    given = {column: text for column, text in columns.items() if text is not None}
    if not given:
        raise click.UsageError("say what is to change, as in --owner @ana")
    project = load_project(Path.cwd())
    chosen = chosen_item(words, project, "edit 2026-03-04-checkout#2 --owner @ana")
    for column in _CHECKED:
        if column in given:
            given[column] = checked_words(given[column], f"the {column}")
    if "due" in given:
        given["due"] = _day(given["due"], chosen.document)
    _change(chosen, project, given)


@command.command()
@click.argument("words", nargs=-1, metavar="ITEM", shell_complete=complete.incidents)
def done(words: tuple[str, ...]) -> None:
    """Close an action item: it is done."""
    project = load_project(Path.cwd())
    chosen = chosen_item(words, project, "done 2026-03-04-checkout#2")
    _refuse_if_so(chosen, _DONE)
    _change(chosen, project, {}, partial(close_action, which=chosen.item.row))


@command.command()
@click.argument("words", nargs=-1, metavar="ITEM", shell_complete=complete.incidents)
@click.option("--reason", help="Why it will not be done; it is written behind the action.")
def drop(words: tuple[str, ...], reason: str | None) -> None:
    """Close an action item that will not be done."""
    project = load_project(Path.cwd())
    chosen = chosen_item(words, project, 'drop 2026-03-04-checkout#2 --reason "The service is gone"')
    _refuse_if_so(chosen, _DROPPED)
    if not reason and can_ask():
        reason = ask("Why will it not be done")
    if not reason:
        raise click.UsageError("--reason must say why it will not be done")
    why = f"{plain_cell(chosen.item.action.value)} ({checked_words(reason, 'the reason')})"
    _change(chosen, project, {"action": why}, partial(close_action, which=chosen.item.row, status=_DROPPED))


def _refuse_if_so(chosen: ChosenItem, status: str) -> None:
    item = chosen.item
    if item.status is not None and item.status.value.casefold().replace("’", "'") == status:
        raise IncidentDocsError(f"{chosen.path.stem}#{item.row} is {status} already")


def _change(chosen: ChosenItem, project: Project, columns: dict[str, str], *makes: Make) -> None:
    row = chosen.item.row
    cells = [partial(change_action, which=row, column=column, text=text) for column, text in columns.items()]
    unwritten = "\n".join(f"{column}: {cell_text(text)}" for column, text in columns.items())
    _show(chosen.path, change_incident(chosen.path, project, *makes, *cells, unwritten=unwritten), row)


def _show(path: Path, document: Document, row: int) -> None:
    item = find_action(document, row)
    cells = [item.action, item.owner, item.due, *([item.status] if item.status else [])]
    words = " | ".join(plain_cell(cell.value) for cell in cells)
    click.echo(f"{shown_path(path, Path.cwd())}:{item.action.line}: {words}")


def _day(text: str, document: Document) -> str:
    """Give the ISO date of a day, or of one that is so far ahead; what says that a report is silent stays."""
    ahead = _ahead(text)
    if ahead is not None:
        return ahead.isoformat()
    if text and read_iso_date(text) is None and not document.is_unpublished(text):
        raise click.BadParameter(f"{text!r} is no day; write 2026-03-20, or 7d or 2w from today", param_hint="--due")
    return text


def _ahead(text: str) -> date | None:
    """Read `7d` or `2w` from today; None if it is no such thing, or beyond all calendars."""
    is_weeks = text[-1:] == "w" and text[:-1].isdecimal()
    length = read_duration(f"{text[:-1]}d" if is_weeks else text)
    try:
        return None if length is None else (now() + length * (7 if is_weeks else 1)).date()
    except OverflowError:
        return None


command.add_command(list_actions, "list")
