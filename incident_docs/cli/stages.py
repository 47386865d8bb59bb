"""What all commands do that change an incident's status."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path

import click

from incident_docs.cli.changing import Make
from incident_docs.document.edit import Edit
from incident_docs.document.header import status_event
from incident_docs.document.model import Document
from incident_docs.document.times import Moment
from incident_docs.edits.header_edits import set_status
from incident_docs.edits.timeline_edits import add_timeline_row
from incident_docs.format.vocabulary import Status


def status_makes(
    status: Status,
    at: Moment,
    times: Mapping[str, Moment | None] | None = None,
    more: str = "",
    *,
    is_reopened: bool = False,
) -> list[Make]:
    """Make the edits that set the status everywhere, with a row of the timeline that says so, and `more`."""

    def row(document: Document) -> Iterable[Edit]:
        event = status_event(status, document.format, is_reopened=is_reopened)
        return add_timeline_row(document, at, f"{event}{more}")

    return [partial(set_status, status=status.id, times=times), row]


def say_next(path: Path) -> None:
    """Say how stakeholders are told of the new status."""
    click.echo(f"Next: incident-docs notify {path.stem} --send", err=True)
