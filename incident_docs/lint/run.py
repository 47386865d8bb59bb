"""Files to what was found in each, one after the other: a file that cannot be read stops nothing."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from incident_docs.document import lines
from incident_docs.document.finding import Finding, Level
from incident_docs.document.parse import parse
from incident_docs.document.tree import Tree
from incident_docs.lint.check import check
from incident_docs.rules import file_unreadable
from incident_docs.workspace.files import Unreadable, read
from incident_docs.workspace.find import shown
from incident_docs.workspace.project import Project


class Checked(NamedTuple):
    """A file that was linted."""

    path: str
    """As the reports show it."""
    lines: tuple[str, ...]
    """Without their ends; empty if the file could not be read."""
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> int:
        """How many of the findings are errors."""
        return sum(finding.level is Level.ERROR for finding in self.findings)

    def end_column(self, finding: Finding) -> int:
        """The column after the last character of one of its findings."""
        if finding.end_column is not None:
            return finding.end_column
        return len(self.lines[finding.line - 1]) + 1 if finding.line <= len(self.lines) else finding.column


def run(paths: Iterable[Path], project: Project, tree: Tree, base: Path) -> Iterator[Checked]:
    """Lint each file of the project; paths are shown relative to `base`."""
    for path in paths:
        text = read(path)
        name = shown(path, base)
        if isinstance(text, Unreadable):
            yield Checked(name, (), tuple(file_unreadable.check(text)))
        else:
            found = check(parse(text, name, project.format), shown(path, project.root), tree)
            yield Checked(name, tuple(lines.bare(text)), tuple(found))
