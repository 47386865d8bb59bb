"""A resolved incident has no placeholder left: no `<...>`, TODO, TBD, FIXME, XXX, lorem ipsum.

Why: a placeholder says that something is known to be missing, and in a document that counts as done nobody will come back
for it.

What stands in code, in an HTML comment or in an address is no placeholder. `not published` is one where nothing else is
written, unless the document has `sources`: only a report by others can be silent.

Bad:

    ---
    commander: <who leads>  <-- <who leads> was left standing; write what belongs there, or remove it
    ---

    #### What happened
    A release changed how <service> opens database connections.  <-- <service> was left standing; write what belongs there, or remove it
    TODO: tell how it was noticed  <-- TODO was left standing; write what belongs there, or remove it

    #### What could improve
    - The load test ran far below the load of a normal morning.
    - Detection: not published  <-- not published is for documents with sources; write what is known

Good:

    #### What happened
    The pool ran empty: `pool.take(<timeout>)` waited for ever, [as the manual says](https://example.net/TODO/pool).
    <!-- TODO: add a picture -->
    ```
    pool.take(<timeout>)  # FIXME
    ```
"""

import re
from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document, Section
from incident_docs.document.table import table_cells
from incident_docs.document.text import Text, without_code
from incident_docs.format.fields import FieldKind
from incident_docs.format.sections import ACTION_ITEMS, CURRENT_STATUS
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.bullets import labelled_bullets
from incident_docs.reading.narrative import any_word
from incident_docs.reading.placeholders import contains_words, may_have_placeholders, placeholders_in
from incident_docs.reading.prose import prose_lines
from incident_docs.reading.unwritten import is_unwritten, reason_for_no_actions, says_nothing, written_actions
from incident_docs.rules import Option, Traits, option

ID = "placeholder-left"
EXTEND_WORDS = Option(ID, "extend-words", (), "Words that are placeholders too, as in `UNKNOWN`.")
TRAITS = Traits(Level.ERROR, Stage.RESOLVED, options=(EXTEND_WORDS,))

_TEXTS = (FieldKind.TEXT, FieldKind.TEXTS, FieldKind.SOURCES, FieldKind.POSTMORTEM)
_NO_TEXTS = ("status", "due", "url")


def check(document: Document) -> Iterator[Finding]:
    is_clean = document.is_reconstructed or not _says_not_published(document.content, document)
    more = any_word(option(document, EXTEND_WORDS))
    if is_clean and not may_have_placeholders(document.content) and not re.search(more, document.content):
        return
    yield from _in_frontmatter(document)
    found = [(mark, message) for line in prose_lines(document) for mark, message in _left_in(line, document)]
    elsewhere = list(_reported_elsewhere(document)) if found else []
    for mark, message in found:
        if not any(place.line == mark.line and place.column <= mark.column < place.end_column for place in elsewhere):
            yield Finding.at(mark, ID, message)


def _left_in(text: Text, document: Document) -> Iterator[tuple[Text, str]]:
    more = re.finditer(any_word(option(document, EXTEND_WORDS)), without_code(text.value))
    others = (Text(match[0], text.line, text.column + match.start()) for match in more)
    for mark in (*placeholders_in(text), *others):
        yield mark, f"{mark.value} was left standing; write what belongs there, or remove it"
    words = document.format.labels.not_published
    if not document.is_reconstructed and _says_not_published(text.value, document):
        # All that a cell says, a bullet or a line, with or without a label before it.
        claim = re.compile(rf"(?:^|:)[\s>*+#_-]*({re.escape(words)})[\s*_.]*$", re.IGNORECASE)
        for cell in table_cells(text.value, text.line):
            if match := claim.search(cell.value):
                place = Text(match[1], text.line, text.column - 1 + cell.column + match.start(1))
                yield place, f"{match[1]} is for documents with sources; write what is known"


def _says_not_published(text: str, document: Document) -> bool:
    return contains_words(text, document.format.labels.not_published)


def _in_frontmatter(document: Document) -> Iterator[Finding]:
    for key, value in document.frontmatter.values.items():
        field = document.format.field.get(key)
        if field is not None and field.kind in _TEXTS:
            for text in _texts(value):
                yield from _in_value(text, document)


def _texts(value: Value) -> Iterator[Value]:
    for item in value.data if isinstance(value.data, list) else [value]:
        if isinstance(item.data, dict):
            yield from (part for key, part in item.data.items() if key not in _NO_TEXTS)
        else:
            yield item


def _in_value(value: Value, document: Document) -> Iterator[Finding]:
    if not isinstance(value.data, str):
        return
    line = document.lines[value.line - 1]
    for mark, message in _left_in(Text(value.data, value.line), document):
        column = line.find(mark.value, value.column - 1)
        if column >= 0:
            yield Finding.at(Text(mark.value, value.line, column + 1), ID, message)
        else:
            yield Finding(value.line, ID, message, value.column, value.end_column)


def _reported_elsewhere(document: Document) -> Iterator[Text]:
    """The places whose placeholders another rule reports: otherwise each would be reported twice."""
    header = document.header
    yield from (heading.text for heading in (header.title, header.status, header.severity) if heading)
    yield from (line for line in (header.duration, *header.impact_lines) if line)
    yield from (entry.time for entry in document.timeline)
    for item in written_actions(document):
        yield from (cell for cell in (item.owner, item.due, item.status) if cell)
    for section in document.sections:
        if _is_reported_as_empty(section, document):
            yield from (Text(document.lines[n - 1], n) for n in range(section.heading.line + 1, section.last + 1))
        elif section.known and section.known.id == CURRENT_STATUS.id:
            empty = (
                bullet for bullet in labelled_bullets(section, document.lines) if is_unwritten(bullet.text, document)
            )
            yield from (line for bullet in empty for line in bullet.lines)
        elif section.known and section.known.id == ACTION_ITEMS.id and _needs_actions(document):
            reason = reason_for_no_actions(section, document)
            yield from [reason] if reason and is_unwritten(reason.value, document) else []


def _is_reported_as_empty(section: Section, document: Document) -> bool:
    if section.known is None or not says_nothing(section, document):
        return False
    return section.known.filled_from is not None or (section.known.id == ACTION_ITEMS.id and _needs_actions(document))


def _needs_actions(document: Document) -> bool:
    return document.severity is not None and document.severity.actions_required
