"""`incident-docs reopen`: take back that an incident is resolved, without losing a word."""

from pathlib import Path

import click

from incident_docs.cli import complete
from incident_docs.cli.changing import change_incident, read_incident
from incident_docs.cli.checked_words import checked_words
from incident_docs.cli.clock import this_minute
from incident_docs.cli.incident_argument import chosen_incident
from incident_docs.cli.stages import say_next, status_makes
from incident_docs.document.times import Moment, write_minute
from incident_docs.errors import IncidentDocsError
from incident_docs.format.vocabulary import Stage
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import load_project


@click.command()
@click.argument("id", shell_complete=complete.incidents)
@click.option("--reason", default="", help="Why; it becomes a part of the timeline's row.")
def command(id: str, reason: str) -> None:
    """Open a resolved incident again: it is active, and its timeline says when it had been resolved."""
    project = load_project(Path.cwd())
    path = chosen_incident(id, project)
    document = read_incident(path, project)
    if not document.is_resolved:
        raise IncidentDocsError(f"{path.stem} is not resolved")
    known = [
        f"{key} {write_minute(document.times[key].at, document.zone)}"
        for key in ("mitigated", "resolved")
        if key in document.times
    ]
    before = f" (it had been {', '.join(known)})" if known else ""
    why = f": {checked_words(reason, 'the reason')}" if reason else ""
    status = project.format.status_at(Stage.ACTIVE)
    makes = status_makes(
        status, Moment(this_minute()), {"mitigated": None, "resolved": None}, f", reopened{why}{before}"
    )
    after = change_incident(path, project, *makes)
    click.echo(f"{shown_path(path, Path.cwd())}: {after.status.label if after.status else ''}")
    say_next(path)
