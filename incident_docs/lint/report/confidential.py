"""What reports keep back: more people read the logs of CI than the repository."""

from incident_docs.document.edit import Fix
from incident_docs.document.finding import Finding
from incident_docs.lint.checked import Checked

_RULES = ("secret-found", "personal-data")
"""What these find must stand in no report."""


def hidden(file: Checked) -> frozenset[int]:
    """The lines that are not shown."""
    return frozenset(finding.line for finding in file.findings if finding.rule in _RULES)


def told(finding: Finding, hidden: frozenset[int]) -> Fix | None:
    """The fix of a finding, unless it repeats what stands in a hidden line."""
    edits = finding.fix.edits if finding.fix else ()
    touched = {line for edit in edits for line in range(edit.line, edit.end_line + 1)}
    return finding.fix if hidden.isdisjoint(touched) else None
