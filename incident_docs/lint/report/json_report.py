"""Report to programs: one object with `version` and `findings`."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from incident_docs.document.edit import Fix
from incident_docs.lint.checked import Checked
from incident_docs.lint.report.summary import count_by_rule
from incident_docs.lint.report.view import View, hidden_lines, shown_fix

_VERSION = 1
"""Raised when a key changes its meaning or goes away; new keys may come at any time."""


def report(checked: Sequence[Checked], _view: View) -> Iterator[str]:
    """Write the object, on one line a key."""
    yield _written(findings=[entry for file in checked for entry in _entries(file)])


def statistics(checked: Sequence[Checked], _view: View) -> Iterator[str]:
    """Count the findings of each rule, in `statistics`."""
    yield _written(
        statistics=[
            {"rule": rule, "level": level.value, "count": number} for rule, level, number in count_by_rule(checked)
        ]
    )


def _written(**content: Any) -> str:
    return json.dumps({"version": _VERSION, **content}, indent=2, ensure_ascii=False)


def _entries(file: Checked) -> Iterator[dict[str, Any]]:
    hidden = hidden_lines(file)
    for finding in file.findings:
        fix = shown_fix(finding, hidden)
        entry = {
            "path": file.path,
            "line": finding.line,
            "column": finding.column,
            "end": {"line": finding.line, "column": file.end_column(finding)},
            "rule": finding.rule,
            "level": finding.level.value,
            "message": finding.message,
        }
        yield entry if fix is None else {**entry, "fix": _fix(fix)}


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [
        {
            "line": edit.line,
            "column": edit.column,
            "end": {"line": edit.end_line, "column": edit.end_column},
            "text": edit.text,
        }
        for edit in fix.edits
    ]
    return {"safe": fix.is_safe, "edits": edits}
