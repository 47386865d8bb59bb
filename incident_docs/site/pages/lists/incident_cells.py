"""An incident to the cells of its row in the list of incidents."""

from collections.abc import Sequence
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.document.times import read_moment
from incident_docs.format import fields as format_fields
from incident_docs.format.fields import FieldKind
from incident_docs.insight.actions import Item, Progress
from incident_docs.insight.postmortems import owes_postmortem, postmortem_state
from incident_docs.site.pages import dates, fields, marks
from incident_docs.site.pages.html import escape

_SERVICES_WIDTH = 58


class Row(NamedTuple):
    """What the cells are made of."""

    document: Document
    address: str
    """Of the incident's page."""
    items: Sequence[Item]
    progress: Progress
    columns: tuple[str, ...]
    """What else the row shows, so that nothing is said twice."""


def date(row: Row) -> str:
    """The day on which it began, in the document's zone."""
    started = row.document.times.get("started")
    if started is None:
        return _quiet("not recorded")
    return f"<time>{started.at.astimezone(row.document.zone).date().isoformat()}</time>"


def severity(row: Row) -> str:
    """How bad it was."""
    found = row.document.severity
    return marks.severity(found, row.document.format, brief=True) if found else _quiet("not recorded")


def title(row: Row) -> str:
    """The way to its page; under it what is affected, and how far the response is unless it is over."""
    document = row.document
    # Calm rows make the open incident visible.
    is_open = document.status is not None and not document.is_resolved and "status" not in row.columns
    status = f"{marks.status(document.status)} " if document.status and is_open else ""
    services = "" if "services" in row.columns else escape(_services(document.texts("services")))
    under = f'<span class="idoc-under">{status}{services}</span>' if status or services else ""
    return f'<a href="{escape(row.address)}">{escape(document.title or document.id)}</a>{under}'


def _services(names: Sequence[str]) -> str:
    """As many as fit, and how many do not."""
    width, fitting = -2, 0
    for name in names:
        width += len(name) + 2
        if width > _SERVICES_WIDTH and fitting:
            break
        fitting += 1
    more = len(names) - fitting
    return ", ".join(names[:fitting]) + (f" and {more} more" if more else "")


def duration(row: Row) -> str:
    """From its start to its end."""
    document = row.document
    started, resolved = document.times.get("started"), document.times.get("resolved")
    if started is not None and resolved is not None and (length := dates.length(resolved, started)):
        return length
    if _is_known_to_go_on(document):
        return escape(document.format.labels.ongoing)
    written = document.text("resolved")
    return _quiet(written if document.is_unpublished(written) else "not recorded")


def actions(row: Row) -> str:
    """How many of its action items are done."""
    known = row.progress
    if not known.total:
        return _quiet("none yet" if _is_known_to_go_on(row.document) else "none")
    if known.unknown == known.total:
        return _quiet(f"{known.total} unknown")
    overdue = f"{known.overdue} overdue" if known.overdue else ""
    # The browser counts those anew that have a date to keep.
    html = f"{known.done} of {known.total}"
    if any(item.is_open and item.action.due_on for item in row.items):
        html += f' <span class="idoc-overdue">{overdue}</span>'
    return html + (f" {_quiet(f'{known.unknown} unknown')}" if known.unknown else "")


def postmortem(row: Row) -> str:
    """How far its postmortem is."""
    document = row.document
    said = postmortem_state(document)
    if said is not None:
        return f"<b>{said}</b>" if owes_postmortem(document) else said
    if document.is_reconstructed:
        return escape(document.format.labels.not_published)
    return "not yet" if _is_known_to_go_on(document) else "not recorded"


def field(field: format_fields.Field, row: Row) -> str:
    """What it says in a field; nothing if it does not."""
    document, value = row.document, row.document.value(field.key)
    if value is None or value.is_empty:
        return ""
    if field.key == "status" and document.status:
        return marks.status(document.status)
    if field.key == "sources":
        return escape(", ".join(source.title for source in document.sources))
    text = fields.written(value)
    if document.is_unpublished(text):
        return _quiet(text)
    if field.kind is FieldKind.TIME and (moment := read_moment(text)):
        at = moment.at.astimezone(document.zone)
        return dates.stamped(dates.rough(f"{at:%Y-%m-%d %H:%M}", moment.approximate), at)
    return escape(text)


def _is_known_to_go_on(document: Document) -> bool:
    return document.status is not None and not document.is_resolved


def _quiet(text: str) -> str:
    return f'<span class="idoc-secondary">{escape(text)}</span>'
