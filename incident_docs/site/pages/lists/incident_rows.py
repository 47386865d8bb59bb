"""Say what a row of a list shows of an incident, as plain values for a template."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.document.times import read_moment
from incident_docs.format.fields import FieldKind
from incident_docs.insight.actions import ActionProgress, action_items, action_progress
from incident_docs.insight.postmortems import owes_postmortem, postmortem_state
from incident_docs.site.pages import dates
from incident_docs.site.pages.field_text import field_text
from incident_docs.site.pages.lists.incident_columns import Column
from incident_docs.site.pages.marks import SeverityMark, StatusMark, severity_mark, status_mark

_SERVICES_WIDTH = 58


class FieldView(NamedTuple):
    """What a field of the frontmatter says."""

    text: str = ""
    is_quiet: bool = False
    """It says only that nobody knows."""
    instant: str = ""
    """Of a time, for machines."""
    status: StatusMark | None = None


class IncidentRow(NamedTuple):
    """An incident in a list."""

    address: str
    """Of its page; empty if there is none."""
    title: str
    day: str
    """On which it began, in the document's zone, such as `2026-03-04`; empty if nobody wrote it."""
    severity: SeverityMark | None
    status: StatusMark | None
    """How far the response is, under the title; None if it is over or stands in a column."""
    services: str
    """Under the title: as many as fit; empty if they stand in a column."""
    duration: str
    """Empty if it is not known."""
    no_duration: str
    """What stands in its place."""
    progress: ActionProgress
    """Of the action items."""
    due: tuple[str, ...]
    """The dates of those that are open. The browser counts anew which are overdue."""
    is_ongoing: bool
    postmortem: str
    """How far it is."""
    is_owed: bool
    fields: Mapping[str, FieldView]
    """By their keys."""


def incident_row(document: Document, address: str, columns: Sequence[Column], today: date) -> IncidentRow:
    """Make the row of an incident as it stands on this day; what has one of these columns does not stand under the title."""
    keys = {column.key for column in columns}
    started, written = document.times.get("started"), document.text("resolved")
    is_ongoing = document.status is not None and not document.is_resolved
    # Calm rows make the open incident visible.
    status = document.status if is_ongoing and "status" not in keys else None
    return IncidentRow(
        address=address,
        title=document.title or document.id,
        day=started.at.astimezone(document.zone).date().isoformat() if started else "",
        severity=severity_mark(document.severity, document.format) if document.severity else None,
        status=status_mark(status) if status else None,
        services="" if "services" in keys else _services(document.texts("services")),
        duration=_duration(document, is_ongoing=is_ongoing),
        no_duration=written if document.is_unpublished(written) else "not recorded",
        progress=action_progress(document, today),
        due=tuple(
            item.action.due_on.isoformat() for item in action_items([document]) if item.is_open and item.action.due_on
        ),
        is_ongoing=is_ongoing,
        postmortem=_postmortem(document, is_ongoing=is_ongoing),
        is_owed=owes_postmortem(document),
        fields={column.key: _field(document, column.key) for column in columns if column.is_field},
    )


def _services(names: Sequence[str]) -> str:
    width, fitting = -2, 0
    for name in names:
        width += len(name) + 2
        if width > _SERVICES_WIDTH and fitting:
            break
        fitting += 1
    more = len(names) - fitting
    return ", ".join(names[:fitting]) + (f" and {more} more" if more else "")


def _duration(document: Document, *, is_ongoing: bool) -> str:
    started, resolved = document.times.get("started"), document.times.get("resolved")
    if started is not None and resolved is not None and (length := dates.length(resolved, started)):
        return length
    return document.format.labels.ongoing if is_ongoing else ""


def _postmortem(document: Document, *, is_ongoing: bool) -> str:
    found = postmortem_state(document)
    if found is not None:
        return found
    if document.is_reconstructed:
        return document.format.labels.not_published
    return "not yet" if is_ongoing else "not recorded"


def _field(document: Document, key: str) -> FieldView:
    value = document.value(key)
    if value is None or value.is_empty:
        return FieldView()
    if key == "status" and document.status:
        return FieldView(status=status_mark(document.status))
    if key == "sources":
        return FieldView(", ".join(source.title for source in document.sources))
    text = field_text(value)
    if document.is_unpublished(text):
        return FieldView(text, is_quiet=True)
    field = document.format.field.get(key)
    if field and field.kind is FieldKind.TIME and (moment := read_moment(text)):
        at = moment.at.astimezone(document.zone)
        return FieldView(
            dates.rough(f"{at:%Y-%m-%d %H:%M}", moment.approximate), instant=at.isoformat(timespec="seconds")
        )
    return FieldView(text)
