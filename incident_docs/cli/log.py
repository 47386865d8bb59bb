"""`incident-docs log`: add a row to an incident's timeline, change one, or take one out."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import click

from incident_docs.cli import complete
from incident_docs.cli.asking import ask, can_ask, choose
from incident_docs.cli.changing import Make, change_incident, read_incident
from incident_docs.cli.checked_words import checked_words
from incident_docs.cli.clock import now
from incident_docs.cli.given_time import given_time
from incident_docs.cli.import_options import import_options, read_options
from incident_docs.cli.incident_argument import chosen_incident
from incident_docs.document.incident_ids import is_dated
from incident_docs.document.model import Document, TimelineEntry
from incident_docs.document.times import Moment, read_clock
from incident_docs.edits.cell_text import cell_text, plain_cell
from incident_docs.edits.row_mark import split_row_mark
from incident_docs.edits.timeline_edits import add_timeline_row, change_timeline_row, remove_timeline_row
from incident_docs.errors import IncidentDocsError
from incident_docs.workspace.find_incidents import incidents_named, shown_path
from incident_docs.workspace.project import Project, load_project

_A_MINUTE = timedelta(minutes=1)


@click.command()
@click.argument("words", nargs=-1, metavar='[ID] "EVENT" [-]', shell_complete=complete.incidents)
@click.option("--at", metavar="TIME", help="14:07, 5m (that long ago), 'yesterday 23:50'; now if it is not given.")
@click.option("--edit", metavar="TIME", help="Write EVENT, or the time of --at, in the row of this time.")
@click.option("--remove", metavar="TIME", help="Take the row of this time out.")
@click.option(
    "--evidence", multiple=True, metavar="URL|FILE", help="Link it, or keep a small file beside the incident."
)
@import_options
def command(
    words: tuple[str, ...],
    at: str | None,
    edit: str | None,
    remove: str | None,
    evidence: tuple[str, ...],
    **importing: Any,
) -> None:
    """Write down what happened, in its place in the timeline.

    EVENT is one text, in quotes; one that begins with "? " is a hypothesis, with "! " something that somebody did. A "-" at
    the end adds what comes from standard input. Without ID it is the incident that is not resolved.
    """
    project = load_project(Path.cwd())
    importing_options = read_options(**importing)
    if importing_options is not None:
        from incident_docs.cli.log_import import import_rows  # noqa: PLC0415 - most rows are not imported

        if at or edit or remove or evidence or len(words) > 1:
            raise click.UsageError(
                "--import takes rows over as they are; nothing goes with it but ID and its own options"
            )
        import_rows(chosen_incident(words[0] if words else None, project), importing_options, project)
        return
    is_piped = words[-1:] == ("-",)
    id, event = _id_and_event(words[:-1] if is_piped else words, project)
    if (edit or remove) and (evidence or is_piped):
        raise click.UsageError("evidence is added to a new row; log what it shows")
    if remove is not None:
        if event or edit or at:
            raise click.UsageError("--remove takes a row out; there is nothing to be written")
        _remove(chosen_incident(id, project), remove, project)
    elif edit is not None:
        _edit(chosen_incident(id, project), edit, event, at, project)
    else:
        event = event or _asked_event()
        _add(chosen_incident(id, project), event, at, evidence, project, is_piped=is_piped)


def _id_and_event(words: tuple[str, ...], project: Project) -> tuple[str | None, str]:
    """Tell the words apart: a single one is the event, unless it is the name of an incident."""
    if len(words) > 2:
        raise click.UsageError('the event is one text: put it in quotes, as in: incident-docs log "What happened"')
    if len(words) == 2:
        return words[0], words[1]
    is_id = bool(words) and (
        words[0].endswith(".md") or (is_dated(words[0]) and bool(incidents_named(words[0], project)))
    )
    return (words[0], "") if is_id else (None, "".join(words))


def _asked_event() -> str:
    event = ask("What happened") if can_ask() else ""
    if not event:
        raise click.UsageError('say what happened, as in: incident-docs log "What happened"')
    return event


def _add(
    path: Path, event: str, at: str | None, evidence: tuple[str, ...], project: Project, *, is_piped: bool
) -> None:
    document = read_incident(path, project)
    moment = given_time(at, "--at", document.zone, now())
    event = checked_words(event, "the event")
    more: tuple[Make, ...] = ()
    row = _row(moment, cell_text(event), document)
    if evidence or is_piped:
        from incident_docs.cli.evidence import add_evidence  # noqa: PLC0415 - most rows have none

        shown = moment.at.astimezone(document.zone)
        added = add_evidence(path, event, shown, evidence, is_piped=is_piped, row=row)
        event, more = " ".join([event, *(f"({link})" for link in added.links)]), added.makes
        row = f"{_row(moment, cell_text(event), document)}{added.unwritten}"
    after = change_incident(path, project, partial(add_timeline_row, moment=moment, event=event), *more, unwritten=row)
    _show(path, moment, cell_text(event), after)


def _row(moment: Moment, cell: str, document: Document) -> str:
    """The row as it can be pasted, with its day unless that is the first one."""
    at, started = moment.at.astimezone(document.zone), document.times.get("started")
    is_first_day = started is not None and started.at.astimezone(document.zone).date() == at.date()
    return f"| {at:{'%H:%M' if is_first_day else '%Y-%m-%d %H:%M'}} | {cell} |"


def _edit(path: Path, time: str, event: str, at: str | None, project: Project) -> None:
    if not event and at is None:
        raise click.UsageError("say what is to stand there: an event, or another time with --at")
    document = read_incident(path, project)
    entry, written = _chosen_row(document, time)
    moment = None if at is None else given_time(at, "--at", document.zone, now())
    words = checked_words(event, "the event") if event else None
    mark = split_row_mark(entry.event.value)[1]
    if words and mark:
        # A second import still knows whose row it is.
        words = f"{words} {mark}"
    shown = moment or Moment(written)
    cell = cell_text(words) if words else entry.event.value
    after = change_incident(
        path,
        project,
        lambda found: change_timeline_row(found, _same(entry, found), moment, words),
        unwritten=_row(shown, cell, document),
    )
    _show(path, shown, cell, after)


def _remove(path: Path, time: str, project: Project) -> None:
    entry, _ = _chosen_row(read_incident(path, project), time)
    change_incident(path, project, lambda found: remove_timeline_row(found, _same(entry, found)))
    click.echo(f"{shown_path(path, Path.cwd())}: removed {entry.time.value} {plain_cell(entry.event.value)}")


def _chosen_row(document: Document, time: str) -> tuple[TimelineEntry, datetime]:
    """Find the row whose time is written so, in any way of writing it, and its instant."""
    clock = read_clock(time)
    if clock is None or clock.start is None:
        raise click.BadParameter(f"{time!r} is no time of a row; write 14:07 or 2026-03-04 14:07")
    found = [
        (entry, entry.at)
        for entry in document.timeline
        if entry.clock
        and entry.at
        and entry.clock.start == clock.start
        and clock.day in {None, entry.at.date()}
        and clock.zone in {"", entry.clock.zone}
    ]
    if not found:
        raise IncidentDocsError(f"no row of the timeline has the time {time}")
    if len(found) == 1:
        return found[0]
    rows = [f"{at:%Y-%m-%d %H:%M} {plain_cell(entry.event.value)}" for entry, at in found]
    if can_ask():
        return found[choose(f"{len(found)} rows have the time {time}. Which one", rows)]
    raise IncidentDocsError(f"{len(found)} rows have the time {time}: {'; '.join(rows)}")


def _same(entry: TimelineEntry, document: Document) -> TimelineEntry:
    """Find the row again: somebody may have written in the file since it was chosen."""
    same = [each for each in document.timeline if (each.at, each.event.value) == (entry.at, entry.event.value)]
    if not same:
        raise IncidentDocsError("somebody has changed that row meanwhile")
    return min(same, key=lambda each: abs(each.time.line - entry.time.line))


def _show(path: Path, moment: Moment, cell: str, document: Document) -> None:
    """Print the row that has been written, with its place; of several that say the same the last one."""
    rows = [
        entry
        for entry in document.timeline
        if entry.event.value == cell and entry.at and abs(entry.at - moment.at) < _A_MINUTE
    ]
    for row in rows[-1:]:
        click.echo(f"{shown_path(path, Path.cwd())}:{row.time.line}: {row.time.value} {plain_cell(row.event.value)}")
