"""Timeline rows run from earliest to latest.

Why: readers work out cause and effect from the order of the rows, and the time to
detect is read off the first two.  A row out of place misleads both.

A span stands where it begins, and a rough time is taken as it is written. A row that says only its day may stand
anywhere among the rows of that day.

Fix: the rows are moved into their order, if all times can be read, none is rough or only a day, and each row lies within the
incident or writes its day out. That is unsafe where a row may be one of the next day.

Bad:

    #### Timeline
    | Time  | Event           |
    |-------|-----------------|
    | 10:05 | Rolled back     |
    | 10:00 | Deploy finished |  <-- 10:00 stands after 10:05

Bad, a day that is written out:

    #### Timeline
    | Time             | Event              |
    |------------------|--------------------|
    | 10:05-10:30      | Rolled back        |
    | 2026-03-03 17:00 | The config changes |  <-- 2026-03-03 17:00 stands after 10:05-10:30

Good, past midnight too:

    ---
    started: 2026-03-04T23:58:00Z
    ---

    #### Timeline
    | Time  | Event           |
    |-------|-----------------|
    | 23:58 | Deploy finished |
    | 00:04 | Rolled back     |

Good, a cause that came before, and days without a time:

    #### Timeline
    | Time             | Event                    |
    |------------------|--------------------------|
    | 2026-03-02       | The config changes       |
    | 2026-03-02 17:00 | The change is reviewed   |
    | 09:50            | Deploy finished          |
    | 10:58            | Rolled back              |
    | 2026-03-04       | Customers are told       |
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.edits.timeline_edits import has_certain_days, sort_rows
from incident_docs.edits.try_fix import try_fix
from incident_docs.format.sections import TIMELINE
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.timeline_rows import is_step_back, rows_with_above
from incident_docs.rules import Traits

ID = "timeline-order"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE, sections=(TIMELINE,))


def check(document: Document) -> Iterator[Finding]:
    # Each row's instant: parse has already read a step back of half a day or more as midnight passing.
    steps = [(above, entry) for above, entry in rows_with_above(document) if above and is_step_back(above, entry)]
    fix = try_fix(lambda: sort_rows(document), is_safe=has_certain_days(document)) if steps else None
    for above, entry in steps:
        yield Finding.at(entry.time, ID, f"{entry.time.value} stands after {above.time.value}", fix)
