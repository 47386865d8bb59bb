"""A section's table against the columns that the format asks of it: what is missing, and what to do."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from incident_docs.document.model import Document
from incident_docs.document.substance import is_hollow
from incident_docs.document.table import Table
from incident_docs.document.text import Text
from incident_docs.document.wording import listed
from incident_docs.format import sections

_ALIKE = 0.75
_ALSO_CALLED = {
    "time": ("when", "timestamp", "clock", "utc"),
    "event": ("what", "what happened", "description", "details", "entry"),
    "action": ("what", "task", "item", "step", "mitigation", "description"),
    "result": ("outcome", "effect"),
    "owner": ("who", "assignee", "assigned to", "responsible", "dri"),
    "due": ("when", "deadline", "date", "by", "by when", "target date", "eta"),
}


def faults(document: Document, id: str) -> Iterator[tuple[Text, str]]:
    """Each required column that the section's table lacks or calls by another name: where, and what to do.

    Says so too if there is text and no table; a section that is missing or hollow is another's matter.
    """
    section = document.section(id)
    if section is None or is_hollow(section, document):
        return
    columns = document.format.section[id].columns
    required = listed([column.heading for column in columns if column.required])
    if section.table is None:
        yield section.heading, f"{section.heading.value} holds no table; write one with the columns {required}"
        return
    headings = {_plain(heading.value): heading for heading in section.table.headings}
    known = {column.heading.casefold(): column for column in columns}
    free = {words: heading for words, heading in headings.items() if words not in known}
    absent = []
    for column in (column for name, column in known.items() if column.required and name not in headings):
        words = next((words for words in free if _is_another_name(words, column)), None)
        if words is None:
            absent.append(column.heading)
        else:
            heading = free.pop(words)
            yield heading, f"the column {heading.value} must be called {column.heading}"
    if absent:
        none = f"there is no column {absent[0]}" if len(absent) == 1 else f"there are no columns {listed(absent)}"
        yield _whole(section.table, document.lines), f"{none}; the table needs {required}"


def _plain(heading: str) -> str:
    return heading.casefold().strip("*_ ")


def _is_another_name(words: str, column: sections.Column) -> bool:
    name = column.heading.casefold()
    return (
        words in _ALSO_CALLED.get(column.id, ())
        or words == column.id
        or words.startswith((f"{name} ", f"{name}("))
        or SequenceMatcher(None, words, name).ratio() >= _ALIKE
    )


def _whole(table: Table, lines: Sequence[str]) -> Text:
    """The line of the headings, from the first to the last."""
    start, end = table.headings[0].column, table.headings[-1].end_column
    return Text(lines[table.line - 1][start - 1 : end - 1], table.line, start)
