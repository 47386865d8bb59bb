"""The status of the frontmatter and its times say the same.

Why: a list of what is going on is made from the status, every duration from the times. Where the two differ, an
incident that ended on Tuesday is still shown as active on Friday, and somebody is woken to look at it.

An incident that has a time of resolution is resolved. One that is mitigated is no longer active, unless a row of the
mitigations tells why its impact ended while its cause is still looked for.

Bad:

    ---
    status: mitigating
    resolved: 2026-03-04T10:58:00Z  <-- resolved is 2026-03-04T10:58:00Z, but the status is mitigating; write status: resolved, or remove the time
    ---

Bad, mitigated by nothing:

    ---
    status: active
    mitigated: 2026-03-04T10:20:00Z  <-- mitigated is 2026-03-04T10:20:00Z, but the status is active and no mitigation is written down; write status: mitigating and what was done, or remove the time
    resolved:
    ---

    #### Mitigation Applied
    | Action | Result |
    |--------|--------|

Good:

    ---
    status: mitigating
    mitigated: 2026-03-04T10:20:00Z
    resolved:
    ---
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.unwritten import is_unwritten
from incident_docs.rules import Traits

ID = "frontmatter-status-contradiction"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)


def check(document: Document) -> Iterator[Finding]:
    status = document.status
    if status is None or document.is_resolved:
        return
    if "resolved" in document.times:
        right = document.format.status_at(Stage.RESOLVED).id
        message = f"but the status is {status.id}; write status: {right}, or remove the time"
        yield _finding("resolved", message, document)
    elif "mitigated" in document.times and status.stage is Stage.ACTIVE and not _has_mitigation(document):
        right = document.format.status_at(Stage.MITIGATING).id
        what = f"but the status is {status.id} and no mitigation is written down"
        message = f"{what}; write status: {right} and what was done, or remove the time"
        yield _finding("mitigated", message, document)


def _has_mitigation(document: Document) -> bool:
    return any(not is_unwritten(row.action.value, document) for row in document.mitigations)


def _finding(key: str, message: str, document: Document) -> Finding:
    value = document.frontmatter.values[key]
    return Finding(value.line, ID, f"{key} is {value.data}, {message}", value.column, value.end_column)
