"""The baseline's file: where it is, what it holds, and what is told of it."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from incident_docs.cli.selecting import BASELINE, Selecting
from incident_docs.errors import IncidentDocsError
from incident_docs.lint import baseline
from incident_docs.lint.baseline import Baseline, Entry, read_baseline
from incident_docs.lint.report.summary import counted
from incident_docs.lint.run import Checked, Job
from incident_docs.workspace import files
from incident_docs.workspace.files import Unreadable, read_file
from incident_docs.workspace.find_incidents import shown
from incident_docs.workspace.project import Project


def load(project: Project, selecting: Selecting) -> Baseline:
    """What is known in this call. Raises IncidentDocsError if a file that was named is not there, or is no baseline."""
    if selecting.no_baseline or selecting.write_baseline:
        return Counter()
    is_named = selecting.baseline is not None or project.linting.baseline is not None
    return _read(_file(project, selecting), must_exist=is_named)


def write(checked: Iterable[Checked], job: Job, selecting: Selecting) -> None:
    """Let all that was found be known; what is known of files that were not looked at stays so."""
    file, found = _file(job.project, selecting), Counter[Entry]()
    looked_at = set()
    for each in checked:
        path = _path(each, job)
        looked_at.add(path)
        found.update(baseline.entry(path, finding, each.lines) for finding in each.findings)
    before = _read(file, must_exist=False).items()
    kept = {entry: count for entry, count in before if entry.path not in looked_at and job.tree.exists(entry.path)}
    try:
        files.put(file, baseline.written(kept | found))
    except OSError as error:
        raise IncidentDocsError(f"{file} cannot be written: {error.strerror}") from error
    click.echo(f"{counted(sum(found.values()), 'finding')} written to {shown(file, Path.cwd())}")


def tell_gone(checked: Iterable[Checked], job: Job, selecting: Selecting) -> None:
    """Say how much of what is known is not there any more, where all rules have run that run by themselves."""
    if not job.baseline or not selecting.rules.is_empty:
        return
    looked_at, left = set(), Counter(job.baseline)
    for each in checked:
        looked_at.add(_path(each, job))
        left.subtract(each.known)
    gone = sum(count for entry, count in left.items() if entry.path in looked_at or not job.tree.exists(entry.path))
    if gone:
        file = shown(_file(job.project, selecting), Path.cwd())
        click.echo(
            f"{counted(gone, 'finding')} in {file} cannot be found any more; --write-baseline shrinks it", err=True
        )


def _file(project: Project, selecting: Selecting) -> Path:
    return selecting.baseline or project.root / (project.linting.baseline or BASELINE)


def _read(file: Path, *, must_exist: bool) -> Baseline:
    if not must_exist and not file.exists():
        return Counter()
    name, text = shown(file, Path.cwd()), read_file(file)
    if isinstance(text, Unreadable):
        raise IncidentDocsError(f"{name}: {text.message}; --write-baseline writes it")
    return read_baseline(text, name)


def _path(checked: Checked, job: Job) -> str:
    """The file, relative to the project's root."""
    return shown(job.base / checked.path, job.project.root)
