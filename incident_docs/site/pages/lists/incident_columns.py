"""The columns of the list of incidents: its own, and any field that an organisation asks for."""

from collections.abc import Callable, Iterable
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from incident_docs.format.definition import Format
from incident_docs.format.fields import Field, FieldKind
from incident_docs.insight.postmortems import POSTMORTEM_STATES
from incident_docs.site.pages import fields
from incident_docs.site.pages.lists import incident_cells
from incident_docs.site.pages.lists.incident_cells import Row


class Column(NamedTuple):
    """One column, and how the browser sorts by it."""

    key: str
    label: str
    cell: Callable[[Row], str]
    """What stands in it, as HTML."""
    is_field: bool = False
    by: str | None = None
    """What a field's values are sorted as: numbers, times or words; None if all of them are listed."""
    values: tuple[str, ...] = ()
    """What can stand in it, in the order in which it is sorted."""


_OWN = MappingProxyType(
    {
        column.key: column
        for column in (
            Column("date", "Date", incident_cells.date),
            Column("severity", "Severity", incident_cells.severity),
            Column("title", "Incident", incident_cells.title),
            Column("duration", "Duration", incident_cells.duration),
            Column("actions", "Actions done", incident_cells.actions),
            Column("postmortem", "Postmortem", incident_cells.postmortem, values=POSTMORTEM_STATES),
        )
    }
)
_BY = MappingProxyType({FieldKind.NUMBER: "number", FieldKind.TIME: "time", FieldKind.DATE: "time"})


def columns(keys: Iterable[str], format: Format) -> tuple[Column, ...]:
    """The columns of these names, in their order; what the format has no field for is left out."""
    return tuple(
        _OWN[key] if key in _OWN else _of_field(format.field[key], format)
        for key in keys
        if key in _OWN or key in format.field
    )


def _of_field(field: Field, format: Format) -> Column:
    values = _values(field, format)
    by = None if values else _BY.get(field.kind, "words")
    return Column(field.key, fields.label(field.key), partial(incident_cells.field, field), True, by, values)


def _values(field: Field, format: Format) -> tuple[str, ...]:
    if field.kind is FieldKind.SEVERITY:
        return tuple(severity.id for severity in format.severities)
    if field.kind is FieldKind.STATUS:
        return tuple(status.label for status in format.statuses)
    return ("yes", "no") if field.kind is FieldKind.BOOLEAN else field.choices
