"""Report to GitLab: a code quality report, which it shows in merge requests."""

import json
from collections.abc import Iterator, Sequence

from incident_docs.document.finding import Level
from incident_docs.lint.checked import Checked
from incident_docs.lint.report.fingerprint import fingerprints, hash_text
from incident_docs.lint.report.view import View

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor"}


def report(checked: Sequence[Checked], _view: View) -> Iterator[str]:
    """Write the list of findings."""
    issues = [
        {
            "description": finding.message,
            "check_name": finding.rule,
            "fingerprint": hash_text(f"{file.path}\n{fingerprint}"),
            "severity": _SEVERITIES[finding.level],
            "location": {"path": file.path, "lines": {"begin": finding.line}},
        }
        for file in checked
        for finding, fingerprint in fingerprints(file)
    ]
    yield json.dumps(issues, indent=2, ensure_ascii=False)
