"""Say how a report is looked at: in which colours, beside which files on the web, and what of them it may not show."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from incident_docs.document.edit import Fix
from incident_docs.document.finding import Finding
from incident_docs.lint.checked import Checked


class Part(StrEnum):
    """A part of a report that may have a colour."""

    PLACE = "place"
    ERROR = "error"
    WARNING = "warning"
    MARGIN = "margin"
    GOOD = "good"


Paint: TypeAlias = Callable[[str, Part], str]


def plain(text: str, _part: Part) -> str:
    """Leave a text without colours."""
    return text


class View(NamedTuple):
    """How a report is looked at."""

    paint: Paint = plain
    address: str = ""
    """Where the files are on the web, such as `https://github.com/us/ours/blob/main/`; empty if nobody knows."""


def hidden_lines(file: Checked) -> frozenset[int]:
    """Find the lines that must not be shown: more people read the logs of CI than the repository."""
    return frozenset(finding.line for finding in file.findings if finding.is_confidential)


def shown_fix(finding: Finding, hidden: frozenset[int]) -> Fix | None:
    """Give the fix of a finding, unless it repeats what stands in a hidden line."""
    edits = finding.fix.edits if finding.fix else ()
    touched = {line for edit in edits for line in range(edit.line, edit.end_line + 1)}
    return finding.fix if hidden.isdisjoint(touched) else None
