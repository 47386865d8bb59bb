"""A value of the frontmatter to what is wrong with it, by the kind of its field.

Each part that is wrong comes with a message that says what to write.  Nothing is said of an empty value as a whole.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.format.fields import Field, Kind
from incident_docs.reading.field_checks.as_written import Fault
from incident_docs.reading.field_checks.moment_fields import date, moment
from incident_docs.reading.field_checks.plain_fields import boolean, number, text, texts
from incident_docs.reading.field_checks.record_fields import postmortem, sources
from incident_docs.reading.field_checks.word_fields import choice, severity, status, strategies, zone

_Check: TypeAlias = Callable[[Field, Value, Document], Iterator[Fault]]

_CHECKS: Mapping[Kind, _Check] = MappingProxyType(
    {
        Kind.TEXT: text,
        Kind.TEXTS: texts,
        Kind.TIME: moment,
        Kind.SEVERITY: severity,
        Kind.STATUS: status,
        Kind.STRATEGIES: strategies,
        Kind.ZONE: zone,
        Kind.IDS: texts,
        Kind.SOURCES: sources,
        Kind.POSTMORTEM: postmortem,
        Kind.CHOICE: choice,
        Kind.NUMBER: number,
        Kind.BOOLEAN: boolean,
        Kind.DATE: date,
    }
)


def faults(field: Field, value: Value, document: Document) -> Iterator[Fault]:
    """The parts of a field's value that are not what its kind asks for, each with what to do."""
    return _CHECKS[field.kind](field, value, document)
