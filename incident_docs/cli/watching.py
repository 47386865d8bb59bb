"""Call a command whenever a file that it reads has changed, until somebody stops it."""

import time
from collections.abc import Callable

import click

from incident_docs.errors import IncidentDocsError

_PAUSE = 0.5
"""Seconds between two looks at the files: asking 10,000 of them for their times takes a fraction of it."""


def call_again(once: Callable[[], int], stamps: Callable[[], object]) -> int:
    """Call the command now, and whenever the stamps of its files differ; the last exit status."""
    status = 0
    try:
        while True:
            # Taken before the command runs: what changes meanwhile is not missed.
            before = stamps()
            click.clear()
            status = _status(once)
            click.echo("Waiting for changes; Ctrl-C ends.", err=True)
            while stamps() == before:
                time.sleep(_PAUSE)
    except KeyboardInterrupt:
        return status


def _status(once: Callable[[], int]) -> int:
    """The exit status of the command. A mistake that somebody is just making in the configuration ends nothing."""
    try:
        return once()
    except IncidentDocsError as error:
        click.echo(f"Error: {error}", err=True)
    except click.ClickException as error:
        error.show()
    return 2
