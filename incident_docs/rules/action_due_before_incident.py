"""No action item is due before the incident began.

Why: such a date is a slip, mostly of the month or of the year. The action is overdue from its first day, and a list in
which some are overdue by mistake is read by nobody.

Bad:

    #### Action items
    | Action                                      | Owner | Due        |
    |---------------------------------------------|-------|------------|
    | Alert when the connection pool is 80 % used | @bo   | 2025-03-13 |  <-- 2025-03-13 is before the incident began on 2026-03-04; correct the date

Good, due on the same day:

    #### Action items
    | Action                                      | Owner | Due        |
    |---------------------------------------------|-------|------------|
    | Alert when the connection pool is 80 % used | @bo   | 2026-03-04 |
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.sections import ACTION_ITEMS
from incident_docs.format.vocabulary import Stage
from incident_docs.rules import Traits

ID = "action-due-before-incident"
TRAITS = Traits(Level.ERROR, Stage.RESOLVED, sections=(ACTION_ITEMS,))


def check(document: Document) -> Iterator[Finding]:
    started = document.times.get("started")
    if started is None:
        return
    begun = started.at.astimezone(document.zone).date()
    for item in document.actions:
        if item.due_on is not None and item.due_on < begun:
            message = f"{item.due.value} is before the incident began on {begun}; correct the date"
            yield Finding.at(item.due, ID, message)
