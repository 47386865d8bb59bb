"""Fix what can be fixed in a text or a file, in rounds: of two fixes that touch one place, the second waits for the next.

A fix never makes a new finding. The text is linted again after it, and the fix is taken back unless there are fewer
findings, and of no rule more than before.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple

from incident_docs.document import lines
from incident_docs.document.edit import Fix, apply, clash
from incident_docs.document.finding import Finding
from incident_docs.lint.checked import Checked
from incident_docs.lint.lint_files import Job, lint_as_file
from incident_docs.workspace.files import Unreadable, read

Examine = Callable[[str], Sequence[Finding]]


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
        """The lines of a unified diff, without their ends."""
        old, new = lines.bare(self.before), lines.bare(self.after)
        yield from unified_diff(old, new, self.name, self.name, lineterm="")


def fix_file(path: Path, job: Job, *, unsafe: bool) -> FixedFile | None:
    """Fix what can be fixed in a file without writing it; None if nothing can be."""
    text = read(path)
    if isinstance(text, Unreadable):
        return None
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
        if finding.fix is not None and not clash(finding.fix, fixes):
            chosen.append(finding)
            fixes.append(finding.fix)
    return chosen


def _after(
    text: str, chosen: Sequence[Finding], before: Sequence[Finding], examine: Examine
) -> tuple[str, Sequence[Finding]] | None:
    """The text with these fixes and the findings on it; None if they do harm or no good."""
    after_text = apply(text, [edit for finding in chosen if finding.fix for edit in finding.fix.edits])
    after = examine(after_text)
    # By rule, not by message: fixing one finding may change how another one is worded.
    new = Counter(finding.rule for finding in after) - Counter(finding.rule for finding in before)
    return None if new or len(after) >= len(before) else (after_text, after)
