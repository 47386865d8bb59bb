"""Report in the summary of a job in CI, or a comment: a table for each file, with links to its lines where they are known."""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from incident_docs.document.finding import Finding
from incident_docs.lint.checked import Checked
from incident_docs.lint.report.summary import sum_up
from incident_docs.lint.report.view import View, plain

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~&@]")


def report(checked: Sequence[Checked], view: View) -> Iterator[str]:
    """Write the summary, then the tables."""
    yield f"**incident-docs:** {sum_up(checked, plain)}"
    for file in checked:
        if file.findings:
            yield f"\n#### {_escaped(file.path)}\n"
            yield "| Line | Rule | Finding |"
            yield "| ---: | --- | --- |"
            for finding in file.findings:
                rule = f"{finding.level} `{finding.rule}`"
                yield f"| {_place(file.path, finding, view.address)} | {rule} | {_escaped(finding.message)} |"


def _place(path: str, finding: Finding, address: str) -> str:
    # Without `plain=1` the page shows the document as it reads, where lines have no numbers.
    file = quote(path, errors="surrogateescape")
    return f"[{finding.line}]({address}{file}?plain=1#L{finding.line})" if address else str(finding.line)


def _escaped(text: str) -> str:
    """The text, in which nothing is markup, a mention of a person, or the end of a cell."""
    visible = "".join(char if char.isprintable() else "\ufffd" for char in text)
    return _MARKUP.sub(lambda match: f"&#{ord(match[0])};", visible)
