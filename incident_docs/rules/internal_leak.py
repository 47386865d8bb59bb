"""A part that is marked as internal begins and ends, and nothing public leads into it.

Why: what stands between `<!-- internal -->` and `<!-- /internal -->` is taken out before others read the document. A mark that
is missing or doubled decides wrongly what they read, and a link into the part tells them that there is one.

Marks in code are none.

Bad:

    #### What happened
    The account of one customer was restored by hand.
    <!-- internal -->  <-- this internal part never ends; close it with <!-- /internal -->
    It was the account of our largest customer.

Bad, within each other:

    #### What happened
    <!-- internal -->
    It was the account of our largest customer.
    <!-- internal -->  <-- an internal part is open already; close it before this one begins
    They have left since.
    <!-- /internal -->
    The account was restored.
    <!-- /internal -->  <-- there is no internal part to close here; open it with <!-- internal -->

Bad, a link into it:

    #### What happened
    The account of one customer was restored, [see below](#whose-account).  <-- this leads into an internal part; take the link out, or put it in an internal part too
    <!-- internal -->
    ##### Whose account
    It was that of our largest customer.
    <!-- /internal -->

Good:

    #### What happened
    The account of one customer was restored by hand.
    <!-- internal -->
    It was that of our largest customer, [see below](#whose-account).
    ##### Whose account
    `<!-- internal -->` marks this part.
    <!-- /internal -->
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from incident_docs.document import addresses, links
from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.document.said.prose import prose
from incident_docs.document.text import Text, without_code
from incident_docs.format.vocabulary import Stage

ID = "internal-leak"
LEVEL = Level.ERROR
SINCE = Stage.ACTIVE

_MARK = re.compile(r"<!--\s*(/?)\s*internal\s*-->", re.IGNORECASE)


class _Mark(NamedTuple):
    text: Text
    opens: bool


def check(document: Document) -> Iterator[Finding]:
    if _MARK.search(document.content) is None:
        return
    opened: Text | None = None
    parts: list[tuple[Text, Text]] = []
    for mark in _marks(document):
        if mark.opens and opened is not None:
            message = "an internal part is open already; close it before this one begins"
            yield Finding.at(mark.text, ID, message)
        elif mark.opens:
            opened = mark.text
        elif opened is None:
            message = "there is no internal part to close here; open it with <!-- internal -->"
            yield Finding.at(mark.text, ID, message)
        else:
            parts.append((opened, mark.text))
            opened = None
    if opened is not None:
        yield Finding.at(opened, ID, "this internal part never ends; close it with <!-- /internal -->")
    yield from _links_into(parts, document)


def _marks(document: Document) -> Iterator[_Mark]:
    for line in prose(document):
        # What prose leaves out of a line is comments, and the marks are comments.
        whole = without_code(document.lines[line.line - 1])
        for match in _MARK.finditer(whole):
            yield _Mark(Text(match[0], line.line, match.start() + 1), opens=not match[1])


def _links_into(parts: list[tuple[Text, Text]], document: Document) -> Iterator[Finding]:
    names = {name.value for name in links.anchors(document) if _is_within(name, parts)} if parts else set()
    for link in links.relative(document) if names else ():
        leads_inside = link.value.startswith("#") and addresses.anchor(link.value[1:]) in names
        if leads_inside and not _is_within(link, parts):
            message = "this leads into an internal part; take the link out, or put it in an internal part too"
            yield Finding.at(link, ID, message)


def _is_within(text: Text, parts: list[tuple[Text, Text]]) -> bool:
    place = (text.line, text.column)
    return any((start.line, start.column) < place < (end.line, end.column) for start, end in parts)
