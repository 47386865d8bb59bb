"""Find out which findings come from what has changed since a revision, as in a pull request.

In a file that it touches these are all of them, or those on the lines that it touches. In every other file, and on every
other line, they are those that it causes: the incident that a document names was deleted, or given another name.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from typing import NamedTuple

from incident_docs.document.finding import Finding
from incident_docs.document.known_files import KnownFiles, Mentions
from incident_docs.document.lines import bare_lines
from incident_docs.format.linting import Linting
from incident_docs.lint.record import find_tree_wide
from incident_docs.workspace.files import Unreadable, read_file
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.git import Changed, open_repository
from incident_docs.workspace.project import Project

_NONE: frozenset[int] = frozenset()


class Changes(NamedTuple):
    """What has changed between two states of the files."""

    touched: Mapping[str, frozenset[int] | None]
    """By path (relative to the project's root) the lines whose findings count; None where all do."""
    added: frozenset[str]
    deleted: frozenset[str]
    before: KnownFiles
    """The files as they were."""

    def may_concern(self, path: str) -> bool:
        """This file may have findings that come from it."""
        # A new file of the same id is reported there; what names a deleted one may stand anywhere.
        return path in self.touched or bool(self.deleted)

    def caused(
        self, path: str, findings: tuple[Finding, ...], mentions: Mentions, known_files: KnownFiles, linting: Linting
    ) -> tuple[Finding, ...]:
        """Choose those of the findings on a file that come from what has changed."""
        counting = self.touched.get(path, _NONE)
        if counting is None:
            return findings
        caused = _places(mentions, known_files, linting) - _places(mentions, self.before, linting)
        return tuple(
            each for each in findings if each.line in counting or (each.rule, each.line, each.column) in caused
        )


def _places(mentions: Mentions, known_files: KnownFiles, linting: Linting) -> set[tuple[str, int, int]]:
    # Not the messages: which incident is offered instead may change, and that is no new finding.
    return {(finding.rule, finding.line, finding.column) for finding in find_tree_wide(mentions, known_files, linting)}


def changes_since(revision: str, project: Project, known_files: KnownFiles, *, by_line: bool) -> Changes:
    """Find what differs from where this branch left the revision. Raises IncidentDocsError if git cannot tell."""
    git = open_repository(project.root)
    changes = {shown_path(change.path, project.root): change for change in git.changed_since(revision)}
    added = frozenset(path for path, change in changes.items() if change.before is None)
    deleted = frozenset(path for path, change in changes.items() if not change.is_there)
    touched: dict[str, frozenset[int] | None] = dict.fromkeys(path for path in changes if path not in deleted)
    if by_line:
        altered = {path: changes[path] for path in touched if path not in added and path.endswith(".md")}
        contents = git.contents(change.before for change in altered.values() if change.before)
        touched.update((path, _altered(change, contents)) for path, change in altered.items())
    folder = shown_path(project.folder, project.root)
    return Changes(touched, added, deleted, files_before(known_files, added, deleted, folder))


def _altered(change: Changed, contents: Mapping[str, bytes]) -> frozenset[int] | None:
    now = read_file(change.path)
    if isinstance(now, Unreadable):
        return None
    then = contents[change.before or ""].decode("utf-8", "replace")
    return frozenset(altered_lines(bare_lines(then), bare_lines(now)))


def altered_lines(then: Sequence[str], now: Sequence[str]) -> Iterator[int]:
    """Find the lines (1-based) that are new or different, and those on either side of what was taken out."""
    for kind, _, _, first, last in SequenceMatcher(None, then, now, autojunk=False).get_opcodes():
        if kind == "delete":
            yield from (number for number in (first, first + 1) if 1 <= number <= len(now))
        elif kind != "equal":
            yield from range(first + 1, last + 1)


def files_before(known_files: KnownFiles, added: Collection[str], deleted: Collection[str], folder: str) -> KnownFiles:
    """List the files as they were; `folder` is where the incidents are."""
    paths = {id: tuple(path for path in files if path not in added) for id, files in known_files.paths.items()}
    for path in map(PurePosixPath, deleted):
        if path.suffix == ".md" and path.is_relative_to(folder):
            paths[path.stem] = (*paths.get(path.stem, ()), str(path))
    gone = {str(each) for path in map(PurePosixPath, deleted) for each in (path, *path.parents)}
    return KnownFiles(
        {id: files for id, files in paths.items() if files},
        lambda path: path in gone or known_files.exists(path),
    )
