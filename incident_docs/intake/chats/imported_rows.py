"""Make timeline rows of messages, and add or update them so that a second import doubles none."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from incident_docs.document.edit import Edit
from incident_docs.document.model import Document, TimelineEntry
from incident_docs.document.times import Moment
from incident_docs.edits.cell_text import cell_text
from incident_docs.edits.row_mark import RowMark, make_mark, split_row_mark
from incident_docs.edits.timeline_edits import add_timeline_rows, change_timeline_row
from incident_docs.format.definition import Format
from incident_docs.intake.chats.event_text import event_text
from incident_docs.intake.chats.message import Message
from incident_docs.reading.timeline_rows import to_minute


class ImportedRow(NamedTuple):
    """A row that a message becomes."""

    message: Message
    text: str
    event: str
    """The text as it stands in the cell, without its mark."""
    mark: RowMark
    blanked: tuple[str, ...]
    """The kinds of what the message had and the row has not."""


class Plan(NamedTuple):
    """What an import would do."""

    new: Sequence[ImportedRow]
    edited: Sequence[ImportedRow]
    """Those whose messages were edited since they were taken over."""
    there: int
    by_hand: int
    """Those that were edited here and there, and stay as they are."""


def imported_rows(messages: Iterable[Message], format: Format) -> list[ImportedRow]:
    """Make a row of each message that says something and that people, or programs for them, have written."""
    seen = Counter[str]()
    rows = []
    for message in messages:
        text, blanked = event_text(message, format)
        text = split_row_mark(text)[0]
        event = cell_text(text)
        # Without an id it is known by its minute, its author, and how many of that author stood before it in that minute.
        place = f"{to_minute(message.at).isoformat()} {message.author}"
        seen[place] += 1
        mark = make_mark(message.id or f"{place} {seen[place]}", event)
        if event and not message.is_system:
            rows.append(ImportedRow(message, text, event, mark, blanked))
    return rows


def plan_import(rows: Iterable[ImportedRow], document: Document) -> Plan:
    """Tell the rows apart by what the timeline has of them."""
    marked, said = _marked(document), _said(document)
    new, edited, there, by_hand = [], [], 0, 0
    for row in rows:
        entry = marked.get(row.mark.source)
        if entry is None and (to_minute(row.message.at), row.event) not in said:
            new.append(row)
        elif entry is None or entry[1].words == row.mark.words:
            there += 1
        elif _is_as_imported(*entry):
            edited.append(row)
        else:
            by_hand += 1
    return Plan(new, edited, there, by_hand)


def write_rows(document: Document, rows: Sequence[ImportedRow]) -> tuple[Edit, ...]:
    """Add the rows that are not there yet, and write the words of messages anew that were edited; what people edited stays."""
    plan = plan_import(rows, document)
    entries = _marked(document)
    edits = [
        edit
        for row in plan.edited
        for edit in change_timeline_row(document, entries[row.mark.source][0], event=f"{row.text} {row.mark}")
    ]
    new = [(Moment(row.message.at, approximate=row.message.is_rough), f"{row.text} {row.mark}") for row in plan.new]
    return *edits, *(add_timeline_rows(document, new) if new else ())


def _marked(document: Document) -> dict[str, tuple[TimelineEntry, RowMark]]:
    marks = [(entry, split_row_mark(entry.event.value)[1]) for entry in document.timeline]
    return {mark.source: (entry, mark) for entry, mark in marks if mark}


def _said(document: Document) -> set[object]:
    return {(to_minute(entry.at), split_row_mark(entry.event.value)[0]) for entry in document.timeline if entry.at}


def _is_as_imported(entry: TimelineEntry, mark: RowMark) -> bool:
    return make_mark("", split_row_mark(entry.event.value)[0]).words == mark.words
