"""A resolved incident of a high severity leads to an action item, or says why it does not.

Why: after a bad incident users ask what will be different. An empty table gives no answer; a written reason is one that
can be argued with.

Which severities ask for it is part of the format; by default P1 and P2 do.

Bad:

    #### Action items  <-- a P1 needs an action item, or a line None: <reason>
    | Action | Owner | Due |
    |--------|-------|-----|

Bad, no reason:

    #### Action items
    None:  <-- the reason is missing; write why nothing is to be done after a P1

Good:

    #### Action items
    | Action                                       | Owner | Due        |
    |----------------------------------------------|-------|------------|
    | Alert when the connection pool is 80 % used  | @bo   | 2026-03-13 |

Good, nothing to be done:

    #### Action items
    None: checkout is switched off at the end of the month, and its successor has no connection pool.

Good, a severity that does not ask for it:

    ---
    severity: P3
    ---

    #### Action items
    | Action | Owner | Due |
    |--------|-------|-----|

Good, where no postmortem is to be written:

    ---
    postmortem: {status: not required, reason: the same as last week}
    ---

    #### Action items
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.edits.column_faults import column_faults
from incident_docs.format.sections import ACTION_ITEMS
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.unwritten import is_blank, is_unwritten, reason_for_no_actions, says_nothing
from incident_docs.rules import Traits

ID = "action-required"
TRAITS = Traits(Level.ERROR, Stage.RESOLVED, sections=(ACTION_ITEMS,))


def check(document: Document) -> Iterator[Finding]:
    section, severity = document.section(ACTION_ITEMS.id), document.severity
    if section is None or severity is None or not severity.actions_required or document.waives_postmortem:
        return
    reason = reason_for_no_actions(section, document)
    if reason is None and column_faults(document, ACTION_ITEMS.id):
        return
    if any(not is_blank(item.action.value) for item in document.actions) and not says_nothing(section, document):
        return
    if reason is None:
        yield Finding.at(section.heading, ID, f"a {severity.id} needs an action item, or a line None: <reason>")
    elif is_unwritten(reason.value, document):
        message = f"the reason is missing; write why nothing is to be done after a {severity.id}"
        yield Finding.at(reason, ID, message)
