"""Say what programs read of the parts of an incident: its sources, postmortem, action items and timeline."""

import re
from datetime import UTC, date, datetime

from incident_docs.document.commonmark import visible_text
from incident_docs.document.model import Document, RowKind, Source, TimelineEntry
from incident_docs.document.text import Text
from incident_docs.document.times import read_iso_date
from incident_docs.format.vocabulary import ACTION_STATUSES
from incident_docs.insight.actions import Item, State
from incident_docs.insight.owners import cell_words, owner_names
from incident_docs.insight.postmortems import (
    POSTMORTEM_STATES,
    owes_postmortem,
    postmortem_fields,
    postmortem_owner,
    postmortem_state,
)
from incident_docs.insight.record_fields import (
    BOOLEAN,
    DATE_OR_NULL,
    MOMENT_OR_NULL,
    TEXT,
    TEXT_OR_NULL,
    Field,
    list_schema,
    one_of_or_null,
)
from incident_docs.reading.unwritten import is_unwritten

_ADDRESS = re.compile(r"(?:\]\(\s*<?|<)(https?://[^\s()<>]+)", re.IGNORECASE)


def utc_text(at: datetime | None) -> str | None:
    """Write an instant in UTC, such as `2026-03-04T09:50:00Z`."""
    return None if at is None else at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def plain_or_none(text: str, document: Document) -> str | None:
    """Give a text in plain words; None if nothing stands there, or only that a report is silent."""
    return None if is_unwritten(text, document) or document.is_unpublished(text) else visible_text(text)


def _part(document: Document, key: str) -> str:
    value = postmortem_fields(document).get(key)
    return value.data if value is not None and isinstance(value.data, str) else ""


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def ticket_address(text: Text | None) -> str:
    """Find the address to which a cell leads; empty if there is none of the web."""
    found = _ADDRESS.search(text.value) if text else None
    return found[1] if found else ""


def _ticket(item: Item) -> str | None:
    return ticket_address(item.action.ticket) or cell_words(item, item.action.ticket) or None


def _status(item: Item) -> str | None:
    return None if item.written is State.UNKNOWN else item.written


def _unpublished(item: Item) -> list[str]:
    row, document = item.action, item.document
    if not document.is_reconstructed:
        return []
    cells = {"owner": row.owner, "due": row.due, "status": row.status, "ticket": row.ticket, "priority": row.priority}
    return [name for name, cell in cells.items() if cell is not None and document.is_unpublished(cell.value)]


SOURCE: tuple[Field[Source], ...] = (
    Field("title", "What the report is called, or else its address.", TEXT, lambda source: source.title),
    Field("url", "Where it is, as the author wrote it.", TEXT, lambda source: source.url),
)

POSTMORTEM: tuple[Field[Document], ...] = (
    Field(
        "state",
        "How far the writing is. Null before it is due, and where a published report is silent.",
        one_of_or_null(POSTMORTEM_STATES),
        postmortem_state,
    ),
    Field("is_owed", "The incident is over, and its postmortem is not.", BOOLEAN, owes_postmortem),
    Field("owner", "Who is to write it.", TEXT_OR_NULL, lambda document: postmortem_owner(document) or None),
    Field("due", "When it was promised.", DATE_OR_NULL, lambda document: _day(read_iso_date(_part(document, "due")))),
    Field(
        "reason",
        "Why none is written.",
        TEXT_OR_NULL,
        lambda document: plain_or_none(_part(document, "reason"), document),
    ),
)

ACTION: tuple[Field[Item], ...] = (
    Field(
        "id",
        "The incident's id, `#`, and the row, which counts from 1.",
        TEXT,
        lambda item: f"{item.document.id}#{item.action.row}",
    ),
    Field("action", "What is to be done, in plain words.", TEXT, lambda item: cell_words(item, item.action.action)),
    Field(
        "owner",
        "Who does it, in plain words. Null if nobody is named.",
        TEXT_OR_NULL,
        lambda item: cell_words(item, item.action.owner) or None,
    ),
    Field("owners", "The same, each of several.", list_schema(TEXT), lambda item: list(owner_names(item))),
    Field("due", "Null if there is no ISO date.", DATE_OR_NULL, lambda item: _day(item.action.due_on)),
    Field(
        "status",
        "Of nothing, and of words that the format does not know, `open`.",
        one_of_or_null(ACTION_STATUSES),
        _status,
    ),
    Field(
        "ticket",
        "The address of its ticket, or else what stands there.",
        TEXT_OR_NULL,
        _ticket,
    ),
    Field(
        "priority",
        "In plain words.",
        TEXT_OR_NULL,
        lambda item: cell_words(item, item.action.priority) or None,
    ),
    Field(
        "not_published", "What is null because the published report does not say it.", list_schema(TEXT), _unpublished
    ),
)

ENTRY: tuple[Field[TimelineEntry], ...] = (
    Field("time", "As the row has it, in the incident's time zone.", TEXT, lambda entry: entry.time.value),
    Field(
        "at",
        "The instant; of a day without a time its first. Null if it cannot be told.",
        MOMENT_OR_NULL,
        lambda entry: utc_text(entry.at),
    ),
    Field("until", "The end, of what lasted.", MOMENT_OR_NULL, lambda entry: utc_text(entry.until)),
    Field(
        "is_approximate",
        "The time is known only roughly.",
        BOOLEAN,
        lambda entry: entry.clock is not None and entry.clock.approximate,
    ),
    Field("is_day_only", "Only the day is known.", BOOLEAN, lambda entry: entry.is_day_only),
    Field(
        "kind",
        "What it tells, by the mark that the row begins with.",
        {"enum": [*RowKind]},
        lambda entry: entry.kind.value,
    ),
    Field("event", "In plain words, without that mark.", TEXT, lambda entry: visible_text(entry.words)),
)
