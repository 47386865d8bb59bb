"""Check a value of the frontmatter that is one text, number, word or time, or a list of them."""

import re
from collections.abc import Collection, Iterator

from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.document.times import read_iso_date, read_moment, time_zone
from incident_docs.document.yaml_text import yaml_scalar
from incident_docs.format.fields import UNPUBLISHABLE, Field
from incident_docs.format.samples import sample_field
from incident_docs.format.wording import ALIKE, nearest_word, only_letters, suggest_word
from incident_docs.reading.as_written import FieldFault, check_is_list, check_is_text, in_same_quotes, value_as_written
from incident_docs.reading.lenient_date import date_in_format, has_offset, looks_like_moment, moment_in_format

_DIGITS = re.compile(r"\d+")
_LEVEL = re.compile(r"\W*(?:s|sev|severity|p|prio|priority|level)?[\W_]*\d+\W*", re.IGNORECASE)


def check_text(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """Check one text; the title is one line."""
    fault = check_is_text(field.key, value, document)
    if fault:
        yield fault
    elif field.key == "title" and "\n" in str(value.data).strip():
        yield FieldFault(value, "title runs over several lines; write it on one")


def check_texts(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """Check a list of texts."""
    yield from check_is_list(field, value, document, str, is_listed=False)
    for item in value.data if isinstance(value.data, list) else ():
        fault = check_is_text(f"an item of {field.key}", item, document)
        if fault:
            yield fault


def check_number(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """Check a number."""
    if isinstance(value.data, bool) or not isinstance(value.data, (int, float)):
        message = f"{field.key} is {value_as_written(value, document)}; write a number, as in {sample_field(field, document.format)}"
        yield FieldFault(value, message)


def check_boolean(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """Check what must be true or false."""
    if not isinstance(value.data, bool):
        yield FieldFault(value, f"{field.key} is {value_as_written(value, document)}; write true or false")


def check_moment(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """Check an RFC 3339 date-time with an offset; for some, in a document with sources, also `not published`."""
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
        is_offset_written = has_offset(written)
        what = "is not in the form of RFC 3339" if is_offset_written else "has no offset"
        message = f"{field.key} {written} {what}; write {strict}"
        return FieldFault(value, message, in_same_quotes(value, strict, document), is_offset_written)
    if looks_like_moment(written):
        return FieldFault(value, f"{field.key} is {written}, a day or time that there is not; correct it")
    day = date_in_format(written)
    if day is not None:
        message = f"{field.key} {written} has no time of day; write one with an offset, as in {day}T14:02:00Z"
        return FieldFault(value, message)
    example = sample_field(field, document.format)
    return FieldFault(value, f"{field.key} is {written}; write a date and time with an offset, as in {example}")


def check_date(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """Check an ISO date."""
    written = value_as_written(value, document)
    if isinstance(value.data, str) and read_iso_date(value.data) is not None:
        return
    day = date_in_format(written)
    if day is not None:
        yield FieldFault(value, f"{field.key} is {written}; write {day}", in_same_quotes(value, day, document))
    else:
        yield FieldFault(value, f"{field.key} is {written}; write a date, as in {sample_field(field, document.format)}")


def check_severity(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """Check the id of a severity."""
    known = document.format.severity
    word = value_as_written(value, document)
    # `sev1` and `1` look like no id, but bear the number of one.
    digits = _DIGITS.findall(word)
    numbered = [id for id in known if digits and _DIGITS.findall(id) == digits]
    meant = numbered[0] if len(numbered) == 1 else None
    for fault in _one_of(field.key, value, document, known, meant):
        yield fault._replace(is_safe=fault.is_safe or (meant is not None and _LEVEL.fullmatch(word) is not None))


def check_status(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """Check the id of a status."""
    yield from _one_of(field.key, value, document, document.format.status)


def check_choice(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """Check that it is one of the field's choices."""
    yield from _one_of(field.key, value, document, field.choices)


def check_strategies(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """Check a list of ids of strategies."""
    known = document.format.strategy
    by_letters = {only_letters(id): id for id in known}
    yield from check_is_list(field, value, document, lambda word: by_letters.get(only_letters(word)), is_listed=True)
    for item in value.data if isinstance(value.data, list) else ():
        yield from _one_of(field.key, item, document, known)


def check_zone(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """Check the IANA name of a time zone."""
    fault = check_is_text(field.key, value, document)
    if fault:
        yield fault
    elif time_zone(str(value.data)) is None:
        from zoneinfo import available_timezones  # noqa: PLC0415 - most incidents name no zone, and none that is not there

        # Short names such as PST are like several others, which are hours away.
        near = nearest_word(str(value.data).strip(), available_timezones(), ALIKE)
        message = f"there is no time zone {value_as_written(value, document)}"
        if near:
            yield _respelt(value, f"{message}; did you mean {near}?", near, document)
        else:
            yield FieldFault(value, f"{message}; write an IANA name such as Europe/Berlin")


def _one_of(
    name: str, value: Value, document: Document, known: Collection[str], meant: str | None = None
) -> Iterator[FieldFault]:
    """What is wrong where one of a few words is due; `meant` is the one that is probably meant if it is none of them."""
    if isinstance(value.data, str) and value.data in known:
        return
    word = value_as_written(value, document)
    # A number that is among the words only lacks its quotes.
    fault = check_is_text(name, value, document)
    if fault and (isinstance(value.data, (list, dict)) or value.is_empty or word in known):
        yield fault
        return
    near = meant or nearest_word(word, known)
    message = f"there is no {name} {word}; {f'did you mean {near}?' if near else suggest_word(word, known)}"
    yield _respelt(value, message, near, document) if near else FieldFault(value, message)


def _respelt(value: Value, message: str, right: str, document: Document) -> FieldFault:
    """Another word is due, which is a guess unless only case, space or punctuation differ."""
    written = in_same_quotes(value, right, document)
    written = yaml_scalar(right, in_list=True) if written == right else written
    return FieldFault(value, message, written, only_letters(value_as_written(value, document)) == only_letters(right))
