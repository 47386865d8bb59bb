"""The timeline is a table with the columns Time and Event.

Why: every command and every page reads the rows by the names of these columns. Under other names the rows are there for
people only: no chart, no time to detect, no check of the order.

Fix: a column that has another name gets its own; that is unsafe where more than one column could be meant, or where the
name says more, such as `Time (PST)`. Where there is no table, one with a row of placeholders is put under the heading,
until the incident is resolved.

Bad, a column with a name of its own:

    #### Timeline
    | When  | Event                    |  <-- the column When must be called Time
    |-------|--------------------------|
    | 09:50 | Release 4.12 goes out    |
    | 10:58 | The error rate is normal |

Bad, no table at all:

    #### Timeline  <-- Timeline holds no table; write one with the columns Time and Event
    - 09:50: Release 4.12 goes out
    - 10:58: The error rate is normal

Good, with a column more:

    #### Timeline
    | Time  | Event                    | Source      |
    |-------|--------------------------|-------------|
    | 09:50 | Release 4.12 goes out    | deploy log  |
    | 10:58 | The error rate is normal | dashboard 3 |
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.edits.column_faults import column_faults
from incident_docs.format.sections import TIMELINE
from incident_docs.format.vocabulary import Stage
from incident_docs.rules import Traits

ID = "timeline-columns"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE, sections=(TIMELINE,))


def check(document: Document) -> Iterator[Finding]:
    for fault in column_faults(document, TIMELINE.id):
        yield Finding.at(fault.place, ID, fault.message, fault.fix)
