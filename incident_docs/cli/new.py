"""`incident-docs new`: write the document of an incident, and print its notification."""

import sys
from datetime import UTC, datetime, tzinfo
from pathlib import Path

import click

from incident_docs.cli import complete
from incident_docs.document.header import write_notification
from incident_docs.document.incident_ids import incident_id
from incident_docs.document.scaffold import IMPACT_PLACEHOLDER, SERVICE_PLACEHOLDER, Facts, scaffold
from incident_docs.document.times import Moment, read_past_time, time_zone
from incident_docs.format.definition import Format
from incident_docs.format.vocabulary import Severity, Stage
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import Project, load_project
from incident_docs.workspace.write_files import create_file


@click.command()
@click.argument("description", required=False)
@click.option(
    "-s", "--severity", shell_complete=complete.severities, help="Asked for at a terminal; the second level in a pipe."
)
@click.option("--service", "services", multiple=True, help="A service that is affected; may be given more than once.")
@click.option("--started", help="2026-03-04T14:02:00Z, 14:02 or 20m (that long ago); now if it is not given.")
@click.option("--impact", help="What users cannot do, and how many.")
@click.option(
    "--timezone", default="UTC", show_default=True, help="Zone of the document's clock times, by its IANA name."
)
@click.option("--dry-run", is_flag=True, help="Print the document and write nothing.")
def command(  # noqa: PLR0917 - click passes them by name
    description: str | None,
    severity: str | None,
    services: tuple[str, ...],
    started: str | None,
    impact: str | None,
    timezone: str,
    dry_run: bool,
) -> None:
    """Open an incident: write its document, print where it is and what to tell stakeholders.

    DESCRIPTION says in one line what is wrong, as in "Checkout returns errors". At a terminal, what is not given is
    asked for, and Enter takes the default; in a pipe the defaults are taken.
    """
    project = load_project(Path.cwd())
    asks = sys.stdin.isatty() and sys.stderr.isatty()
    zone = _zone(timezone)
    begun = _started(started, zone)
    title = _one_line(description or (_ask("What is wrong") if asks else ""))
    if not title:
        raise click.UsageError('say what is wrong, as in: incident-docs new "Checkout returns errors"')
    facts = Facts(
        title,
        _severity(severity, project.format, asks),
        begun,
        services or _asked_services(asks),
        _one_line(impact or (_ask("What users notice", IMPACT_PLACEHOLDER) if asks else IMPACT_PLACEHOLDER)),
        timezone,
        zone,
    )
    text = scaffold(facts, project.format)
    if dry_run:
        click.echo(text, nl=False)
        return
    path = _write(text, project, incident_id(title, begun.at, zone))
    status = project.format.status_at(Stage.ACTIVE)
    click.echo(f"{shown_path(path, Path.cwd())}\n")
    click.echo(write_notification(title, facts.severity.id, facts.impact, status), nl=False)


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


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _ask(question: str, default: str = "") -> str:
    answer: str = click.prompt(question, default=default, show_default=False, err=True)
    return answer


def _asked_services(asks: bool) -> tuple[str, ...]:
    answer = _ask("Services, separated by commas") if asks else ""
    return tuple(filter(None, map(_one_line, answer.split(",")))) or (SERVICE_PLACEHOLDER,)


def _severity(given: str | None, format: Format, asks: bool) -> Severity:
    """The severity of this id, in any case; the second level unless somebody says better."""
    default = format.severities[min(1, len(format.severities) - 1)]
    if given is None and not asks:
        return default
    by_name = {severity.id.casefold(): severity for severity in format.severities}
    if given is None:
        for severity in format.severities:
            click.echo(f"  {severity.id}  {severity.impact}. {severity.response}.", err=True)
        choice = click.Choice([severity.id for severity in format.severities], case_sensitive=False)
        given = click.prompt("Severity", default=default.id, type=choice, show_choices=False, err=True)
    if given.casefold() not in by_name:
        known = ", ".join(f"{severity.id} ({severity.impact})" for severity in format.severities)
        raise click.BadParameter(f"{given!r} is none of {known}", param_hint="--severity")
    return by_name[given.casefold()]


def _zone(name: str) -> tzinfo:
    zone = time_zone(name)
    if zone is None:
        raise click.BadParameter(
            f"there is no time zone {name!r}; write it as in Europe/Berlin", param_hint="--timezone"
        )
    return zone


def _started(given: str | None, zone: tzinfo) -> Moment:
    now = datetime.now(UTC)
    started = read_past_time(given or "0m", now, zone)
    if started is None:
        raise click.BadParameter(
            f"{given!r} is no time; write 2026-03-04T14:02:00Z, 14:02 or 20m (that long ago)", param_hint="--started"
        )
    if started.at > now:
        raise click.BadParameter(f"{started} has not come yet", param_hint="--started")
    return started
