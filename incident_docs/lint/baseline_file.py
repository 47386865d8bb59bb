"""Read and write the file of the baseline, and compare it with what a run has found."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from incident_docs.errors import IncidentDocsError
from incident_docs.lint.baseline import Baseline, Entry, baseline_entry, baseline_text, parse_baseline
from incident_docs.lint.checked import Checked
from incident_docs.lint.lint_files import Job
from incident_docs.workspace.files import Unreadable, read_file
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import Project
from incident_docs.workspace.write_files import write_file

BASELINE = ".incident-docs-baseline.json"
"""The usual file, beside the configuration."""


def baseline_file(project: Project, named: Path | None) -> Path:
    """Find where the baseline is: the file that is named, or the configured one, or the usual one."""
    return named or project.root / (project.linting.baseline or BASELINE)


def read_baseline(project: Project, named: Path | None) -> Baseline:
    """Read the file. Raises IncidentDocsError if one that was named is not there, or if it is no baseline."""
    must_exist = named is not None or project.linting.baseline is not None
    return _read(baseline_file(project, named), must_exist=must_exist)


def write_baseline(checked: Iterable[Checked], job: Job, named: Path | None) -> tuple[Path, int]:
    """List all that was found, and leave what is listed of files that were not checked.

    Gives the file and the number of findings. Raises IncidentDocsError if it cannot be written.
    """
    file, found = baseline_file(job.project, named), Counter[Entry]()
    paths = set()
    for each in checked:
        path = _path(each, job)
        paths.add(path)
        found.update(baseline_entry(path, finding, each.lines) for finding in each.findings)
    before = _read(file, must_exist=False).items()
    others = {entry: count for entry, count in before if entry.path not in paths and job.known_files.exists(entry.path)}
    try:
        write_file(file, baseline_text(others | found))
    except OSError as error:
        raise IncidentDocsError(f"{file} cannot be written: {error.strerror}") from error
    return file, sum(found.values())


def count_gone(checked: Iterable[Checked], job: Job) -> int:
    """Count the findings that the baseline lists and that are not there any more."""
    paths, left = set(), Counter(job.baseline)
    for each in checked:
        paths.add(_path(each, job))
        left.subtract(each.baselined)
    return sum(count for entry, count in left.items() if entry.path in paths or not job.known_files.exists(entry.path))


def _read(file: Path, *, must_exist: bool) -> Baseline:
    if not must_exist and not file.exists():
        return Counter()
    name, text = shown_path(file, Path.cwd()), read_file(file)
    if isinstance(text, Unreadable):
        raise IncidentDocsError(f"{name}: {text.message}; --write-baseline writes it")
    return parse_baseline(text, name)


def _path(checked: Checked, job: Job) -> str:
    """The file, relative to the project's root."""
    return shown_path(job.base / checked.path, job.project.root)
