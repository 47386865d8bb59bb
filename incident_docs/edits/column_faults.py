"""Compare a section's table with the columns that the format asks of it, and rename those that have another name."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incident_docs.document.edit import Fix
from incident_docs.document.model import Document, Section
from incident_docs.document.readings import read_once
from incident_docs.document.scaffold import section_body
from incident_docs.document.table import Table
from incident_docs.document.text import Text
from incident_docs.edits.placing import insert_under_heading
from incident_docs.edits.table_editing import rewrite_cell
from incident_docs.edits.try_fix import try_fix
from incident_docs.format import sections
from incident_docs.format.sections import FormatSection
from incident_docs.format.wording import is_alike, join_words
from incident_docs.reading.unwritten import says_nothing

_PROBABLY = 0.75
"""So like a name that it is probably meant: `Tiem` is probably `Time`, but so is `Tier`."""
_ALSO_CALLED = {
    "time": ("when", "timestamp", "clock", "utc"),
    "event": ("what", "what happened", "description", "details", "entry"),
    "action": ("what", "task", "item", "step", "mitigation", "description"),
    "result": ("outcome", "effect"),
    "owner": ("who", "assignee", "assigned to", "responsible", "dri"),
    "due": ("when", "deadline", "date", "by", "by when", "target date", "eta"),
}
_AMBIGUOUS = ("by", "date")
_MARKS = "*_ "
_UTC = ("utc", "gmt", "z")


class ColumnFault(NamedTuple):
    """What is wrong with a table's columns."""

    place: Text
    message: str
    fix: Fix | None = None


@read_once
def column_faults(document: Document, id: str) -> tuple[ColumnFault, ...]:
    """Find each column that the section's table lacks, calls by another name or has twice, with what to do about it.

    Says so too if there is text and no table; of a section that is missing or says nothing, other rules say so.
    """
    return tuple(_faults(document, id))


def _faults(document: Document, id: str) -> Iterator[ColumnFault]:
    section = document.section(id)
    if section is None or says_nothing(section, document):
        return
    known = document.format.section[id]
    required = join_words([column.heading for column in known.columns if column.required])
    if section.table is None:
        message = f"{section.heading.value} holds no table; write one with the columns {required}"
        yield ColumnFault(section.heading, message, _new_table(section, known, document))
        return
    by_name = {column.heading.casefold(): column for column in known.columns}
    headings: dict[str, Text] = {}
    for heading in section.table.headings:
        name = _plain(heading.value)
        if headings.setdefault(name, heading) is not heading and name in by_name:
            yield ColumnFault(heading, f"the column {heading.value} stands here twice; remove one of the two")
    free = {words: heading for words, heading in headings.items() if words not in by_name}
    absent = []
    for column in (column for name, column in by_name.items() if column.required and name not in headings):
        meant = [words for words in free if _is_another_name(words, column)]
        if not meant:
            absent.append(column.heading)
        else:
            is_safe = len(meant) == 1 and _is_surely(meant[0], column, document)
            heading = free.pop(meant[0])
            message = f"the column {heading.value} must be called {column.heading}"
            yield ColumnFault(heading, message, _renamed(heading, column, document, is_safe=is_safe))
    if absent:
        none = f"there is no column {absent[0]}" if len(absent) == 1 else f"there are no columns {join_words(absent)}"
        yield ColumnFault(_whole(section.table, document.lines), f"{none}; the table needs {required}")


def _plain(heading: str) -> str:
    return heading.casefold().strip(_MARKS)


def _is_another_name(words: str, column: sections.Column) -> bool:
    name = column.heading.casefold()
    return (
        words in _ALSO_CALLED.get(column.id, ())
        or words == column.id
        or words.startswith((f"{name} ", f"{name}("))
        or is_alike(words, name, _PROBABLY)
    )


def _is_surely(words: str, column: sections.Column, document: Document) -> bool:
    """Nothing is lost if the column gets its right name, and no other column can have been meant."""
    name = column.heading.casefold()
    if words in _AMBIGUOUS:
        return False
    if words in _UTC or words.startswith((f"{name} ", f"{name}(")):
        rest = words.removeprefix(name).strip("() ")
        return rest in _zone_names(document) if column.id == "time" else "(" not in words
    is_known = words in _ALSO_CALLED.get(column.id, ()) or words == column.id
    return is_known or is_alike(words, name)


def _zone_names(document: Document) -> tuple[str, ...]:
    started = document.times.get("started")
    name = document.zone.tzname(started.at.astimezone(document.zone) if started else None) or ""
    return _UTC if name == "UTC" else (name.casefold(), document.text("timezone").casefold())


def _renamed(heading: Text, column: sections.Column, document: Document, *, is_safe: bool) -> Fix | None:
    """Write the right name in the place of the words, within the marks for bold that they have."""
    words = heading.value.strip(_MARKS)
    name = heading.value.replace(words, column.heading, 1)
    return try_fix(lambda: rewrite_cell(document, heading, name), is_safe=is_safe)


def _new_table(section: Section, known: FormatSection, document: Document) -> Fix | None:
    """A table of placeholders under the heading, where placeholders may still stand."""
    if document.is_resolved:
        return None
    started = document.times.get("started")
    began = started.at.astimezone(document.zone) if started else None
    return Fix((insert_under_heading(section, section_body(known, began), document),))


def _whole(table: Table, lines: Sequence[str]) -> Text:
    """The line of the headings, from the first to the last."""
    start, end = table.headings[0].column, table.headings[-1].end_column
    return Text(lines[table.line - 1][start - 1 : end - 1], table.line, start)
