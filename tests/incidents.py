"""Facts to an incident document, for tests that need many different ones."""

from collections.abc import Iterable, Mapping

from incident_docs.document.model import Document
from incident_docs.document.parse import parse

Row = Iterable[str]
_FACTS = {
    "title": "Checkout down",
    "severity": "P2",
    "status": "resolved",
    "started": "2026-03-04T10:00:00Z",
    "resolved": "2026-03-04T11:00:00Z",
    "services": "[checkout]",
}


def text(
    facts: Mapping[str, str] | None = None,
    actions: Iterable[Row] = (),
    columns: Row = ("Action", "Owner", "Due", "Status", "Ticket"),
    impact: str = "Nobody could pay.",
) -> str:
    """A document. `facts` stand in the frontmatter, those that are empty leave out a usual one."""
    front = "\n".join(f"{key}: {value}" for key, value in {**_FACTS, **(facts or {})}.items() if value)
    rows = "".join(f"| {' | '.join(row)} |\n" for row in (columns, ["---" for _ in columns], *actions))
    return (
        f"---\n{front}\n---\n\n### Incident Response: x\n\n#### Severity: P2\n**Impact**: {impact}\n\n"
        f"### Postmortem (after resolution)\n\n#### Action items\n{rows}"
    )


def document(
    facts: Mapping[str, str] | None = None,
    actions: Iterable[Row] = (),
    columns: Row = ("Action", "Owner", "Due", "Status", "Ticket"),
    path: str = "2026-03-04-checkout.md",
) -> Document:
    """The same, read."""
    return parse(text(facts, actions, columns), path)


SOURCES = {"sources": "[https://example.com/report]"}
"""What makes a document one that was written from a published report."""
