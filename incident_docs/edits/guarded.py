"""Apply edits to a text unless they do harm: no edit may bring a finding that no safe fix takes away."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from incident_docs.document.edit import Edit, apply_edits
from incident_docs.document.finding import Finding
from incident_docs.errors import CannotEdit

Examine = Callable[[str], Sequence[Finding]]
"""Gives the findings on a text."""


class Tried(NamedTuple):
    """What edits would make of a text."""

    text: str
    findings: Sequence[Finding]
    new: Sequence[Finding]
    """Those of the findings that were not there before."""


def guarded(text: str, edits: Iterable[Edit], examine: Examine) -> str:
    """Apply edits to a text.

    Raises CannotEdit with the finding's message if the result has a new finding without a safe fix.
    """
    tried = try_edits(text, edits, examine, examine(text))
    for finding in tried.new:
        if finding.fix is None or not finding.fix.is_safe:
            raise CannotEdit(f"line {finding.line} would be wrong: {finding.message}")
    return tried.text


def try_edits(text: str, edits: Iterable[Edit], examine: Examine, before: Sequence[Finding]) -> Tried:
    """Apply edits to a text, whatever comes of it; `before` are the findings on the text as it is."""
    after_text = apply_edits(text, edits)
    after = examine(after_text)
    return Tried(after_text, after, tuple(_new(before, after)))


def _new(before: Sequence[Finding], after: Sequence[Finding]) -> Iterator[Finding]:
    # Counted by rule, not by message: an edit may change how another finding is worded, and moves its line.
    more = Counter(finding.rule for finding in after) - Counter(finding.rule for finding in before)
    same = Counter((finding.rule, finding.message) for finding in before)
    for finding in after:
        if finding.rule not in more:
            continue
        if same[finding.rule, finding.message]:
            same[finding.rule, finding.message] -= 1
        else:
            yield finding
