"""`incident-docs lint`: check incidents, report what is found, and exit with a status that says whether all is well."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from incident_docs.cli.lint_options import LintOptions, with_lint_options
from incident_docs.cli.reporting import publish, report_base
from incident_docs.document.known_files import KnownFiles
from incident_docs.errors import IncidentDocsError
from incident_docs.lint import baseline_file
from incident_docs.lint.cache_key import cache_stamp, cache_variant
from incident_docs.lint.checked import Checked
from incident_docs.lint.lint_files import Job, lint_as_file, lint_files
from incident_docs.lint.report.summary import count_noun
from incident_docs.lint.rule_settings import check_rule_settings
from incident_docs.lint.selection import select_rules
from incident_docs.workspace import find_incidents
from incident_docs.workspace.cache import Cache
from incident_docs.workspace.files import file_stamps
from incident_docs.workspace.project import Project, configuration_paths, load_project

if TYPE_CHECKING:
    from incident_docs.lint.changed import Changes

_WORTH_A_BAR = 200
"""Incidents; fewer take less than a second."""


@click.command()
@with_lint_options
def command(options: LintOptions) -> None:
    """Check incidents against the format.

    PATHS are files, folders, and ids of incidents or a part of one; without any, the project's folder of incidents.

    Exit status: 0 nothing found (or warnings only), 1 errors found, 2 the command could not run.
    """
    if options.watch:
        from incident_docs.cli import watching  # noqa: PLC0415 - most runs watch nothing

        sys.exit(watching.call_again(partial(_lint, options), partial(_stamps, options)))
    sys.exit(_lint(options))


def _lint(options: LintOptions) -> int:
    """The exit status."""
    here = Path.cwd()
    project = load_project(here)
    if not options.paths and options.stdin_filename is None and not project.folder.is_dir():
        raise click.UsageError(
            f"there is no folder {find_incidents.shown_path(project.folder, here)}; name the paths, or set `folder` in the configuration"
        )
    files = _files(options, project)
    job = _job(options, project, files)
    if job.changes is not None:
        files = [path for path in files if job.changes.may_concern(find_incidents.shown_path(path, project.root))]
    checked = list(_checked(options, files, job))
    if options.write_baseline:
        file, number = baseline_file.write_baseline(checked, job, options.baseline)
        click.echo(f"{count_noun(number, 'finding')} written to {find_incidents.shown_path(file, here)}")
        return 0
    if options.selection.is_empty:
        _report_gone(checked, job, options)
    if job.changes is not None:
        files, checked = _concerned(files, checked, job, job.changes)
    if options.fix or options.diff:
        from incident_docs.cli import fixing  # noqa: PLC0415 - most runs fix nothing

        if options.diff:
            changes = fixing.show_fixes(files, checked, job, unsafe=options.unsafe_fixes)
            return int(changes or any(file.errors for file in checked))
        checked = fixing.fix_files(files, checked, job, unsafe=options.unsafe_fixes)
    return publish(checked, options)


def _files(options: LintOptions, project: Project) -> list[Path]:
    if options.stdin_filename is not None:
        return [options.stdin_filename]
    paths = [_resolved(path, project) for path in options.paths] or [project.folder]
    return list(find_incidents.find_incidents(paths))


def _resolved(path: Path, project: Project) -> Path:
    """The same path, or the file of the incident whose id, or a part of it, somebody typed."""
    typed = str(path)
    if path.name != typed or path.suffix or os.path.lexists(path):
        return path
    found = find_incidents.incidents_named(typed, project)
    if len(found) > 1:
        shown = "".join(f"\n  {find_incidents.shown_path(file, Path.cwd())}" for file in found)
        raise click.UsageError(f"{typed} may be each of these, type more of the one you mean:{shown}")
    return found[0] if found else path


def _job(options: LintOptions, project: Project, files: Sequence[Path]) -> Job:
    selected = project._replace(linting=select_rules(project.linting, options.selection))
    cache = None if options.no_cache else Cache(project.root, cache_variant(selected), cache_stamp())
    if cache is None or cache.is_empty:
        # Only a run that found them right can have left anything in the cache.
        check_rule_settings(project, options.selection)
    known_files = find_incidents.find_known_files(project, files)
    return Job(
        selected,
        known_files,
        report_base(options.form, Path.cwd()),
        cache,
        options.jobs,
        {} if options.no_baseline or options.write_baseline else baseline_file.read_baseline(project, options.baseline),
        _changes(project, known_files, options),
    )


def _changes(project: Project, known_files: KnownFiles, options: LintOptions) -> "Changes | None":
    if options.changed_since is None:
        return None
    from incident_docs.lint import changed  # noqa: PLC0415 - most runs need no git

    return changed.changes_since(options.changed_since, project, known_files, by_line=options.changed_lines)


def _checked(options: LintOptions, files: Sequence[Path], job: Job) -> Iterable[Checked]:
    if options.stdin_filename is not None:
        return [lint_as_file(sys.stdin.buffer.read(), options.stdin_filename, job)]
    return _with_progress(lint_files(files, job), len(files))


def _with_progress(checked: Iterable[Checked], length: int) -> Iterator[Checked]:
    quiet = length < _WORTH_A_BAR or not sys.stderr.isatty()
    with click.progressbar(checked, length, label="Linting", hidden=quiet, file=sys.stderr) as bar:
        yield from bar


def _report_gone(checked: Sequence[Checked], job: Job, options: LintOptions) -> None:
    """Say how many findings of the baseline are not there any more, where all the rules have run that usually do."""
    gone = baseline_file.count_gone(checked, job)
    if gone:
        file = find_incidents.shown_path(baseline_file.baseline_file(job.project, options.baseline), Path.cwd())
        click.echo(
            f"{count_noun(gone, 'finding')} in {file} cannot be found any more; --write-baseline shrinks it", err=True
        )


def _concerned(
    files: Sequence[Path], checked: Sequence[Checked], job: Job, changes: "Changes"
) -> tuple[list[Path], list[Checked]]:
    """The files that have changed, and those in which that makes findings."""
    left = [
        each
        for each in zip(files, checked, strict=True)
        if each[1].findings or find_incidents.shown_path(each[0], job.project.root) in changes.touched
    ]
    return [path for path, _ in left], [file for _, file in left]


def _stamps(options: LintOptions) -> object:
    """What differs when a file has changed that the command reads."""
    here = Path.cwd()
    files: Iterable[Path] = ()
    # Where the configuration or a name is wrong, the command says so.
    with suppress(IncidentDocsError, click.UsageError):
        files = _files(options, load_project(here))
    return file_stamps([*configuration_paths(here), *files])
