"""The headings that the status of an incident demands are all there.

Why: readers under pressure look for the same thing in the same place, and pages, charts and commands find it by its
heading. What has no heading was forgotten, or is written where nobody looks.

An active incident has the header, Timeline, Root Cause, Mitigation Applied and Current Status. A resolved one also has
Verification and the postmortem. A heading that is only misspelt, misplaced or of another level is reported as that.

Fix: safe. The heading is put in its place with placeholders under it, or with what the frontmatter knows. A resolved
incident has no placeholders, so it gets a heading only where nothing needs to stand under it.

Bad:

    ---
    status: active
    ---

    ### Incident Response: Checkout returned errors for one customer in five

    #### Status: 🔴 Active

    #### Severity: P1  <-- #### Timeline is missing; it belongs after #### Severity: P1
    **Impact**: One customer in five cannot pay.

    #### Root Cause  <-- #### Mitigation Applied is missing; it belongs after #### Root Cause
    <explanation>

    #### Current Status
    - Services: checkout

Bad, a resolved incident without a postmortem:

    ### Incident Response: Checkout returned errors for one customer in five

    #### Status: 🟢 Resolved

    #### Severity: P1
    **Impact**: One customer in five could not pay.

    #### Timeline
    | Time | Event |
    |------|-------|

    #### Root Cause
    #### Mitigation Applied
    #### Current Status
    #### Verification  <-- ### Postmortem (after resolution) is missing; it belongs after #### Verification

Good:

    ---
    status: active
    ---

    ### Incident Response: Checkout returned errors for one customer in five

    #### Status: 🔴 Active

    #### Severity: P1
    **Impact**: One customer in five cannot pay.

    #### Timeline
    | Time  | Event                            |
    |-------|----------------------------------|
    | 09:50 | Release 4.12 reaches all regions |

    #### Root Cause
    <explanation>

    #### Mitigation Applied

    #### Current Status
    - Services: checkout fails for one request in five

Good, where the team decided that no postmortem is to be written:

    ---
    title: Checkout returned errors
    severity: P3
    status: resolved
    postmortem: {status: not required, reason: the same as last week}
    ---

    ### Incident Response: Checkout returned errors

    #### Status: 🟢 Resolved

    #### Severity: P3

    #### Timeline

    #### Root Cause

    #### Mitigation Applied

    #### Current Status

    #### Verification
"""

from collections.abc import Iterator
from functools import partial

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.edits.section_insertion import insert_heading
from incident_docs.edits.try_fix import try_fix
from incident_docs.format.sections import Half
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.expected_texts import ExpectedHeading, expected_headings
from incident_docs.rules import Traits

ID = "section-missing"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)


def check(document: Document) -> Iterator[Finding]:
    line, before = 1, None
    wanted = expected_headings(document)
    for each in wanted:
        if each.found:
            line = each.found[0].line
        elif _is_due(each, document):
            where = f"after {before.heading}" if before else "at the beginning of the body"
            message = f"{each.heading} is missing; it belongs {where}"
            yield Finding(line, ID, message, fix=try_fix(partial(insert_heading, document, each)))
        else:
            continue
        before = each


def _is_due(each: ExpectedHeading, document: Document) -> bool:
    if each.since is None or each.since > document.stage:
        return False
    is_postmortem = each.opens_postmortem or (each.section is not None and each.section.half is Half.POSTMORTEM)
    if is_postmortem and document.waives_postmortem:
        return False
    # Without the heading of the postmortem, that one is what is missing.
    return each.section is None or each.section.half is Half.RESPONSE or bool(document.halves)
