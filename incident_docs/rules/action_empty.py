"""A row of the action items that has an owner or a due date has an action.

Why: the row is counted as open, and on the day it falls due somebody is asked for something that nobody wrote down.

Bad:

    #### Action items
    | Action                                      | Owner | Due        |
    |---------------------------------------------|-------|------------|
    | Alert when the connection pool is 80 % used | @bo   | 2026-03-13 |
    |                                             | @ana  | 2026-03-20 |  <-- the row has no action; write what is to be done, or remove the row

Good:

    #### Action items
    | Action                                      | Owner | Due        |
    |---------------------------------------------|-------|------------|
    | Alert when the connection pool is 80 % used | @bo   | 2026-03-13 |
    |                                             |       |            |
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.sections import ACTION_ITEMS
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.unwritten import is_blank, written_actions
from incident_docs.rules import Traits

ID = "action-empty"
TRAITS = Traits(Level.ERROR, Stage.RESOLVED, sections=(ACTION_ITEMS,))


def check(document: Document) -> Iterator[Finding]:
    if any(is_blank(item.action.value) for item in document.actions):
        for item in (item for item in written_actions(document) if is_blank(item.action.value)):
            yield Finding.at(item.action, ID, "the row has no action; write what is to be done, or remove the row")
