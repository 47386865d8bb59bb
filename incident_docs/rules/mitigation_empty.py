"""The mitigation table says what was done, and once the incident is resolved what each step led to.

Why: what was tried and did not help is as useful at the next incident as what did. A step without a result leaves the
reader to try it again; a result without a step cannot be repeated.

Bad, nothing is written down:

    ---
    status: mitigating
    ---

    #### Mitigation Applied  <-- no mitigation is written down; add a row with the action and its result
    | Action | Result |
    |--------|--------|

Bad, half of a row:

    #### Mitigation Applied
    | Action                         | Result                            |
    |--------------------------------|-----------------------------------|
    | Restarted the connection pools |                                   |  <-- the action has no result; write what it changed, even if that is nothing
    |                                | Errors stopped within two minutes |  <-- the result has no action; write what led to it

Good:

    #### Mitigation Applied
    | Action                         | Result                            |
    |--------------------------------|-----------------------------------|
    | Restarted the connection pools | No improvement                    |
    | Rolled checkout back to 4.11   | Errors stopped within two minutes |

Good, a result that is not yet known:

    ---
    status: mitigating
    ---

    #### Mitigation Applied
    | Action                         | Result |
    |--------------------------------|--------|
    | Restarted the connection pools |        |
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.edits.column_faults import column_faults
from incident_docs.format.sections import MITIGATION
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.unwritten import is_blank, says_nothing
from incident_docs.rules import Traits

ID = "mitigation-empty"
TRAITS = Traits(Level.ERROR, Stage.MITIGATING, sections=(MITIGATION,))


def check(document: Document) -> Iterator[Finding]:
    section = document.section(MITIGATION.id)
    if section is None or column_faults(document, MITIGATION.id):
        return
    rows = [row for row in document.mitigations if not (is_blank(row.action.value) and is_blank(row.result.value))]
    if not rows or says_nothing(section, document):
        yield Finding.at(section.heading, ID, "no mitigation is written down; add a row with the action and its result")
        return
    for row in rows if document.is_resolved else ():
        if is_blank(row.result.value):
            yield Finding.at(row.result, ID, "the action has no result; write what it changed, even if that is nothing")
        elif is_blank(row.action.value):
            yield Finding.at(row.action, ID, "the result has no action; write what led to it")
