"""A heading of the format is written as the format writes it.

Why: `Time line` and `Lessons learned` are clear to a person and unknown to a search over a hundred incidents. Links to a
section break too, because they are made from its words.

Fix: the words of the format are written. Safe where the words are the same, if misspelt, and unsafe where the heading goes
by another name, which may say something else.

Bad:

    ### Incident Response: Checkout returned errors for one customer in five

    #### Time line  <-- Time line is probably Timeline; write #### Timeline

    #### Root cause  <-- Root cause must be written Root Cause

    ### Postmortem  <-- Postmortem must be written Postmortem (after resolution)

    #### Root cause analysis  <-- Root cause analysis is probably Root cause; write #### Root cause

    #### Lessons learned  <-- Lessons learned is probably What could improve; write #### What could improve

Good, a section of your own with a name like that:

    #### What could improve
    - The load test ran far below the load of a normal morning.

    #### Lessons learned
    A pool that runs empty looks like a slow database.
"""

from collections.abc import Iterator

from incident_docs.document.edit import Fix, replace_text
from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.sections import SECTION_LEVEL
from incident_docs.format.vocabulary import Stage
from incident_docs.format.wording import is_misspelt
from incident_docs.rules import Traits

ID = "section-name"
TRAITS = Traits(Level.WARNING, Stage.ACTIVE)


def check(document: Document) -> Iterator[Finding]:
    opening = document.format.labels.postmortem
    for half in document.halves[:1]:
        if half.value != opening:
            yield Finding.at(half, ID, _exactly(half.value, opening), Fix((replace_text(half, opening),)))
    for section in document.sections:
        if section.known is None or section.heading.value == section.known.heading:
            continue
        # One that stands twice, or is of another level, is reported as that.
        if section.level == SECTION_LEVEL and document.section(section.known.id) is section:
            words, right = section.heading.value, section.known.heading
            fix = Fix((replace_text(section.heading, right),), is_misspelt(words, right))
            yield Finding.at(section.heading, ID, _message(words, right), fix)


def _message(words: str, right: str) -> str:
    if words.casefold() == right.casefold():
        return _exactly(words, right)
    return f"{words} is probably {right}; write {'#' * SECTION_LEVEL} {right}"


def _exactly(words: str, right: str) -> str:
    return f"{words} must be written {right}"
