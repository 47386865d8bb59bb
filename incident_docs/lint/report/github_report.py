"""Report to GitHub Actions: workflow commands, which it shows as annotations on the changed lines."""

from collections.abc import Iterator, Sequence

from incident_docs.lint.checked import Checked
from incident_docs.lint.report.view import View


def report(checked: Sequence[Checked], _view: View) -> Iterator[str]:
    """Write a command for each finding."""
    for file in checked:
        for finding in file.findings:
            properties = {
                "file": file.path,
                "line": finding.line,
                "col": finding.column,
                "endColumn": file.end_column(finding),
                "title": finding.rule,
            }
            shown = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in properties.items())
            yield f"::{finding.level.value} {shown}::{_escaped(finding.message)}"


def _escaped(text: str, also: str = "") -> str:
    for char in "%\r\n" + also:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
