"""For programs: one object with `version` and `findings`."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from incident_docs.document.finding import Finding
from incident_docs.lint.report.paint import Paint
from incident_docs.lint.run import Checked

_VERSION = 1
"""Raised when a key changes its meaning or goes away; new keys may come at any time."""


def report(checked: Sequence[Checked], _paint: Paint) -> Iterator[str]:
    """The object, on one line a key."""
    findings = [_entry(file, finding) for file in checked for finding in file.findings]
    yield json.dumps({"version": _VERSION, "findings": findings}, indent=2, ensure_ascii=False)


def _entry(file: Checked, finding: Finding) -> dict[str, Any]:
    return {
        "path": file.path,
        "line": finding.line,
        "column": finding.column,
        "end": {"line": finding.line, "column": file.end_column(finding)},
        "rule": finding.rule,
        "level": finding.level.value,
        "message": finding.message,
    }
