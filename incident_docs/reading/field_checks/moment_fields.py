"""Values that are points in time: date-times with an offset, and dates."""

from collections.abc import Iterator

from incident_docs.document import times
from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.document.parse import iso_date
from incident_docs.format.fields import UNPUBLISHABLE, Field
from incident_docs.format.samples import sample
from incident_docs.reading import lenient_date as loose_date
from incident_docs.reading import lenient_moment as loose_moment
from incident_docs.reading.field_checks.as_written import Fault, instead_of, said


def moment(field: Field, value: Value, document: Document) -> Iterator[Fault]:
    """An RFC 3339 date-time with an offset; for some, in a document with sources, also `not published`."""
    written = said(value, document)
    if written.casefold() == document.format.labels.not_published.casefold():
        if field.key not in UNPUBLISHABLE:
            message = f"{field.key} is {written}; write a time, with ~ before it if it is known only roughly"
            yield Fault(value, message)
        elif document.value("sources") is None:
            message = f"{field.key} is {written}, which is for documents with sources; write the time, or remove it"
            yield Fault(value, message)
    elif not isinstance(value.data, str) or times.moment(value.data) is None:
        yield _unreadable(field, value, written, document)


def _unreadable(field: Field, value: Value, written: str, document: Document) -> Fault:
    strict = loose_moment.strict(written, document.zone)
    if strict is not None:
        has_offset = loose_moment.has_offset(written)
        what = "is not in the form of RFC 3339" if has_offset else "has no offset"
        message = f"{field.key} {written} {what}; write {strict}"
        return Fault(value, message, instead_of(value, strict, document), has_offset)
    if loose_moment.is_like_one(written):
        return Fault(value, f"{field.key} is {written}, a day or time that there is not; correct it")
    day = loose_date.iso(written)
    if day is not None:
        message = f"{field.key} {written} has no time of day; write one with an offset, as in {day}T14:02:00Z"
        return Fault(value, message)
    example = sample(field, document.format)
    return Fault(value, f"{field.key} is {written}; write a date and time with an offset, as in {example}")


def date(field: Field, value: Value, document: Document) -> Iterator[Fault]:
    """An ISO date."""
    written = said(value, document)
    if isinstance(value.data, str) and iso_date(value.data) is not None:
        return
    day = loose_date.iso(written)
    if day is not None:
        yield Fault(value, f"{field.key} is {written}; write {day}", instead_of(value, day, document))
    else:
        yield Fault(value, f"{field.key} is {written}; write a date, as in {sample(field, document.format)}")
