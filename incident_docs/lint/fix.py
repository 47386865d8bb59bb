"""Findings with fixes to a text without them, in rounds: what touches the same place waits for the next.

A fix never makes a new finding. The text is read again after it, and is kept only if there is less to be said of it, and
of no rule more than before.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from incident_docs.document.edit import Fix, fixes_clash
from incident_docs.document.finding import Finding
from incident_docs.edits.guarded import Examine, try_edits


class Fixed(NamedTuple):
    """A text after its fixes."""

    text: str
    rules: Counter[str]
    """How often each rule was mended."""


def fixed(text: str, examine: Examine, *, unsafe: bool) -> Fixed:
    """Mend what can be mended; `examine` gives the findings on a text."""
    mended: Counter[str] = Counter()
    refused: set[tuple[str, str]] = set()
    findings = examine(text)
    # Each round leaves fewer findings or fewer fixes to be tried.
    while chosen := _apart(finding for finding in findings if _may(finding, unsafe) and _name(finding) not in refused):
        done = _written(text, chosen, findings, examine)
        if done is None and len(chosen) > 1:
            # Together they do harm: the first alone, and the others in the next rounds.
            chosen = chosen[:1]
            done = _written(text, chosen, findings, examine)
        if done is None:
            refused.add(_name(chosen[0]))
            continue
        text, findings = done
        # What did harm before may do none now.
        refused.clear()
        mended.update(finding.rule for finding in chosen)
    return Fixed(text, mended)


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


def _written(
    text: str, chosen: Sequence[Finding], before: Sequence[Finding], examine: Examine
) -> tuple[str, Sequence[Finding]] | None:
    """The text with these fixes and the findings on it; None if they do harm or no good."""
    edits = [edit for finding in chosen if finding.fix for edit in finding.fix.edits]
    tried = try_edits(text, edits, examine, before)
    return None if tried.new or len(tried.findings) >= len(before) else (tried.text, tried.findings)
