"""`incident-docs mitigate`: write down what was done against the impact, and that users are well again."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from incident_docs.cli import complete
from incident_docs.cli.asking import ask, ask_yes, can_ask, choose
from incident_docs.cli.changing import Make, change_incident, read_incident
from incident_docs.cli.checked_words import checked_words
from incident_docs.cli.clock import now
from incident_docs.cli.given_time import check_order, given_time, not_before_start
from incident_docs.cli.incident_argument import chosen_incident
from incident_docs.cli.stages import say_next, status_makes
from incident_docs.document.model import Document
from incident_docs.document.times import Moment
from incident_docs.edits.actions_and_mitigations import add_mitigation, insert_table
from incident_docs.edits.cell_text import cell_text
from incident_docs.edits.frontmatter_fields import set_field
from incident_docs.edits.stage_edits import add_strategy
from incident_docs.edits.timeline_edits import add_timeline_row
from incident_docs.errors import IncidentDocsError
from incident_docs.format.definition import Format
from incident_docs.format.sections import MITIGATION
from incident_docs.format.vocabulary import Stage, Strategy
from incident_docs.format.wording import join_words, suggest_word
from incident_docs.intake.changes.logged_commit import with_logged_commit
from incident_docs.reading.unwritten import is_unwritten
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import load_project

WELL_AGAIN = "Users are well again"


@click.command()
@click.argument("id", required=False, shell_complete=complete.incidents)
@click.option("--strategy", help="One of the format's strategies; asked for at a terminal.")
@click.option("--action", help="What was done.")
@click.option("--result", help="What it changed, even if that was nothing.")
@click.option("--at", metavar="TIME", help="When it was done: 14:07, 5m (that long ago); now if it is not given.")
@click.option(
    "--mitigated",
    is_flag=False,
    flag_value="0m",
    metavar="[TIME]",
    help="Users are well again, since this time or just now. It may be earlier than other rows.",
)
def command(
    *,
    id: str | None,
    strategy: str | None,
    action: str | None,
    result: str | None,
    at: str | None,
    mitigated: str | None,
) -> None:
    """Write down a mitigation: its strategy, what was done, and what came of it.

    The command that is configured for the strategy is shown, and never run. Without ID it is the incident that is not resolved.
    """
    project = load_project(Path.cwd())
    path = chosen_incident(id, project)
    document = read_incident(path, project)
    if document.is_resolved:
        raise IncidentDocsError(f"{path.stem} is resolved; take that back with: incident-docs reopen {path.stem}")
    makes: list[Make] = []
    unwritten = []
    moment = given_time(at, "--at", document.zone, now())
    if mitigated is None or strategy or action or result or not _is_mitigated(document):
        done, row = _mitigation(document, moment, strategy=strategy, action=action, result=result)
        makes, unwritten = done, [row]
    changes_status = document.stage is Stage.ACTIVE
    well = None if mitigated is None else _well_since(mitigated, document)
    if changes_status:
        # Nobody mitigates after users are well again.
        at_the_latest = min((each for each in (moment, well) if each), key=lambda each: each.at)
        makes += status_makes(project.format.status_at(Stage.MITIGATING), at_the_latest)
    if well is not None:
        makes += _well_again(well)
        unwritten.append(f"| {well.at.astimezone(document.zone):%H:%M} | {WELL_AGAIN} |")
    after = change_incident(path, project, *makes, unwritten="\n".join(unwritten))
    click.echo(f"{shown_path(path, Path.cwd())}: {after.status.label if after.status else ''}")
    if changes_status:
        say_next(path)


def _is_mitigated(document: Document) -> bool:
    return any(not is_unwritten(row.action.value, document) for row in document.mitigations)


def _well_since(text: str, document: Document) -> Moment:
    well = not_before_start(given_time(text, "--mitigated", document.zone, now()), document)
    check_order({"mitigated": well}, document)
    return well


def _mitigation(
    document: Document, moment: Moment, *, strategy: str | None, action: str | None, result: str | None
) -> tuple[list[Make], str]:
    """The edits that write a mitigation down, and its row of the timeline."""
    format = document.format
    missing = [
        f"--{name}" for name, given in (("strategy", strategy), ("action", action), ("result", result)) if not given
    ]
    if missing and not can_ask():
        raise click.UsageError(f"{join_words(missing)} must be given where nobody can be asked")
    chosen = _strategy(strategy, format)
    if chosen.command:
        command = with_logged_commit(chosen.command, document)
        click.echo(f"{chosen.id} is mostly: {command}", err=True)
    action = checked_words(action or ask("What was done"), "the action")
    result = checked_words(result or ask("What it changed"), "the result")
    event = f"{format.labels.action_mark} {action}: {result}"
    if can_ask() and not ask_yes("Can it be undone", default=True):
        event += " (cannot be undone)"
    makes: list[Make] = [
        partial(insert_table, id=MITIGATION.id),
        partial(add_mitigation, action=action, result=result),
        partial(add_timeline_row, moment=moment, event=event),
        partial(add_strategy, strategy=chosen.id),
    ]
    return makes, f"| {moment.at.astimezone(document.zone):%H:%M} | {cell_text(event)} |"


def _strategy(given: str | None, format: Format) -> Strategy:
    if given is None:
        choices = [f"{each.id}: {each.use_when}" for each in format.strategies]
        return format.strategies[choose("Strategy", choices)]
    if given not in format.strategy:
        hint = suggest_word(given, format.strategy)
        raise click.BadParameter(f"there is no strategy {given}; {hint}", param_hint="--strategy")
    return format.strategy[given]


def _well_again(moment: Moment) -> Iterator[Make]:
    yield partial(set_field, key="mitigated", value=moment)
    yield partial(add_timeline_row, moment=moment, event=WELL_AGAIN)
