"""Values that are points in time: date-times with an offset, and dates."""

from collections.abc import Iterator

from incident_docs.document import loose_date, loose_moment, times
from incident_docs.document.frontmatter import Value
from incident_docs.document.model import Document
from incident_docs.document.parse import iso_date
from incident_docs.document.values.written import said
from incident_docs.format.fields import UNPUBLISHABLE, Field
from incident_docs.format.samples import sample


def moment(field: Field, value: Value, document: Document) -> Iterator[tuple[Value, str]]:
    """An RFC 3339 date-time with an offset; for some, in a document with sources, also `not published`."""
    written = said(value, document)
    if written.casefold() == document.format.labels.not_published.casefold():
        if field.key not in UNPUBLISHABLE:
            yield value, f"{field.key} is {written}; write a time, with ~ before it if it is known only roughly"
        elif document.value("sources") is None:
            yield value, f"{field.key} is {written}, which is for documents with sources; write the time, or remove it"
    elif not isinstance(value.data, str) or times.moment(value.data) is None:
        yield value, _mend(field, written, document)


def _mend(field: Field, written: str, document: Document) -> str:
    strict = loose_moment.strict(written, document.zone)
    if strict is not None:
        what = "is not in the form of RFC 3339" if loose_moment.has_offset(written) else "has no offset"
        return f"{field.key} {written} {what}; write {strict}"
    if loose_moment.is_like_one(written):
        return f"{field.key} is {written}, a day or time that there is not; correct it"
    day = loose_date.iso(written)
    if day is not None:
        return f"{field.key} {written} has no time of day; write one with an offset, as in {day}T14:02:00Z"
    example = sample(field, document.format)
    return f"{field.key} is {written}; write a date and time with an offset, as in {example}"


def date(field: Field, value: Value, document: Document) -> Iterator[tuple[Value, str]]:
    """An ISO date."""
    written = said(value, document)
    if not isinstance(value.data, str) or iso_date(value.data) is None:
        day = loose_date.iso(written)
        mend = f"write {day}" if day else f"write a date, as in {sample(field, document.format)}"
        yield value, f"{field.key} is {written}; {mend}"
