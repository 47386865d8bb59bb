"""Findings that have fixes to mended files, or to the difference that it would make."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from incident_docs.cli.mend_options import Mending
from incident_docs.cli.reporting import paint
from incident_docs.errors import IncidentDocsError
from incident_docs.lint.mend import Mended, mend
from incident_docs.lint.report.view import Part
from incident_docs.lint.run import Checked, Job
from incident_docs.workspace.atomic import replace

_PARTS = {"+": Part.GOOD, "-": Part.ERROR, "@": Part.MARGIN}


def mended(files: Sequence[Path], checked: Sequence[Checked], job: Job, mending: Mending) -> list[Checked]:
    """Mend the files; what is left to be said of each. Each file is replaced whole, or stays as it was."""
    left = list(checked)
    count = 0
    for number, done in _done(files, checked, job, mending):
        _write(done.path, done.after)
        left[number] = done.left
        count += done.rules.total()
    if count:
        click.echo(f"Mended {count:,} of the findings", err=True)
    return left


def show(files: Sequence[Path], checked: Sequence[Checked], job: Job, mending: Mending) -> bool:
    """Print what mending would change, as a unified diff; whether it would change anything."""
    count = 0
    for _, done in _done(files, checked, job, mending):
        for line in done.diff():
            click.echo(paint(line, _PARTS[line[0]]) if line[:1] in _PARTS else line)
        count += done.rules.total()
    if count:
        click.echo(f"--fix would mend {count:,} of the findings", err=True)
    return bool(count)


def _done(
    files: Sequence[Path], checked: Sequence[Checked], job: Job, mending: Mending
) -> Iterator[tuple[int, Mended]]:
    """The files that can be mended, by their number."""
    for number, (path, file) in enumerate(zip(files, checked, strict=True)):
        if any(finding.fix is not None for finding in file.findings):
            done = mend(path, job, unsafe=mending.unsafe)
            if done is not None:
                yield number, done


def _write(path: Path, text: str) -> None:
    try:
        replace(path, text)
    except OSError as error:
        raise IncidentDocsError(f"{path} cannot be written: {error.strerror}; it stays as it was") from error
