"""`incident-docs lint`: paths to findings and an exit status."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from incident_docs.cli import complete, known, naming
from incident_docs.cli.mend_options import Mending, mends
from incident_docs.cli.reporting import Reporting, publish, reported
from incident_docs.cli.selecting import Selecting, selected
from incident_docs.document.known_files import KnownFiles
from incident_docs.errors import IncidentDocsError
from incident_docs.lint.cache_key import stamp, variant
from incident_docs.lint.run import Checked, Job, run
from incident_docs.lint.settings import effective
from incident_docs.workspace import find_incidents
from incident_docs.workspace.cache import Cache
from incident_docs.workspace.find_incidents import known_files
from incident_docs.workspace.project import Project, configurations, load
from incident_docs.workspace.stamps import stamps

if TYPE_CHECKING:
    from incident_docs.lint.changed import Range

_WORTH_A_BAR = 200
"""Incidents; fewer take less than a second."""


class _Call(NamedTuple):
    """What somebody asks for."""

    reporting: Reporting
    paths: tuple[Path, ...]
    selecting: Selecting
    mending: Mending
    no_cache: bool
    jobs: int | None
    stdin: Path | None
    """The file that is said to hold the text on standard input; None if files are read."""


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), shell_complete=complete.incidents)
@reported
@selected
@mends
@click.option("--no-cache", is_flag=True, help="Read every file anew, and keep nothing.")
@click.option("--jobs", type=click.IntRange(1), help="How many processes at most; one for each processor if not given.")
@click.option(
    "--stdin-filename",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Check the text on standard input as if FILE held it, for editors.",
)
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until Ctrl-C.")
def command(
    reporting: Reporting,
    *,
    paths: tuple[Path, ...],
    selecting: Selecting,
    mending: Mending,
    no_cache: bool,
    jobs: int | None,
    stdin_filename: Path | None,
    watch: bool,
) -> None:
    """Check incidents against the format.

    PATHS are files, folders, and ids of incidents or a part of one; without any, the project's folder of incidents.

    Exit status: 0 nothing found (or warnings only), 1 errors found, 2 the command could not run.
    """
    if stdin_filename is not None and (paths or watch or mending.fix or mending.diff or selecting.write_baseline):
        raise click.UsageError(
            "--stdin-filename is about one text: it goes without PATHS, --watch, --fix, --diff and --write-baseline"
        )
    call = _Call(reporting, paths, selecting, mending, no_cache, jobs, stdin_filename)
    if watch:
        from incident_docs.cli import watching  # noqa: PLC0415 - most runs watch nothing

        sys.exit(watching.again(partial(_lint, call), partial(_stamps, call)))
    sys.exit(_lint(call))


def _lint(call: _Call) -> int:
    """The exit status."""
    here = Path.cwd()
    project = load(here)
    if not call.paths and call.stdin is None and not project.folder.is_dir():
        raise click.UsageError(
            f"there is no folder {find_incidents.shown(project.folder, here)}; name the paths, or set `folder` in the configuration"
        )
    files = _files(call, project)
    settings = effective(project.linting, call.selecting.rules)
    cache = None if call.no_cache else Cache(project.root, variant(project.format, settings), stamp())
    if cache is None or cache.is_empty:
        # Only a run that found them right can have left anything in the cache.
        _check_names(project, call.selecting)
    tree = known_files(project, files)
    range = _range(project, tree, call.selecting)
    if range is not None:
        files = [path for path in files if range.may_concern(find_incidents.shown(path, project.root))]
    baseline = known.load(project, call.selecting)
    job = Job(project, settings, tree, call.reporting.base(here), cache, call.jobs, baseline, range)
    checked = _checked(call, files, job)
    if call.selecting.write_baseline:
        known.write(checked, job, call.selecting)
        return 0
    known.tell_gone(checked, job, call.selecting)
    if range is not None:
        files, checked = _concerned(files, checked, job, range)
    if call.mending.fix or call.mending.diff:
        from incident_docs.cli import mending as mend  # noqa: PLC0415 - most runs mend nothing

        if call.mending.diff:
            changes = mend.show(files, checked, job, call.mending)
            return int(changes or any(file.errors for file in checked))
        checked = mend.mended(files, checked, job, call.mending)
    return publish(checked, call.reporting)


def _files(call: _Call, project: Project) -> list[Path]:
    if call.stdin is not None:
        return [call.stdin]
    return list(find_incidents.incidents(naming.files(call.paths, project) or [project.folder]))


def _checked(call: _Call, files: Sequence[Path], job: Job) -> list[Checked]:
    if call.stdin is not None:
        from incident_docs.cli import stdin  # noqa: PLC0415 - most runs read files

        return [stdin.checked(file, job) for file in files]
    return list(_with_progress(run(files, job), len(files)))


def _stamps(call: _Call) -> object:
    """What differs when a file has changed that the command reads."""
    here = Path.cwd()
    files: Iterable[Path] = ()
    # Where the configuration or a name is wrong, the command says so.
    with suppress(IncidentDocsError, click.UsageError):
        files = _files(call, load(here))
    return stamps([*configurations(here), *files])


def _range(project: Project, tree: KnownFiles, selecting: Selecting) -> "Range | None":
    if selecting.changed_since is None:
        return None
    from incident_docs.lint import changed  # noqa: PLC0415 - most runs need no git

    return changed.since(selecting.changed_since, project, tree, by_line=selecting.changed_lines)


def _concerned(
    files: Sequence[Path], checked: Sequence[Checked], job: Job, range: "Range"
) -> tuple[list[Path], list[Checked]]:
    """The files that the range touches, and those to which it did something."""
    pairs = zip(files, checked, strict=True)
    left = [
        each for each in pairs if each[1].findings or find_incidents.shown(each[0], job.project.root) in range.touched
    ]
    return [path for path, _ in left], [file for _, file in left]


def _check_names(project: Project, selecting: Selecting) -> None:
    if any(project.linting.names()) or not selecting.rules.is_empty:
        from incident_docs.lint import names  # noqa: PLC0415 - it takes all rules to know their names

        names.check(project, selecting.rules)


def _with_progress(checked: Iterable[Checked], length: int) -> Iterator[Checked]:
    quiet = length < _WORTH_A_BAR or not sys.stderr.isatty()
    with click.progressbar(checked, length, label="Linting", hidden=quiet, file=sys.stderr) as bar:
        yield from bar
