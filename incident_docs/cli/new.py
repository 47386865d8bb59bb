"""`incident-docs new`: write the document of an incident, and print its notification."""

import sys
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from incident_docs.cli import complete
from incident_docs.cli.asking import can_ask
from incident_docs.cli.clock import now
from incident_docs.cli.new_facts import Clock, Given, gather
from incident_docs.document.header import write_notification
from incident_docs.document.incident_ids import incident_id
from incident_docs.document.scaffold import IMPACT_PLACEHOLDER, scaffold
from incident_docs.document.times import time_zone
from incident_docs.format.vocabulary import Stage
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import Project, load_project
from incident_docs.workspace.write_files import create_file

if TYPE_CHECKING:
    from incident_docs.cli.new_from_alert import Opening

_STDIN = "-"


@click.command()
@click.argument("title", metavar="[DESCRIPTION]", required=False)
@click.option(
    "-s", "--severity", shell_complete=complete.severities, help="Asked for at a terminal; the second level in a pipe."
)
@click.option("--service", "services", multiple=True, help="A service that is affected; may be given more than once.")
@click.option(
    "--started", help="14:02, 20m (that long ago), yesterday 23:50 or 2026-03-04 14:02; now if it is not given."
)
@click.option("--changed", help="What changed recently: the first hypothesis in the timeline.")
@click.option("--users", help="Who is affected, and how many.")
@click.option("--impact", help="What users cannot do, and how many; who is affected if it is not given.")
@click.option(
    "--from-alert",
    "alert",
    metavar="FILE|-",
    help="Take what is not given from the JSON of an alert, in a file or from standard input.",
)
@click.option(
    "--timezone", default="UTC", show_default=True, help="Zone of the document's clock times, by its IANA name."
)
@click.option("--dry-run", is_flag=True, help="Print the document and write nothing.")
def command(alert: str | None, timezone: str, dry_run: bool, **options: Any) -> None:
    """Open an incident: write its document, print where it is and what to tell stakeholders.

    DESCRIPTION says in one line what is wrong, as in "Checkout returns errors". At a terminal, what is not given is
    asked for, and Enter leaves it for later; in a pipe nothing is asked.
    """
    project = load_project(Path.cwd())
    clock = Clock(now(), _zone(timezone), timezone)
    asks = can_ask() and alert != _STDIN
    opening = _read_alert(alert, project, clock, asks=asks) if alert is not None else None
    facts = gather(Given(**options), opening, project.format, clock, asks=asks)
    text = scaffold(facts, project.format)
    if dry_run:
        click.echo(text, nl=False)
        return
    path = _write(text, project, incident_id(facts.title, facts.started.at, clock.zone))
    status = project.format.status_at(Stage.ACTIVE)
    click.echo(f"{shown_path(path, Path.cwd())}\n")
    # A placeholder is for authors, not for stakeholders.
    impact = project.format.labels.not_yet_known if facts.impact == IMPACT_PLACEHOLDER else facts.impact
    click.echo(write_notification(facts.title, facts.severity.id, impact, status), nl=False)
    sys.stdout.flush()
    for note in opening.incoming.notes if opening else ():
        click.echo(note, err=True)
    if sys.stderr.isatty():
        from incident_docs.cli.show_past import show_past_incidents  # noqa: PLC0415 - it reads all incidents

        show_past_incidents(path, project)


def _read_alert(source: str, project: Project, clock: Clock, *, asks: bool) -> "Opening":
    from incident_docs.cli.new_from_alert import read_opening  # noqa: PLC0415 - most incidents begin without one

    return read_opening(source, project, clock.now, clock.zone, asks=asks)


def _write(text: str, project: Project, id: str) -> Path:
    """Write the document under the first free name: two incidents of one day may have one title."""
    number = 1
    while True:
        path = project.folder / f"{id if number == 1 else f'{id}-{number}'}.md"
        try:
            create_file(path, text)
        except FileExistsError:
            number += 1
        except OSError as error:
            raise click.ClickException(
                f"{path} cannot be written: {error.strerror}; the document is:\n\n{text}"
            ) from error
        else:
            if number > 1:
                click.echo(f"{id}.md is there already and stays as it is.", err=True)
            return path


def _zone(name: str) -> tzinfo:
    zone = time_zone(name)
    if zone is None:
        raise click.BadParameter(
            f"there is no time zone {name!r}; write it as in Europe/Berlin", param_hint="--timezone"
        )
    return zone
