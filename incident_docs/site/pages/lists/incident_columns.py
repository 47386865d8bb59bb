"""Name the columns of a list of incidents: its usual ones, and any field that an organisation asks for."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import NamedTuple

from incident_docs.format.definition import Format
from incident_docs.format.fields import Field, FieldKind
from incident_docs.insight.postmortems import POSTMORTEM_STATES
from incident_docs.site.pages.field_text import field_label


class Column(NamedTuple):
    """One column, and how the browser sorts by it."""

    key: str
    label: str
    is_field: bool = False
    by: str = ""
    """What a field's values are sorted as: numbers, times or words; empty if all of them are listed."""
    values: tuple[str, ...] = ()
    """What can stand in it, in the order in which it is sorted."""

    @property
    def css_class(self) -> str:
        return "idoc-field" if self.is_field else f"idoc-{self.key}"


_USUAL = MappingProxyType(
    {
        column.key: column
        for column in (
            Column("date", "Date"),
            Column("severity", "Severity"),
            Column("title", "Incident"),
            Column("duration", "Duration"),
            Column("actions", "Actions done"),
            Column("postmortem", "Postmortem", values=POSTMORTEM_STATES),
        )
    }
)
_BY = MappingProxyType({FieldKind.NUMBER: "number", FieldKind.TIME: "time", FieldKind.DATE: "time"})


def columns(keys: Iterable[str], format: Format) -> tuple[Column, ...]:
    """Give the columns of these names, in their order; what the format has no field for is left out."""
    return tuple(
        _USUAL[key] if key in _USUAL else _field_column(format.field[key], format)
        for key in keys
        if key in _USUAL or key in format.field
    )


def _field_column(field: Field, format: Format) -> Column:
    values = _values(field, format)
    by = "" if values else _BY.get(field.kind, "words")
    return Column(field.key, field_label(field.key), is_field=True, by=by, values=values)


def _values(field: Field, format: Format) -> tuple[str, ...]:
    if field.kind is FieldKind.SEVERITY:
        return tuple(severity.id for severity in format.severities)
    if field.kind is FieldKind.STATUS:
        return tuple(status.label for status in format.statuses)
    return ("yes", "no") if field.kind is FieldKind.BOOLEAN else field.choices
