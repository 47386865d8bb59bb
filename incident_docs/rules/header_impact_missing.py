"""The header has a line that says what the incident meant to users: `**Impact**: ...`.

Why: it is the one line that support, management and customers read. Without it, everybody asks the people who are busy
ending the incident.

While the incident runs, a placeholder may stand in it.

Bad:

    #### Severity: P1  <-- there is no Impact line; write **Impact**: and what users could not do
    **Duration**: 2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 08m)

Bad, a line that says nothing yet:

    #### Severity: P1
    **Impact**: Checkout fails for <n> users.  <-- <n> was left standing in the Impact; write what users could not do

Good:

    #### Severity: P1
    **Impact**: One customer in five could not pay for 68 minutes.
    No money was lost.

Good, an incident that runs:

    ---
    status: active
    ---

    #### Severity: P1
    **Impact**: <user/business impact>
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.placeholders import placeholders_in
from incident_docs.reading.unwritten import claims_unpublished, is_blank
from incident_docs.rules import Traits

ID = "header-impact-missing"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)

_ADVICE = "write what users could not do"


def check(document: Document) -> Iterator[Finding]:
    head, label = document.header, document.format.labels.impact
    if head.impact is None:
        # Where the heading above it is missing too, that one is reported.
        if head.severity is not None:
            message = f"there is no {label} line; write **{label}**: and what users could not do"
            yield Finding.at(head.severity.text, ID, message)
    elif is_blank(document.impact):
        yield Finding.at(head.impact, ID, f"the {label} says nothing; {_ADVICE}")
    elif document.is_resolved:
        if claims_unpublished(document.impact, document):
            message = f"{document.impact} is for documents with sources; {_ADVICE}"
            yield Finding.at(head.impact, ID, message)
        for mark in (mark for line in head.impact_lines for mark in placeholders_in(line)):
            yield Finding.at(mark, ID, f"{mark.value} was left standing in the {label}; {_ADVICE}")
