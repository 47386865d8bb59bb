"""Read the alert that `incident-docs new --from-alert` is given, and say what to do if it opens no incident."""

import shlex
import sys
from datetime import datetime, tzinfo
from pathlib import Path
from typing import BinaryIO, NamedTuple, NoReturn

import click

from incident_docs.cli.asking import ask_yes
from incident_docs.document.times import Moment
from incident_docs.edits.first_rows import Row
from incident_docs.errors import IncidentDocsError
from incident_docs.intake.alerts.alert import Alert, Kind
from incident_docs.intake.alerts.alert_text import alert_event, alert_rows, alert_section
from incident_docs.intake.alerts.incoming import Incoming, put_together
from incident_docs.intake.alerts.read_alerts import read_alerts
from incident_docs.intake.alerts.seen_before import Seen, find_seen
from incident_docs.workspace.files import Unreadable, fetch_file
from incident_docs.workspace.find_incidents import find_incidents, shown_path
from incident_docs.workspace.project import Project

STDIN = "-"
_LARGEST = 10_000_000


class Opening(NamedTuple):
    """What an alert tells of the incident that it opens."""

    incoming: Incoming
    related: tuple[str, ...]
    """The ids of incidents that it has opened before."""
    rows: tuple[Row, ...]
    """Of the timeline."""
    section: str
    """With the alert's own words."""


def read_opening(source: str, project: Project, now: datetime, zone: tzinfo, *, asks: bool) -> Opening:
    """Read the alert in a file or from standard input.

    Raises ClickException if it opens no incident: it is a recovery or a test, or an open incident has it already.
    """
    try:
        alerts = read_alerts(_content(source), project.alerting.mappings)
    except IncidentDocsError as error:
        raise click.ClickException(f"{_name(source)}: {error}") from error
    incoming = put_together(alerts, project.alerting, project.format, zone, now)
    seen = find_seen(incoming.fingerprints, find_incidents([project.folder]), project.format)
    if incoming.kind is not Kind.FIRING:
        raise click.ClickException(_why_none(incoming, seen))
    if seen.open:
        _offer_row(incoming, seen.open[0], project, now, asks=asks)
    for path in seen.closed:
        click.echo(f"seen before: {path.stem}", err=True)
    section = alert_section(incoming, project.format, zone)
    if project.publishing.is_public:
        # What monitoring says, and where it stands, is not for everybody.
        section = f"<!-- internal -->\n{section}<!-- /internal -->\n"
    related = tuple(path.stem for path in seen.closed)
    return Opening(incoming, related, tuple(alert_rows(incoming)), section)


def _content(source: str) -> bytes:
    path = Path(source)
    if source == STDIN:
        return _no_more(sys.stdin.buffer, source)
    if path.is_fifo() or path.is_char_device():
        # As a shell gives what another program prints: <(curl ...).
        with path.open("rb") as stream:
            return _no_more(stream, source)
    found = fetch_file(path)
    if isinstance(found, Unreadable):
        _refuse(source, found.message)
    return found


def _no_more(stream: BinaryIO, source: str) -> bytes:
    content = stream.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        _refuse(source, f"this is more than {_LARGEST:,} bytes")
    return content


def _refuse(source: str, message: str) -> NoReturn:
    raise click.ClickException(f"{_name(source)}: {message}")


def _name(source: str) -> str:
    return "standard input" if source == STDIN else source or "''"


def _why_none(incoming: Incoming, seen: Seen) -> str:
    """Say why no incident is opened, and what to do instead."""
    id = seen.open[0].stem if seen.open else "ID"
    alert = incoming.alerts[0]
    title = f": {alert.title}" if alert.title else ""
    if incoming.kind is Kind.RECOVERY:
        return f"this is a recovery, and opens no incident{title} ({incoming.source}); incident-docs resolve {id}?"
    if incoming.kind is Kind.NOTE:
        return f"this is {alert.what} ({incoming.source}), and opens none; {_log(id, alert.title, alert)}"
    return f"this is {alert.what} ({incoming.source}), and opens no incident{title}"


def _log(id: str, event: str, alert: Alert) -> str:
    at = f" --at {Moment(alert.started)}" if alert.started else ""
    return f"incident-docs log {id} {shlex.quote(event or '...')}{at}"


def _offer_row(incoming: Incoming, path: Path, project: Project, now: datetime, *, asks: bool) -> None:
    """Offer to add the alert to the incident that has it; whoever wants another incident says so."""
    alert = incoming.alerts[0]
    event = alert_event(alert)
    if not asks:
        raise click.ClickException(f"{path.stem} is open and has this alert; {_log(path.stem, event, alert)}")
    if ask_yes(f"{path.stem} is open and has this alert. Add it to the timeline there", default=True):
        from incident_docs.cli.changing import change_incident  # noqa: PLC0415 - hardly any alert comes twice
        from incident_docs.edits.timeline_edits import add_timeline_row  # noqa: PLC0415

        at = Moment(alert.started or now)
        change_incident(
            path, project, lambda document: add_timeline_row(document, at, event), unwritten=f"{at} {event}"
        )
        click.echo(f"{shown_path(path, Path.cwd())}: {event}")
        raise click.exceptions.Exit(0)
    if not ask_yes("Open another incident"):
        raise click.ClickException("nothing was written")
