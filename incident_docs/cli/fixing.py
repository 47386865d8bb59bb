"""Fix files that have findings, or show what that would change."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from incident_docs.cli.reporting import paint
from incident_docs.lint.checked import Checked
from incident_docs.lint.fix import FixedFile, fix_and_write_file, fix_file
from incident_docs.lint.lint_files import Job
from incident_docs.lint.report.view import Part

_PARTS = {"+": Part.GOOD, "-": Part.ERROR, "@": Part.MARGIN}


def fix_files(files: Sequence[Path], checked: Sequence[Checked], job: Job, *, unsafe: bool) -> list[Checked]:
    """Fix the files, and give what is left to be reported. Each file is replaced whole, or stays as it was."""
    left = list(checked)
    count = 0
    for number, fixed in _fixed(files, checked, partial(fix_and_write_file, job=job, unsafe=unsafe)):
        left[number] = fixed.left
        count += fixed.rules.total()
    if count:
        click.echo(f"Fixed {count:,} of the findings", err=True)
    return left


def show_fixes(files: Sequence[Path], checked: Sequence[Checked], job: Job, *, unsafe: bool) -> bool:
    """Print what fixing would change, as a unified diff; whether it would change anything."""
    count = 0
    for _, fixed in _fixed(files, checked, partial(fix_file, job=job, unsafe=unsafe)):
        for line in fixed.diff():
            click.echo(paint(line, _PARTS[line[0]]) if line[:1] in _PARTS else line)
        count += fixed.rules.total()
    if count:
        click.echo(f"--fix would fix {count:,} of the findings", err=True)
    return bool(count)


def _fixed(
    files: Sequence[Path], checked: Sequence[Checked], fix: Callable[[Path], FixedFile | None]
) -> Iterator[tuple[int, FixedFile]]:
    """Fix the files that can be fixed, and give each with its number."""
    for number, (path, file) in enumerate(zip(files, checked, strict=True)):
        if any(finding.fix is not None for finding in file.findings):
            fixed = fix(path)
            if fixed is not None:
                yield number, fixed
