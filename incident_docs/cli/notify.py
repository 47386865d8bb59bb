"""`incident-docs notify`: print what stakeholders are told of an incident, or send it to the configured channels."""

import os
from functools import partial
from pathlib import Path

import click

from incident_docs.cli import complete
from incident_docs.cli.changing import change_incident, read_incident
from incident_docs.cli.clock import now
from incident_docs.cli.incident_argument import chosen_incident
from incident_docs.document.model import Document
from incident_docs.document.times import Moment
from incident_docs.edits.cell_text import cell_text
from incident_docs.edits.timeline_edits import add_timeline_row
from incident_docs.errors import IncidentDocsError
from incident_docs.format.notifying import Channel
from incident_docs.format.wording import suggest_word
from incident_docs.outreach.notification_text import notification_text, refuse_internal, told_event
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import Project, load_project

_ALL = ""


@click.command()
@click.argument("id", required=False, shell_complete=complete.incidents)
@click.option(
    "--send",
    "names",
    multiple=True,
    is_flag=False,
    flag_value=_ALL,
    metavar="[CHANNEL]",
    help="Send it to this channel of the configuration, or to all; may be given more than once.",
)
@click.option("--update", default="", metavar="TEXT", help="Add a line that says what is new.")
def command(id: str | None, names: tuple[str, ...], update: str) -> None:
    """Print the lines for stakeholders, from what the incident says now; with --send, send them.

    What is not written yet is said to be not yet known, what is confidential is left out, and a text with a secret in it is
    refused. Without ID it is the incident that is not resolved.
    """
    project = load_project(Path.cwd())
    if id is None and names and (project.folder / f"{names[-1]}.md").exists():
        # It stands where a channel could stand: `notify --send ID`.
        id, names = names[-1], (*names[:-1], _ALL)
    channels = _channels(names, project)
    path = chosen_incident(id, project)
    document = read_incident(path, project)
    shown = shown_path(path, Path.cwd())
    text = notification_text(document, shown, update)
    if names:
        refuse_internal(document, shown)
    click.echo(text, nl=False)
    if names:
        sent = _send(text, channels)
        if sent:
            _write_row(sent, update, path, document, project)
        if len(sent) < len(channels):
            raise click.exceptions.Exit(1)


def _channels(names: tuple[str, ...], project: Project) -> tuple[Channel, ...]:
    channels = {channel.name: channel for channel in project.notifying.channels}
    if names and not channels:
        raise IncidentDocsError(
            'there are no channels; write one in incident-docs.toml: [notify.channels] NAME = {url-env = "SLACK_URL"}'
        )
    for name in names:
        if name != _ALL and name not in channels:
            raise click.BadParameter(
                f"there is no channel {name!r}; {suggest_word(name, channels)}", param_hint="--send"
            )
    return tuple(channel for channel in channels.values() if _ALL in names or channel.name in names)


def _send(text: str, channels: tuple[Channel, ...]) -> list[str]:
    """Send it, say what became of it, and give the names of the channels that have it."""
    from incident_docs.outreach.notifications import send  # noqa: PLC0415 - most notifications are only printed

    deliveries = send(text, channels, os.environ)
    for each in deliveries:
        click.echo(f"{each.channel}: {f'not sent: {each.fault}' if each.fault else 'sent'}", err=True)
    return [each.channel for each in deliveries if not each.fault]


def _write_row(sent: list[str], update: str, path: Path, document: Document, project: Project) -> None:
    """Write down who was told what. It has been sent, whether this succeeds or not."""
    event = told_event(sent, document, update)
    moment = Moment(now())
    row = f"| {moment.at.astimezone(document.zone):%H:%M} | {cell_text(event)} |"
    change_incident(path, project, partial(add_timeline_row, moment=moment, event=event), unwritten=row)
