"""Values that are points in time: date-times with an offset, and dates."""

from collections.abc import Iterator

from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.document.parse import read_iso_date
from incident_docs.document.times import read_moment
from incident_docs.format.fields import UNPUBLISHABLE, Field
from incident_docs.format.samples import sample_field
from incident_docs.reading import lenient_moment as loose_moment
from incident_docs.reading.field_checks.as_written import FieldFault, in_same_quotes, value_as_written
from incident_docs.reading.lenient_date import date_in_format
from incident_docs.reading.lenient_moment import looks_like_moment, moment_in_format


def check_moment(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """An RFC 3339 date-time with an offset; for some, in a document with sources, also `not published`."""
    written = value_as_written(value, document)
    if written.casefold() == document.format.labels.not_published.casefold():
        if field.key not in UNPUBLISHABLE:
            message = f"{field.key} is {written}; write a time, with ~ before it if it is known only roughly"
            yield FieldFault(value, message)
        elif document.value("sources") is None:
            message = f"{field.key} is {written}, which is for documents with sources; write the time, or remove it"
            yield FieldFault(value, message)
    elif not isinstance(value.data, str) or read_moment(value.data) is None:
        yield _unreadable(field, value, written, document)


def _unreadable(field: Field, value: Value, written: str, document: Document) -> FieldFault:
    strict = moment_in_format(written, document.zone)
    if strict is not None:
        has_offset = loose_moment.has_offset(written)
        what = "is not in the form of RFC 3339" if has_offset else "has no offset"
        message = f"{field.key} {written} {what}; write {strict}"
        return FieldFault(value, message, in_same_quotes(value, strict, document), has_offset)
    if looks_like_moment(written):
        return FieldFault(value, f"{field.key} is {written}, a day or time that there is not; correct it")
    day = date_in_format(written)
    if day is not None:
        message = f"{field.key} {written} has no time of day; write one with an offset, as in {day}T14:02:00Z"
        return FieldFault(value, message)
    example = sample_field(field, document.format)
    return FieldFault(value, f"{field.key} is {written}; write a date and time with an offset, as in {example}")


def check_date(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """An ISO date."""
    written = value_as_written(value, document)
    if isinstance(value.data, str) and read_iso_date(value.data) is not None:
        return
    day = date_in_format(written)
    if day is not None:
        yield FieldFault(value, f"{field.key} is {written}; write {day}", in_same_quotes(value, day, document))
    else:
        yield FieldFault(value, f"{field.key} is {written}; write a date, as in {sample_field(field, document.format)}")
