"""Files to what was found in each, in the order in which they are given: a file that cannot be read stops nothing."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from incident_docs.document.finding import Finding, Level
from incident_docs.document.known_files import KnownFiles
from incident_docs.document.lines import bare_lines
from incident_docs.lint.allow import sifted
from incident_docs.lint.baseline import Entry, parted
from incident_docs.lint.record import Record, from_json
from incident_docs.lint.settings import Settings, is_ignored, level_of
from incident_docs.lint.tree import Running, in_order, in_tree, running
from incident_docs.lint.workers import Task, Workers
from incident_docs.rules import file_unreadable
from incident_docs.workspace.cache import Cache, digest
from incident_docs.workspace.files import Unreadable, decoded, fetch
from incident_docs.workspace.find_incidents import shown
from incident_docs.workspace.project import Project

if TYPE_CHECKING:
    from incident_docs.lint.changed import Range

_AT_A_TIME = 25
"""Documents a process is given at once: few enough that all processes end at about the same time."""
_AHEAD = 8
"""How many such lots are read before the first is reported; more only cost memory."""


class Checked(NamedTuple):
    """A file that was linted."""

    path: str
    """As the reports show it."""
    lines: tuple[str, ...]
    """Without their ends; empty if the file could not be read, or nothing was found in it."""
    findings: tuple[Finding, ...]
    known: tuple[Entry, ...] = ()
    """What was found too, and is in the baseline."""

    @property
    def errors(self) -> int:
        """How many of the findings are errors."""
        return sum(finding.level is Level.ERROR for finding in self.findings)

    def end_column(self, finding: Finding) -> int:
        """The column after the last character of one of its findings."""
        if finding.end_column is not None:
            return finding.end_column
        return len(self.lines[finding.line - 1]) + 1 if finding.line <= len(self.lines) else finding.column


class Job(NamedTuple):
    """What a run of the linter is about."""

    project: Project
    settings: Settings
    tree: KnownFiles
    base: Path
    """The folder to which the reports' paths are relative."""
    cache: Cache | None = None
    processes: int | None = None
    """None lets the number of processors decide."""
    baseline: Mapping[Entry, int] = MappingProxyType({})
    """What is known, and not reported."""
    range: "Range | None" = None
    """What has changed; only findings that come from it are reported."""


class _Source(NamedTuple):
    """A file, and what it holds."""

    path: str
    """Relative to the project's root."""
    name: str
    content: bytes | Unreadable
    digest: str = ""
    known: Any = None
    """What the cache has of it."""
    text: str | Unreadable = ""
    """Decoded only where the cache has nothing."""


def run(paths: Sequence[Path], job: Job) -> Iterator[Checked]:
    """Lint each file."""
    names = [shown(path, job.project.root) for path in paths]
    unknown = sum(job.cache is None or not job.cache.knows(name) for name in names)
    workers = Workers(job.project.format, job.settings, unknown, job.processes)
    rules = running(job.settings)
    try:
        for sources, found in _ahead(_begun(zip(paths, names, strict=True), job, workers)):
            yield from _finished(sources, found, job, rules)
    finally:
        workers.close()
    if job.cache is not None:
        job.cache.save()


def look(text: str, path: Path, job: Job) -> Checked:
    """Lint one text, as if the file at this path held it."""
    source = _Source(shown(path, job.project.root), shown(path, job.base), b"", text=text)
    [record] = Workers(job.project.format, job.settings, expected=1).examine([Task(source.path, text)])()
    return _checked(source, from_json(record), job, running(job.settings))


_Lot = tuple[list[_Source], Callable[[], list[Any]] | None]


def _begun(paths: Iterator[tuple[Path, str]], job: Job, workers: Workers) -> Iterator[_Lot]:
    """Lots of files, each with the answer to come for those that the cache does not know."""
    while lot := [_source(path, name, job) for path, name in islice(paths, _AT_A_TIME)]:
        tasks = [Task(each.path, each.text) for each in lot if each.known is None and isinstance(each.text, str)]
        yield lot, workers.examine(tasks) if tasks else None


def _ahead(lots: Iterator[_Lot]) -> Iterator[_Lot]:
    """The same lots, a few of them begun before the first is handed out."""
    waiting: deque[_Lot] = deque()
    for lot in lots:
        waiting.append(lot)
        if len(waiting) > _AHEAD:
            yield waiting.popleft()
    yield from waiting


def _source(path: Path, name: str, job: Job) -> _Source:
    content = fetch(path)
    shown_as = name if job.base == job.project.root else shown(path, job.base)
    if isinstance(content, Unreadable):
        return _Source(name, shown_as, content, text=content)
    if job.cache is None:
        return _Source(name, shown_as, content, text=decoded(content))
    key = digest(content)
    known = job.cache.get(name, key)
    return _Source(name, shown_as, content, key, known, decoded(content) if known is None else "")


def _finished(
    sources: Iterable[_Source], found: Callable[[], list[Any]] | None, job: Job, rules: Running
) -> Iterator[Checked]:
    answers = iter(found() if found is not None else ())
    for source in sources:
        if isinstance(source.text, Unreadable):
            yield _told(source, _unreadable(source.path, source.text, job), (), job)
            continue
        data = source.known if source.known is not None else next(answers)
        if source.known is None and job.cache is not None:
            job.cache.put(source.path, source.digest, data)
        yield _checked(source, from_json(data), job, rules)


def _unreadable(path: str, unreadable: Unreadable, job: Job) -> Iterator[Finding]:
    # Whatever is selected: of a file that nobody can read no rule can say that all is well.
    level = level_of(file_unreadable, job.settings._replace(select=()))
    is_other = job.range is not None and path not in job.range.touched
    if level is not Level.OFF and not is_other and not is_ignored(file_unreadable.ID, path, job.settings):
        for finding in file_unreadable.check(unreadable):
            yield finding._replace(level=level)


def _checked(source: _Source, record: Record, job: Job, rules: Running) -> Checked:
    found = [*record.findings, *in_tree(record.mentions, job.tree, rules)]
    if record.allowances:
        found = sifted(found, record.allowances, [rule.ID for rule, _ in rules], source.path, job.settings)
    kept = [finding for finding in found if not is_ignored(finding.rule, source.path, job.settings)]
    if not kept:
        return Checked(source.name, (), ())
    text = source.text or (decoded(source.content) if isinstance(source.content, bytes) else "")
    told = _told(source, in_order(kept), tuple(bare_lines(str(text))), job)
    if job.range is None:
        return told
    return told._replace(findings=job.range.own(source.path, told.findings, record.mentions, job.tree, rules))


def _told(source: _Source, findings: Iterable[Finding], lines: tuple[str, ...], job: Job) -> Checked:
    new, known = parted(source.path, findings, lines, job.baseline)
    return Checked(source.name, lines if new else (), new, known)
