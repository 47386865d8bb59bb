"""A heading of the format has the level of the format: `###` for the two halves, `####` for all else.

Why: the level says what belongs to what. A Timeline of level 2 swallows the sections after it in every outline and on
every page made from it.

Fix: the level is written, and with it the words of the format; headings of your own that are a part of the section get
deeper with it. Safe, but for a heading that goes by another name.

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

from incident_docs.document.edit import Edit, Fix, replace_text
from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.edits.placing import last_line_under
from incident_docs.format.sections import HALF_LEVEL, SECTION_LEVEL
from incident_docs.format.vocabulary import Stage
from incident_docs.format.wording import is_misspelt
from incident_docs.rules import Traits

ID = "section-level"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)

_DEEPEST = 6


def check(document: Document) -> Iterator[Finding]:
    for text, words, level in _headings(document):
        marks = _marks(text, document)
        if len(marks.value) != level:
            message = f"{marks.value} {text.value} must be {'#' * level} {words}"
            edits = [replace_text(marks, "#" * level), *_deeper(text, level - len(marks.value), document)]
            if text.value != words:
                edits.append(replace_text(text, words))
            is_safe = text in document.halves or is_misspelt(text.value, words)
            yield Finding.at(marks, ID, message, Fix(tuple(edits), is_safe))


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


def _deeper(text: Text, by: int, document: Document) -> Iterator[Edit]:
    """So many levels more for the headings that are a part of the section under this one."""
    line = text.line
    if by <= 0 or all(section.heading.line != line for section in document.sections):
        return
    last = last_line_under(text, document)
    for section in document.sections:
        inner = [block.first for block in section.blocks if block.kind == "heading"]
        for number in (section.heading.line, *inner):
            if line < number <= last:
                marks = _marks(Text("", number), document)
                yield replace_text(marks, "#" * min(len(marks.value) + by, _DEEPEST))


def _marks(heading: Text, document: Document) -> Text:
    line = document.lines[heading.line - 1]
    indent = len(line) - len(line.lstrip())
    return Text("#" * (len(line) - indent - len(line.lstrip().lstrip("#"))), heading.line, indent + 1)
