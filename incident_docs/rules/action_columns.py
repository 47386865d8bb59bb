"""The action items are a table with the columns Action, Owner and Due.

Why: open actions are listed across all incidents by what stands in these columns. What is written as prose, or under
other names, appears in no list and is forgotten.

Fix: a column that has another name gets its own; that is unsafe where more than one column could be meant, or where the
name says more, such as `Owner (team)`.

Bad, a column with a name of its own:

    #### Action items
    | Action                              | Assignee | Due        |  <-- the column Assignee must be called Owner
    |-------------------------------------|----------|------------|
    | Alert when the pool is 80 % used    | @bo      | 2026-03-13 |

Bad, a column that stands twice:

    #### Action items
    | Action                              | Owner | Due        | Owner   |  <-- the column Owner stands here twice; remove one of the two
    |-------------------------------------|-------|------------|---------|
    | Alert when the pool is 80 % used    | @bo   | 2026-03-13 | storage |

Bad, no table at all:

    #### Action items  <-- Action items holds no table; write one with the columns Action, Owner and Due, or a line None: <reason>
    - @bo adds an alert for the connection pool

Good, with the optional columns:

    #### Action items
    | Action                           | Owner | Due        | Status | Ticket                                  | Priority |
    |----------------------------------|-------|------------|--------|-----------------------------------------|----------|
    | Alert when the pool is 80 % used | @bo   | 2026-03-13 | open   | [T-7](https://tracker.example.net/T-7)  | high     |

Good, nothing to be done:

    #### Action items
    None: the release that caused it is gone, and its successor has no connection pool.
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.edits.column_faults import column_faults
from incident_docs.format.sections import ACTION_ITEMS
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.unwritten import reason_for_no_actions
from incident_docs.rules import Traits

ID = "action-columns"
TRAITS = Traits(Level.ERROR, Stage.RESOLVED, sections=(ACTION_ITEMS,))


def check(document: Document) -> Iterator[Finding]:
    section = document.section(ACTION_ITEMS.id)
    has_table = section is not None and section.table is not None
    if section is not None and not has_table and reason_for_no_actions(section, document) is not None:
        return
    for fault in column_faults(document, ACTION_ITEMS.id):
        message = fault.message if has_table else f"{fault.message}, or a line None: <reason>"
        yield Finding.at(fault.place, ID, message, fault.fix)
