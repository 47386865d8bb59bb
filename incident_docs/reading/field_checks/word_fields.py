"""Values that must be among a few words."""

import re
from collections.abc import Collection, Iterator

from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.document.times import time_zone
from incident_docs.document.yaml_text import yaml_scalar
from incident_docs.format.fields import Field
from incident_docs.format.wording import ALIKE, nearest_word, only_letters, suggest_word
from incident_docs.reading.field_checks.as_written import (
    FieldFault,
    check_is_list,
    check_is_text,
    in_same_quotes,
    value_as_written,
)

_DIGITS = re.compile(r"\d+")
_LEVEL = re.compile(r"\W*(?:s|sev|severity|p|prio|priority|level)?[\W_]*\d+\W*", re.IGNORECASE)


def check_severity(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """The id of a severity."""
    known = document.format.severity
    word = value_as_written(value, document)
    # `sev1` and `1` look like no id, but bear the number of one.
    digits = _DIGITS.findall(word)
    numbered = [id for id in known if digits and _DIGITS.findall(id) == digits]
    meant = numbered[0] if len(numbered) == 1 else None
    for fault in _one_of(field.key, value, document, known, meant):
        yield fault._replace(is_safe=fault.is_safe or (meant is not None and _LEVEL.fullmatch(word) is not None))


def check_status(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """The id of a status."""
    yield from _one_of(field.key, value, document, document.format.status)


def check_choice(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """One of the field's choices."""
    yield from _one_of(field.key, value, document, field.choices)


def check_strategies(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """A list of ids of strategies."""
    known = document.format.strategy
    by_letters = {only_letters(id): id for id in known}
    yield from check_is_list(field, value, document, lambda word: by_letters.get(only_letters(word)), is_listed=True)
    for item in value.data if isinstance(value.data, list) else ():
        yield from _one_of(field.key, item, document, known)


def check_zone(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """The IANA name of a time zone."""
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
