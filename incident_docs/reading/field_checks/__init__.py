"""A value of the frontmatter to what is wrong with it, by the kind of its field.

Each part that is wrong comes with a message that says what to write.  Nothing is said of an empty value as a whole.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.format.fields import Field, FieldKind
from incident_docs.reading.field_checks.as_written import FieldFault
from incident_docs.reading.field_checks.moment_fields import check_date, check_moment
from incident_docs.reading.field_checks.plain_fields import check_boolean, check_number, check_text, check_texts
from incident_docs.reading.field_checks.record_fields import check_postmortem, check_sources
from incident_docs.reading.field_checks.word_fields import (
    check_choice,
    check_severity,
    check_status,
    check_strategies,
    check_zone,
)

_Check: TypeAlias = Callable[[Field, Value, Document], Iterator[FieldFault]]

_CHECKS: Mapping[FieldKind, _Check] = MappingProxyType(
    {
        FieldKind.TEXT: check_text,
        FieldKind.TEXTS: check_texts,
        FieldKind.TIME: check_moment,
        FieldKind.SEVERITY: check_severity,
        FieldKind.STATUS: check_status,
        FieldKind.STRATEGIES: check_strategies,
        FieldKind.ZONE: check_zone,
        FieldKind.IDS: check_texts,
        FieldKind.SOURCES: check_sources,
        FieldKind.POSTMORTEM: check_postmortem,
        FieldKind.CHOICE: check_choice,
        FieldKind.NUMBER: check_number,
        FieldKind.BOOLEAN: check_boolean,
        FieldKind.DATE: check_date,
    }
)


def field_faults(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """The parts of a field's value that are not what its kind asks for, each with what to do."""
    return _CHECKS[field.kind](field, value, document)
