"""`incident-docs reopen`: take back that an incident is resolved, without losing a word."""

from collections.abc import Iterable
from pathlib import Path

import click

from incident_docs.cli import complete
from incident_docs.cli.changing import change_incident, read_incident
from incident_docs.cli.checked_words import checked_words
from incident_docs.cli.clock import this_minute
from incident_docs.cli.incident_argument import chosen_incident
from incident_docs.cli.stages import say_next, status_makes
from incident_docs.document.edit import Edit
from incident_docs.document.header import status_event
from incident_docs.document.model import Document
from incident_docs.document.times import Moment, write_minute
from incident_docs.edits.timeline_edits import add_timeline_row
from incident_docs.errors import IncidentDocsError
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.timeline_rows import says_resolved
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import load_project


@click.command()
@click.argument("id", shell_complete=complete.incidents)
@click.option("--reason", default="", help="Why; it becomes a part of the timeline's row.")
@click.option("--mitigating", "is_mitigating", is_flag=True, help="Users are still well; the fix is not done.")
def command(*, id: str, reason: str, is_mitigating: bool) -> None:
    """Open a resolved incident again: it is active, and its timeline says that it had been resolved.

    What was written stays, the postmortem too, and `incident-docs resolve` closes it again.
    """
    project = load_project(Path.cwd())
    path = chosen_incident(id, project)
    document = read_incident(path, project)
    if not document.is_resolved:
        raise IncidentDocsError(f"{path.stem} is not resolved")
    gone = ("resolved",) if is_mitigating else ("mitigated", "resolved")
    known = [f"{key} {write_minute(document.times[key].at, document.zone)}" for key in gone if key in document.times]
    before = f" (it had been {', '.join(known)})" if known else ""
    why = f": {checked_words(reason, 'the reason')}" if reason else ""
    status = project.format.status_at(Stage.MITIGATING if is_mitigating else Stage.ACTIVE)
    makes = status_makes(status, Moment(this_minute()), dict.fromkeys(gone), f"{why}{before}", is_reopened=True)
    after = change_incident(path, project, _row_of_resolution, *makes)
    click.echo(f"{shown_path(path, Path.cwd())}: {after.status.label if after.status else ''}")
    say_next(path)


def _row_of_resolution(document: Document) -> Iterable[Edit]:
    """Say in the timeline when it was resolved, if only the frontmatter tells."""
    if document.status is None or "resolved" not in document.times or says_resolved(document):
        return ()
    return add_timeline_row(document, document.times["resolved"], status_event(document.status, document.format))
