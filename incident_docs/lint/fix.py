"""Fix what can be fixed in a text or a file, in rounds: of two fixes that touch one place, the second waits for the next.

A fix never makes a new finding. The text is linted again after it, and the fix is taken back unless there are fewer
findings, and of no rule more than before.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from incident_docs.document.edit import Fix, fixes_clash
from incident_docs.document.finding import Finding
from incident_docs.document.lines import bare_lines
from incident_docs.edits.guarded import Examine, try_edits
from incident_docs.lint.checked import Checked
from incident_docs.lint.lint_files import Job, lint_as_file
from incident_docs.workspace.change_files import change_file
from incident_docs.workspace.files import Unreadable, read_file


class FixedFile(NamedTuple):
    """A file that has fixes."""

    path: Path
    name: str
    """As the reports show it."""
    before: str
    after: str
    rules: Counter[str]
    """How many findings of each rule were fixed."""
    left: Checked
    """What is found in it afterwards."""

    def diff(self) -> Iterator[str]:
        """Give the lines of a unified diff, without their ends."""
        old, new = bare_lines(self.before), bare_lines(self.after)
        yield from unified_diff(old, new, self.name, self.name, lineterm="")


def fix_file(path: Path, job: Job, *, unsafe: bool) -> FixedFile | None:
    """Fix what can be fixed in a file without writing it; None if nothing can be."""
    text = read_file(path)
    return None if isinstance(text, Unreadable) else _fix_file(text, path, job, unsafe=unsafe)


def fix_and_write_file(path: Path, job: Job, *, unsafe: bool) -> FixedFile | None:
    """Fix what can be fixed in a file and write it; None if nothing can be. What is saved meanwhile is fixed, not lost.

    Raises IncidentDocsError if the file cannot be read or written.
    """
    fixed: list[FixedFile | None] = []

    def fix(text: str) -> str:
        fixed.append(_fix_file(text, path, job, unsafe=unsafe))
        return fixed[-1].after if fixed[-1] else text

    change_file(path, fix)
    return fixed[-1]


def _fix_file(text: str, path: Path, job: Job, *, unsafe: bool) -> FixedFile | None:
    # What a run does not report, such as the findings of a baseline, is not fixed either.
    done = fix_text(text, lambda text: lint_as_file(text.encode(), path, job).findings, unsafe=unsafe)
    if not done.rules:
        return None
    left = lint_as_file(done.text.encode(), path, job)
    return FixedFile(path, left.path, text, done.text, done.rules, left)


class FixedText(NamedTuple):
    """A text after its fixes."""

    text: str
    rules: Counter[str]
    """How many findings of each rule were fixed."""


def fix_text(text: str, examine: Examine, *, unsafe: bool) -> FixedText:
    """Fix what can be fixed; `examine` gives the findings on a text."""
    fixed: Counter[str] = Counter()
    refused: set[tuple[str, str]] = set()
    findings = examine(text)
    # Each round leaves fewer findings or fewer fixes to be tried.
    while chosen := _apart(finding for finding in findings if _may(finding, unsafe) and _name(finding) not in refused):
        done = _after(text, chosen, findings, examine)
        if done is None and len(chosen) > 1:
            # Together they do harm: the first alone, and the others in the next rounds.
            chosen = chosen[:1]
            done = _after(text, chosen, findings, examine)
        if done is None:
            refused.add(_name(chosen[0]))
            continue
        text, findings = done
        # What did harm before may do none now.
        refused.clear()
        fixed.update(finding.rule for finding in chosen)
    return FixedText(text, fixed)


def _may(finding: Finding, unsafe: bool) -> bool:
    return finding.fix is not None and (unsafe or finding.fix.is_safe)


def _name(finding: Finding) -> tuple[str, str]:
    # Without its line, which moves.
    return finding.rule, finding.message


def _apart(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes do not touch each other, in the order of the file."""
    chosen: list[Finding] = []
    fixes: list[Fix] = []
    for finding in findings:
        if finding.fix is not None and not fixes_clash(finding.fix, fixes):
            chosen.append(finding)
            fixes.append(finding.fix)
    return chosen


def _after(
    text: str, chosen: Sequence[Finding], before: Sequence[Finding], examine: Examine
) -> tuple[str, Sequence[Finding]] | None:
    """The text with these fixes and the findings on it; None if they do harm or no good."""
    edits = [edit for finding in chosen if finding.fix for edit in finding.fix.edits]
    tried = try_edits(text, edits, examine, before)
    return None if tried.new or len(tried.findings) >= len(before) else (tried.text, tried.findings)
