"""`incident-docs changes`: list what changed before and during an incident, and put a change into the timeline."""

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from incident_docs.cli import complete
from incident_docs.cli.changing import change_incident, read_incident
from incident_docs.cli.clock import now
from incident_docs.cli.incident_argument import chosen_incident
from incident_docs.cli.printed_json import printed_json
from incident_docs.cli.text_table import cut, line_width
from incident_docs.document.model import Document, TimelineEntry
from incident_docs.document.times import Moment
from incident_docs.edits.cell_text import cell_text, plain_cell
from incident_docs.edits.timeline_edits import add_timeline_row
from incident_docs.errors import IncidentDocsError
from incident_docs.intake.changes.change import Change
from incident_docs.intake.changes.recent_changes import RecentChanges, recent_changes
from incident_docs.reading.timeline_rows import to_minute
from incident_docs.workspace.files import Unreadable, decode_text, fetch_file
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import Project, load_project

_STDIN = "-"


@click.command()
@click.argument("id", required=False, shell_complete=complete.incidents)
@click.option("--events", metavar="FILE|-", help="Change events in PagerDuty's form, as JSON or a line for each.")
@click.option("--log", "chosen", metavar="NUMBER|COMMIT", help="Put this one into the timeline, at its time.")
@click.option("--json", "is_json", is_flag=True, help="Print it for programs.")
def command(id: str | None, events: str | None, chosen: str | None, is_json: bool) -> None:
    """List what changed from two hours before an incident started until now, or until it was resolved.

    These are the commits, merges, tags and deployments of the configured repositories, the latest first. With a * are those
    that touch the paths of an affected service. Without ID it is the incident that is not resolved.
    """
    project = load_project(Path.cwd())
    path = chosen_incident(id, project)
    document = read_incident(path, project)
    text = None if events is None else _read(events)
    found = recent_changes(document, project, now(), text if isinstance(text, str) else None)
    gaps = [*found.gaps, *([f"{events}: {text.message}"] if isinstance(text, Unreadable) else ())]
    for gap in gaps:
        click.echo(f"Warning: {gap}", err=True)
    if chosen is not None:
        _log(_chosen(chosen, found.changes), path, project)
        return
    if is_json:
        click.echo(_as_json(found, gaps))
    else:
        _show(found, document, id)
    if not found.sources or isinstance(text, Unreadable):
        raise click.exceptions.Exit(1)


def _read(events: str) -> str | Unreadable:
    content = sys.stdin.buffer.read() if events == _STDIN else fetch_file(Path(events))
    return content if isinstance(content, Unreadable) else decode_text(content)


def _show(found: RecentChanges, document: Document, id: str | None) -> None:
    for line in _lines(found.changes, document):
        click.echo(line)
    time = _span(found, document)
    if not found.changes:
        click.echo(f"Nothing is known to have changed {time}.", err=True)
        return
    touched = dict.fromkeys(service for change in found.changes for service in change.touches)
    mark = f"; * touches {', '.join(touched)}" if touched else ""
    click.echo(f"Changes {time}, the latest first{mark}", err=True)
    words = " ".join(filter(None, ["incident-docs changes", id, "--log NUMBER"]))
    click.echo(f"Next: {words}", err=True)


def _span(found: RecentChanges, document: Document) -> str:
    """From when to when, with the day twice only where there are two."""
    since, until = (each.astimezone(document.zone) for each in (found.since, found.until))
    return (
        f"from {since:%Y-%m-%d %H:%M} to {until:{'%H:%M %Z' if since.date() == until.date() else '%Y-%m-%d %H:%M %Z'}}"
    )


def _lines(changes: Sequence[Change], document: Document) -> Iterator[str]:
    """One for each change: number, mark, time, kind, name, what it was and who made it."""
    times = [change.at.astimezone(document.zone) for change in changes]
    form = "%H:%M" if len({at.date() for at in times}) == 1 else "%Y-%m-%d %H:%M"
    repositories = {change.repository for change in changes} - {""}
    digits = len(str(len(changes)))
    width = line_width()
    name = max((len(change.name) for change in changes), default=0)
    for number, (change, at) in enumerate(zip(changes, times, strict=True), 1):
        where = f"{change.repository}: " if change.repository and len(repositories) > 1 else ""
        by = f" ({change.by})" if change.by else ""
        mark = "*" if change.touches else " "
        words = (
            f"{number:>{digits}} {mark} {at:{form}}  {change.kind:<6}  {change.name:<{name}}  {where}{change.summary}"
        )
        line = f"{words.rstrip()}{by}"
        yield line if width is None else cut(line, width)


def _as_json(found: RecentChanges, gaps: Sequence[str]) -> str:

    changes = [
        {"number": number, **change._asdict(), "at": str(Moment(change.at))}
        for number, change in enumerate(found.changes, 1)
    ]
    times = {"since": str(Moment(found.since)), "until": str(Moment(found.until))}
    return printed_json({**times, "changes": changes, "gaps": list(gaps)}, indent=2)


def _chosen(chosen: str, changes: Sequence[Change]) -> Change:
    """Find a change by its number, by the beginning of its commit's id, or by its name."""
    if chosen.isdecimal() and 0 < int(chosen) <= len(changes):
        return changes[int(chosen) - 1]
    named = [change for change in changes if chosen == change.name]
    found = named or [change for change in changes if len(chosen) > 3 and change.commit.startswith(chosen)]
    if len(found) == 1:
        return found[0]
    several = f"several changes are {chosen}" if found else f"there is no change {chosen}"
    raise IncidentDocsError(f"{several}; take a number from 1 to {len(changes)}" if changes else "nothing has changed")


def _log(change: Change, path: Path, project: Project) -> None:
    document = read_incident(path, project)
    row = f"| {change.at.astimezone(document.zone):%H:%M} | {cell_text(change.event)} |"
    rows = _rows(change, document)
    if rows:
        click.echo("It is there already.", err=True)
    else:
        add = partial(add_timeline_row, moment=Moment(change.at), event=change.event)
        rows = _rows(change, change_incident(path, project, add, unwritten=row))
    for entry in rows:
        shown = f"{shown_path(path, Path.cwd())}:{entry.time.line}"
        click.echo(f"{shown}: {entry.time.value} {plain_cell(entry.event.value)}")


def _rows(change: Change, document: Document) -> list[TimelineEntry]:
    """Find the rows that tell of a change."""
    event, at = cell_text(change.event), to_minute(change.at)
    return [row for row in document.timeline if row.event.value == event and row.at and to_minute(row.at) == at]
