"""A section says something as soon as the status of the incident demands it.

Why: an empty heading promises an answer. In a document that counts as done, readers cannot tell whether nothing was found
or nobody looked.

The Timeline has a row from the first minute on, and a resolved incident has all of its sections. Space, comments and
lines `---` say nothing; placeholders stand for what is to come until the incident is resolved.

Bad:

    #### Timeline  <-- Timeline has no row; add one with the time and what happened
    | Time | Event |
    |------|-------|

    #### Root Cause  <-- Root Cause says nothing; once an incident is resolved it must
    <!-- ask the database team -->

    #### What went well  <-- What went well says nothing; once an incident is resolved it must
    - <what helped>

Good:

    ---
    status: active
    ---

    #### Timeline
    | Time  | Event   |
    |-------|---------|
    | 09:50 | <event> |

    #### Root Cause

Good, where no postmortem is to be written:

    ---
    postmortem: {status: not required, reason: the same as last week}
    ---

    #### What went well
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document, Section
from incident_docs.edits.column_faults import column_faults
from incident_docs.format.sections import ACTION_ITEMS, CURRENT_STATUS, MITIGATION, TIMELINE, VERIFICATION, Half
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.unwritten import is_blank, says_nothing
from incident_docs.rules import Traits

ID = "section-empty"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)

_REPORTED_ELSEWHERE = (MITIGATION.id, VERIFICATION.id, ACTION_ITEMS.id)


def check(document: Document) -> Iterator[Finding]:
    for section in document.sections:
        known = section.known
        if known is None or known.filled_from is None or known.filled_from > document.stage:
            continue
        if known.half is Half.POSTMORTEM and document.waives_postmortem:
            continue
        # What stands twice, and what must hold rows, bullets or code, is reported as that.
        is_first = document.section(known.id) is section
        if not is_first or known.id in _REPORTED_ELSEWHERE or (known.id == CURRENT_STATUS.id and known.bullets):
            continue
        if known.id == TIMELINE.id:
            if _has_no_row(section, document):
                message = f"{section.heading.value} has no row; add one with the time and what happened"
                yield Finding.at(section.heading, ID, message)
        elif says_nothing(section, document):
            status = document.format.status_at(known.filled_from).label.lower()
            message = f"{section.heading.value} says nothing; once an incident is {status} it must"
            yield Finding.at(section.heading, ID, message)


def _has_no_row(section: Section, document: Document) -> bool:
    rows = document.timeline
    if any(is_blank(row.time.value) and is_blank(row.event.value) for row in rows):
        # Such a row is reported for having no time.
        return False
    has_columns = section.table is not None and not column_faults(document, TIMELINE.id)
    return says_nothing(section, document) or (has_columns and not rows)
