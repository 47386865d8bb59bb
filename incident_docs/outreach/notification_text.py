"""Write what stakeholders are told of an incident: nothing that is unwritten, confidential or a secret is in it."""

from collections.abc import Sequence

from incident_docs.audience.redaction import is_confidential_incident, redact_page
from incident_docs.document.header import write_notification
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.document.text import Text
from incident_docs.edits.cell_text import plain_cell
from incident_docs.errors import IncidentDocsError
from incident_docs.format.wording import join_words
from incident_docs.reading.blank_out import blank_out
from incident_docs.reading.clean_addresses import clean_addresses
from incident_docs.reading.placeholders import placeholders_in
from incident_docs.reading.prose import without_comments
from incident_docs.reading.unwritten import is_unwritten


def notification_text(document: Document, path: str, update: str = "") -> str:
    """Write the four lines of an incident, and what is new in a fifth.

    `path` is what people know the file by. Raises IncidentDocsError if a part holds a secret or personal data, or if the
    status cannot be read.
    """
    status = document.status
    if status is None:
        raise IncidentDocsError(
            f"{path}: its status cannot be read, and a notification tells it; incident-docs lint says more"
        )
    # No mark of a confidential part stands outside of the body.
    public = parse(redact_page("\n".join(document.lines), path).text, format=document.format)
    title, impact = _written(document.title, document), _written(public.impact, public)
    for part, words in (("title", title), ("impact", impact), ("update", update)):
        _refuse_secrets(part, words, path)
    severity = document.severity.id if document.severity else document.format.labels.not_yet_known
    lines = write_notification(title, severity, impact, status)
    return f"{lines}Update: {_one_line(update)}\n" if update else lines


def refuse_internal(document: Document, path: str) -> None:
    """Raise IncidentDocsError if the whole incident is confidential: its notification is not to be sent by itself."""
    if is_confidential_incident("\n".join(document.lines), path, (), document.format):
        raise IncidentDocsError(f"{path} is internal, so nothing of it is sent; without --send, the lines are printed")


def told_event(channels: Sequence[str], document: Document, update: str = "") -> str:
    """Write the event of the timeline row that tells of a notification: `Notified incidents: Mitigating`."""
    status = document.status.notification if document.status else document.format.labels.not_yet_known
    told = f"{document.format.labels.notified} {join_words(channels)}: {status}"
    return f"{told}. {_one_line(update)}" if update else told


def _written(text: str, document: Document) -> str:
    """The text on one line; where nothing is written yet, that is said."""
    unknown = document.format.labels.not_yet_known
    words = _one_line(without_comments(text))
    if is_unwritten(words, document):
        return unknown
    for placeholder in reversed(placeholders_in(Text(words, 1))):
        start, end = placeholder.column - 1, placeholder.end_column - 1
        words = f"{words[:start]}({unknown}){words[end:]}"
    return words


def _one_line(text: str) -> str:
    return " ".join(plain_cell(text).split())


def _refuse_secrets(part: str, words: str, path: str) -> None:
    kinds = blank_out(words).kinds
    if not kinds and clean_addresses(words) != words:
        kinds = ("an address that lets its readers in",)
    if kinds:
        place = "the update" if part == "update" else f"{path}: the {part}"
        raise IncidentDocsError(f"{place} has what looks like {join_words(kinds)}; take it out, then notify")
