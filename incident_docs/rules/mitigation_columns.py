"""The mitigation table has the columns Action and Result.

Why: whoever meets the same fault at night looks here for what was tried and what it did. A step without its result
teaches nothing, so each has its own column.

Fix: a column that has another name gets its own; that is unsafe where more than one column could be meant, or where the
name says more, such as `Result (EU)`. Where there is no table, one with a row of placeholders is put under the heading,
until the incident is resolved.

Bad:

    #### Mitigation Applied
    | Action                       | Notes        |  <-- there is no column Result; the table needs Action and Result
    |------------------------------|--------------|
    | Rolled checkout back to 4.11 | errors ended |

Bad, no table at all:

    #### Mitigation Applied  <-- Mitigation Applied holds no table; write one with the columns Action and Result
    Rolled checkout back to 4.11, which ended the errors.

Good:

    #### Mitigation Applied
    | Action                       | Result                            |
    |------------------------------|-----------------------------------|
    | Rolled checkout back to 4.11 | Errors stopped within two minutes |
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.edits.column_faults import column_faults
from incident_docs.format.sections import MITIGATION
from incident_docs.format.vocabulary import Stage
from incident_docs.rules import Traits

ID = "mitigation-columns"
TRAITS = Traits(Level.ERROR, Stage.MITIGATING, sections=(MITIGATION,))


def check(document: Document) -> Iterator[Finding]:
    for fault in column_faults(document, MITIGATION.id):
        yield Finding.at(fault.place, ID, fault.message, fault.fix)
