"""Lint many files: what an earlier run found in the same content comes from the cache, the rest from several processes."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from incident_docs.document.finding import Finding, Level
from incident_docs.document.known_files import KnownFiles
from incident_docs.document.lines import bare_lines
from incident_docs.lint.baseline import Entry, split_baselined
from incident_docs.lint.checked import Checked
from incident_docs.lint.record import Record, findings_among, record_from_json
from incident_docs.lint.selection import is_ignored, level_of
from incident_docs.rules import file_unreadable
from incident_docs.workspace.cache import Cache, digest
from incident_docs.workspace.files import Unreadable, decode_text, fetch_file
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.processes import each_result
from incident_docs.workspace.project import Project

if TYPE_CHECKING:
    from incident_docs.lint.changed import Changes


class Job(NamedTuple):
    """What a run of the linter is about."""

    project: Project
    """With the rules that the command line selects."""
    known_files: KnownFiles
    base: Path
    """The folder to which the reports' paths are relative."""
    cache: Cache | None = None
    processes: int | None = None
    """None lets the number of processors decide."""
    baseline: Mapping[Entry, int] = MappingProxyType({})
    """What was found on the day a team began, and is not reported."""
    changes: "Changes | None" = None
    """What has changed; only findings that come from it are reported."""


class _Unexamined(NamedTuple):
    """A file that was read, and of whose content the cache knows nothing."""

    path: Path
    name: str
    """Relative to the project's root."""
    content: bytes
    digest: str


def lint_files(paths: Sequence[Path], job: Job) -> Iterator[Checked]:
    """Lint each file, in the order in which they are given; one that cannot be read stops nothing."""
    files = [_look_up(path, job) for path in paths]
    unexamined = [(file.name, file.content) for file in files if isinstance(file, _Unexamined)]
    examined = each_result(partial(_examine, job.project), unexamined, job.processes)
    for file in files:
        yield file if isinstance(file, Checked) else _check_examined(file, next(examined), job)
    if job.cache is not None:
        job.cache.save()


def lint_as_file(content: bytes, path: Path, job: Job) -> Checked:
    """Lint a content as if the file at this path had it; the file need not be there."""
    name = shown_path(path, job.project.root)
    return _checked(path, name, content, _examine(job.project, (name, content)), job)


def _look_up(path: Path, job: Job) -> Checked | _Unexamined:
    """Read a file, and check it if nothing needs to be examined for it."""
    name, content = shown_path(path, job.project.root), fetch_file(path)
    if isinstance(content, Unreadable):
        return _checked(path, name, b"", content, job)
    if job.cache is None:
        return _Unexamined(path, name, content, "")
    key = digest(content)
    known = job.cache.get(name, key)
    if known is None:
        return _Unexamined(path, name, content, key)
    return _checked(path, name, content, record_from_json(known), job)


def _check_examined(file: _Unexamined, found: Record | Unreadable, job: Job) -> Checked:
    if job.cache is not None and isinstance(found, Record):
        job.cache.put(file.name, file.digest, found)
    return _checked(file.path, file.name, file.content, found, job)


def _examine(project: Project, source: tuple[str, bytes]) -> Record | Unreadable:
    # Imported here, as a run that finds everything in the cache needs no parser.
    from incident_docs.lint.lint_text import examine  # noqa: PLC0415

    name, content = source
    text = decode_text(content)
    return text if isinstance(text, Unreadable) else examine(text, name, project)


def _checked(path: Path, name: str, content: bytes, found: Record | Unreadable, job: Job) -> Checked:
    """What is reported of a file, after the baseline and the changes are taken into account."""
    texts: tuple[str, ...] = ()
    if isinstance(found, Unreadable):
        findings = _unreadable(name, found, job)
    else:
        findings = findings_among(found, name, job.known_files, job.project.linting)
        texts = tuple(bare_lines(content.decode())) if findings else ()
    new, baselined = split_baselined(name, findings, texts, job.baseline)
    if job.changes is not None and isinstance(found, Record):
        new = job.changes.caused(name, new, found.mentions, job.known_files, job.project.linting)
    as_shown = name if job.base == job.project.root else shown_path(path, job.base)
    return Checked(as_shown, texts if new else (), new, baselined)


def _unreadable(name: str, unreadable: Unreadable, job: Job) -> list[Finding]:
    # Whatever is selected: of a file that nobody can read no rule can say that all is well.
    level = level_of(file_unreadable, job.project.linting._replace(select=()))
    is_other = job.changes is not None and name not in job.changes.touched
    if level is Level.OFF or is_other or is_ignored(file_unreadable.ID, name, job.project.linting):
        return []
    return [finding._replace(level=level) for finding in file_unreadable.check(unreadable)]
