"""No action item stands in the table twice.

Why: of two rows for one action one is done and closed, and the other is reminded of for ever.

Rows with one wording and two owners are two actions: two teams may have the same to do.

Bad:

    #### Action items
    | Action                                      | Owner | Due        |
    |---------------------------------------------|-------|------------|
    | Alert when the connection pool is 80 % used | @bo   | 2026-03-13 |
    | Test the load at twice the peak traffic     | @ana  | 2026-03-20 |
    | Alert when the connection pool is 80% used. | @bo   | 2026-03-27 |  <-- this is the action of row 1 again; keep one of the two

Good:

    #### Action items
    | Action                                      | Owner    | Due        |
    |---------------------------------------------|----------|------------|
    | Review the timeouts of every client         | checkout | 2026-03-13 |
    | Review the timeouts of every client         | search   | 2026-03-13 |
"""

import re
from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.format.sections import ACTION_ITEMS
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.unwritten import is_unwritten
from incident_docs.rules import Traits

ID = "action-duplicate"
TRAITS = Traits(Level.WARNING, Stage.RESOLVED, sections=(ACTION_ITEMS,))

_WORD = re.compile(r"\w+")


def check(document: Document) -> Iterator[Finding]:
    first: dict[tuple[tuple[str, ...], ...], int] = {}
    for item in document.actions:
        row = first.setdefault((_words(item.action), _words(item.owner)), item.row)
        if row != item.row and not is_unwritten(item.action.value, document):
            yield Finding.at(item.action, ID, f"this is the action of row {row} again; keep one of the two")


def _words(text: Text) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.value.casefold()))
