"""The postmortem is not written before the incident is resolved.

Why: a cause that is written down at the third minute is believed at the thirtieth, and the responders stop looking. A
reader of a finished postmortem also takes the incident for over.

What is known while the incident runs goes to the Timeline and to Root Cause. Placeholders may stand, action items may be
noted when somebody thinks of them, and of an incident that was resolved and then reopened the postmortem stays.

Bad:

    ---
    status: mitigating
    ---

    #### What happened  <-- What happened and What could improve are written while the incident is mitigating; leave the postmortem until it is resolved
    A release changed how checkout opens database connections.

    #### Root cause
    <why it was possible; several things may have come together>

    #### What went well
    - <what helped>

    #### What could improve
    - Test under the load of a normal morning.

    #### Action items
    | Action   | Owner   | Due   |
    |----------|---------|-------|
    | <action> | <owner> | <due> |

Good:

    ---
    status: active
    ---

    #### What happened
    <the story, for somebody who was not there>

    #### Root cause

    #### What went well
    <!-- after the incident -->

    #### What could improve
    - TODO

    #### Action items
    | Action                         | Owner | Due |
    |--------------------------------|-------|-----|
    | Alert when the pool is at 80 % | @ana  |     |

Good, after it was resolved and reopened:

    ---
    status: active
    ---

    #### Timeline
    | Time  | Event                                        |
    |-------|----------------------------------------------|
    | 09:50 | Release 4.12 reaches all regions             |
    | 10:58 | Status: Resolved                             |
    | 11:30 | Status: Active, reopened: the errors are back |

    #### What happened
    A release changed how checkout opens database connections.
"""

from collections.abc import Iterator
from dataclasses import replace

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document, Section
from incident_docs.format.sections import ACTION_ITEMS, Half
from incident_docs.format.vocabulary import Stage
from incident_docs.format.wording import join_words
from incident_docs.reading.timeline_rows import says_resolved
from incident_docs.reading.unwritten import says_nothing
from incident_docs.rules import Traits

ID = "premature-postmortem"
TRAITS = Traits(Level.WARNING, Stage.ACTIVE)


def check(document: Document) -> Iterator[Finding]:
    if document.status is None or document.is_resolved or says_resolved(document):
        return
    # Read as if it were resolved, for then a placeholder counts as nothing.
    resolved = replace(document, status=document.format.status_at(Stage.RESOLVED))
    filled = [
        section.heading
        for section in document.sections
        if _is_postmortem(section) and not says_nothing(section, resolved)
    ]
    if filled:
        verb = "is" if len(filled) == 1 else "are"
        what = f"{join_words([heading.value for heading in filled])} {verb} written"
        message = f"{what} while the incident is {document.status.label.lower()}"
        yield Finding.at(filled[0], ID, f"{message}; leave the postmortem until it is resolved")


def _is_postmortem(section: Section) -> bool:
    """A section of the response that stands in the wrong half is none, and is reported as that."""
    if section.known is None:
        return section.half is Half.POSTMORTEM
    return section.known.half is Half.POSTMORTEM and section.known.id != ACTION_ITEMS.id
