"""Report to editors and `grep`: every finding on one line, and nothing else."""

from collections.abc import Iterator, Sequence

from incident_docs.lint.checked import Checked
from incident_docs.lint.report.text_report import headline
from incident_docs.lint.report.view import View


def report(checked: Sequence[Checked], view: View) -> Iterator[str]:
    """Write a line for each finding."""
    for file in checked:
        for finding in file.findings:
            yield headline(file, finding, view.paint)
