"""Show the past incidents that are most like one that begins, and what mitigated them."""

from collections.abc import Iterator
from pathlib import Path

import click

from incident_docs.cli.text_table import cut
from incident_docs.edits.cell_text import plain_cell
from incident_docs.format.wording import join_words
from incident_docs.insight.past_incidents import Past, like_incident
from incident_docs.workspace.project import Project

_WIDTH = 78


def show_past_incidents(path: Path, project: Project) -> None:
    """Show on standard error what is like the incident in a file. Whoever has no time for it stops it, and nothing else."""
    try:
        lines = [line for past in like_incident(path, project) for line in _lines(past)]
    except KeyboardInterrupt:
        return
    if lines:
        click.echo("\n".join(["", "Like it were:", *lines]), err=True)


def _lines(past: Past) -> Iterator[str]:
    yield cut(plain_cell(f"  {past.id}  ({join_words(past.words)})"), _WIDTH)
    # The last step is the one after which it was well again.
    steps = [f"{action}: {result}" if result else action for action, result in past.mitigations]
    yield cut(plain_cell(f"    {steps[-1] if steps else 'it is not written what mitigated it'}"), _WIDTH)
