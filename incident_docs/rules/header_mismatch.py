"""Title, status, severity and duration in the body say what the frontmatter says.

Why: people read the body and programs the frontmatter. Where the two differ, the on-call engineer sees a P3 and the
monthly report counts a P1, and each is sure.

The frontmatter counts. Only the word of the status is compared; its circle is decoration.

Fix: safe. The body is written from the frontmatter, the circle too; a Duration line that is not there comes under the Impact.

Bad:

    ### Incident Response: Checkout failed  <-- Incident Response: Checkout failed is not what the frontmatter says; write Incident Response: Checkout returned errors for one customer in five

    #### Status: 🟡 Mitigating  <-- Status: 🟡 Mitigating is not what the frontmatter says; write Status: 🟢 Resolved

    #### Severity: P2  <-- Severity: P2 is not what the frontmatter says; write Severity: P1
    **Impact**: One customer in five could not pay.
    **Duration**: 2026-03-04 09:50 UTC - ongoing  <-- 2026-03-04 09:50 UTC - ongoing is not what the frontmatter says; write 2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 08m)

Good, with rough times in a zone:

    ---
    started: ~2026-03-04T09:50:00Z
    timezone: Europe/Berlin
    ---

    ### Incident Response: Checkout returned errors for one customer in five

    #### Status: Resolved

    #### Severity: P1
    **Impact**: One customer in five could not pay.
    **Duration**: ~2026-03-04 10:50 CET - 2026-03-04 11:58 CET (~1h 08m)

Good, a report that does not tell the end:

    ---
    resolved: not published
    sources: [https://status.example.net/incidents/7]
    ---

    #### Severity: P1
    **Impact**: One customer in five could not pay.
    **Duration**: 2026-03-04 09:50 UTC - not published
"""

from collections.abc import Iterator

from incident_docs.document import header
from incident_docs.document.edit import Fix
from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document, Heading
from incident_docs.document.text import Text
from incident_docs.edits.header_edits import add_duration_line, set_header_value
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.expected_texts import expected_duration
from incident_docs.rules import Traits

ID = "header-mismatch"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)


def check(document: Document) -> Iterator[Finding]:
    head, format = document.header, document.format
    if head.title and document.title.strip():
        yield from _compared(head.title, header.title_text(document.title, format), document)
    if head.status and document.status and _word(head.status.value.value) != _word(document.status.label):
        yield from _compared(head.status, header.status_text(document.status, format), document)
    if head.severity and document.severity:
        yield from _compared(head.severity, header.severity_text(document.severity, format), document)
    yield from _duration(document)


def _compared(heading: Heading, right: str, document: Document) -> Iterator[Finding]:
    right_value = right.partition(":")[2].strip()
    if heading.value.value != right_value:
        yield _finding(heading.value, heading.text.value, right, _fix(heading.value, right_value, document))


def _word(text: str) -> str:
    """Without the circle, and any other decoration before or after the words."""
    is_word = [char.isalnum() for char in text]
    return text[is_word.index(True) : len(text) - is_word[::-1].index(True)] if any(is_word) else ""


def _duration(document: Document) -> Iterator[Finding]:
    head, label = document.header, document.format.labels.duration
    right = expected_duration(document)
    if right is None:
        # Its times cannot be read or contradict each other, and that is what is reported.
        return
    if head.duration is not None and head.duration.value != right:
        written = head.duration.value or f"{label} without a value"
        yield _finding(head.duration, written, right, _fix(head.duration, right, document))
    elif head.duration is None and head.severity is not None:
        line = f"**{label}**: {right}"
        fix = Fix(tuple(add_duration_line(line, document)))
        yield Finding.at(head.severity.text, ID, f"there is no {label} line; write {line}", fix)


def _fix(place: Text, right: str, document: Document) -> Fix:
    return Fix(tuple(set_header_value(place, right, document)))


def _finding(place: Text, written: str, right: str, fix: Fix) -> Finding:
    return Finding.at(place, ID, f"{written} is not what the frontmatter says; write {right}", fix)
