"""Hand what was found in a file to the reports."""

from typing import NamedTuple

from incident_docs.document.finding import Finding, Level
from incident_docs.lint.baseline import Entry


class Checked(NamedTuple):
    """A file that was linted."""

    path: str
    """As the reports show it."""
    lines: tuple[str, ...]
    """Without their ends; empty if the file could not be read, or nothing was found in it."""
    findings: tuple[Finding, ...]
    baselined: tuple[Entry, ...] = ()
    """What was found too, and is in the baseline."""

    @property
    def errors(self) -> int:
        """How many of the findings are errors."""
        return sum(finding.level is Level.ERROR for finding in self.findings)

    def end_column(self, finding: Finding) -> int:
        """Give the column after the last character of one of its findings."""
        if finding.end_column is not None:
            return finding.end_column
        return len(self.lines[finding.line - 1]) + 1 if finding.line <= len(self.lines) else finding.column
