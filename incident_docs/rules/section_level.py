"""A heading of the format has the level of the format: `###` for the two halves, `####` for all else.

Why: the level says what belongs to what. A Timeline of level 2 swallows the sections after it in every outline and on
every page made from it.

Bad:

    ### Incident Response: Checkout returned errors for one customer in five

    ### Status: 🟢 Resolved  <-- ### Status: 🟢 Resolved must be #### Status: 🟢 Resolved

    #### Severity: P1

    ##### Timeline  <-- ##### Timeline must be #### Timeline

    ## Postmortem (after resolution)  <-- ## Postmortem (after resolution) must be ### Postmortem (after resolution)

    #### What happened

Good, with headings of your own inside of a section:

    #### What happened
    ##### The first hour
    A release changed how checkout opens database connections.

    ##### The second hour
    The rollback took two minutes.
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.format.sections import HALF_LEVEL, SECTION_LEVEL
from incident_docs.format.vocabulary import Stage

ID = "section-level"
LEVEL = Level.ERROR
SINCE = Stage.ACTIVE


def check(document: Document) -> Iterator[Finding]:
    for text, words, level in _headings(document):
        marks = _marks(text, document)
        if len(marks.value) != level:
            yield Finding.at(marks, ID, f"{marks.value} {text.value} must be {'#' * level} {words}")


def _headings(document: Document) -> Iterator[tuple[Text, str, int]]:
    """The headings of the format in the document, their right words and their right level."""
    header = document.header
    if header.title:
        yield header.title.text, header.title.text.value, HALF_LEVEL
    for heading in (header.status, header.severity):
        if heading:
            yield heading.text, heading.text.value, SECTION_LEVEL
    for half in document.halves:
        yield half, document.format.labels.postmortem, HALF_LEVEL
    for section in document.sections:
        if section.known is not None:
            yield section.heading, section.known.heading, SECTION_LEVEL


def _marks(heading: Text, document: Document) -> Text:
    line = document.lines[heading.line - 1]
    indent = len(line) - len(line.lstrip())
    return Text("#" * (len(line) - indent - len(line.lstrip().lstrip("#"))), heading.line, indent + 1)
