"""A ticket is a link, or an id that a tracker knows.

Why: an action item is looked up in the tracker by whoever asks what became of it. "In the backlog" cannot be looked up.

A Markdown link, a web address, `PAY-12`, `#12`, `!12`, `example/shop#12` and ids such as `INC0012345` all do, with or without
words around them.

Bad:

    #### Action items
    | Action                                      | Owner | Due        | Ticket         |
    |---------------------------------------------|-------|------------|----------------|
    | Alert when the connection pool is 80 % used | @bo   | 2026-03-13 | in the backlog |  <-- in the backlog leads to no ticket; write a link or an id, as in PAY-12 or #12
    | Test the load at twice the peak traffic     | @ana  | 2026-03-20 | 1234           |  <-- 1234 leads to no ticket; write a link or an id, as in PAY-12 or #12

Good:

    #### Action items
    | Action                                      | Owner | Due        | Ticket                                      |
    |---------------------------------------------|-------|------------|---------------------------------------------|
    | Alert when the connection pool is 80 % used | @bo   | 2026-03-13 | [PAY-12](https://tracker.example.net/12)    |
    | Test the load at twice the peak traffic     | @ana  | 2026-03-20 | example/shop#12, !7                         |
    | Roll out to one region before all others    | @cai  | 2026-03-27 | -                                           |
"""

import re
from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.sections import ACTION_ITEMS
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.unwritten import is_unwritten
from incident_docs.rules import Traits

ID = "ticket-form"
TRAITS = Traits(Level.WARNING, Stage.RESOLVED, sections=(ACTION_ITEMS,))

_TICKET = re.compile(
    r"\]\([^)]|https?://|\bwww\.|\b[a-z][a-z0-9_]*-\d+\b|[#!]\d+\b|\b[a-z]{1,6}\d{3,}\b",
    re.IGNORECASE,
)
_NONE = re.compile(r"n/?a|(?:none|no|no ticket)(?: needed)?", re.IGNORECASE)


def check(document: Document) -> Iterator[Finding]:
    for item in document.actions:
        ticket = item.ticket
        if ticket is None or _TICKET.search(ticket.value) or _says_none(ticket.value, document):
            continue
        message = f"{ticket.value} leads to no ticket; write a link or an id, as in PAY-12 or #12"
        yield Finding.at(ticket, ID, message)


def _says_none(text: str, document: Document) -> bool:
    none = is_unwritten(text, document) or document.is_unpublished(text)
    return none or _NONE.fullmatch(text.strip("*_`. ")) is not None
