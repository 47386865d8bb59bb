"""Values that must be among a few words."""

import re
from collections.abc import Collection, Iterator

from incident_docs.document import times, yaml_text
from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.format.fields import Field
from incident_docs.reading.field_checks.as_written import Fault, instead_of, not_a_list, not_a_text, said
from incident_docs.reading.wording import closest, instead, letters

_DIGITS = re.compile(r"\d+")
_LEVEL = re.compile(r"\W*(?:s|sev|severity|p|prio|priority|level)?[\W_]*\d+\W*", re.IGNORECASE)


def severity(field: Field, value: Value, document: Document) -> Iterator[Fault]:
    """The id of a severity."""
    known = document.format.severity
    word = said(value, document)
    # `sev1` and `1` look like no id, but bear the number of one.
    digits = _DIGITS.findall(word)
    numbered = [id for id in known if digits and _DIGITS.findall(id) == digits]
    meant = numbered[0] if len(numbered) == 1 else None
    for fault in _one_of(field.key, value, document, known, meant):
        yield fault._replace(is_safe=fault.is_safe or (meant is not None and _LEVEL.fullmatch(word) is not None))


def status(field: Field, value: Value, document: Document) -> Iterator[Fault]:
    """The id of a status."""
    yield from _one_of(field.key, value, document, document.format.status)


def choice(field: Field, value: Value, document: Document) -> Iterator[Fault]:
    """One of the field's choices."""
    yield from _one_of(field.key, value, document, field.choices)


def strategies(field: Field, value: Value, document: Document) -> Iterator[Fault]:
    """A list of ids of strategies."""
    known = document.format.strategy
    by_letters = {letters(id): id for id in known}
    yield from not_a_list(field, value, document, lambda word: by_letters.get(letters(word)), is_listed=True)
    for item in value.data if isinstance(value.data, list) else ():
        yield from _one_of(field.key, item, document, known)


def zone(field: Field, value: Value, document: Document) -> Iterator[Fault]:
    """The IANA name of a time zone."""
    fault = not_a_text(field.key, value, document)
    if fault:
        yield fault
    elif times.zone(str(value.data)) is None:
        from zoneinfo import available_timezones  # noqa: PLC0415 - most incidents name no zone, and none that is not there

        # Short names such as PST are like several others, which are hours away.
        near = closest(str(value.data).strip(), available_timezones(), likeness=0.8)
        message = f"there is no time zone {said(value, document)}"
        if near:
            yield _respelt(value, f"{message}; did you mean {near}?", near, document)
        else:
            yield Fault(value, f"{message}; write an IANA name such as Europe/Berlin")


def _one_of(
    name: str, value: Value, document: Document, known: Collection[str], meant: str | None = None
) -> Iterator[Fault]:
    """What is wrong where one of a few words is due; `meant` is the one that is probably meant if it is none of them."""
    if isinstance(value.data, str) and value.data in known:
        return
    word = said(value, document)
    # A number that is among the words only lacks its quotes.
    fault = not_a_text(name, value, document)
    if fault and (isinstance(value.data, (list, dict)) or value.is_empty or word in known):
        yield fault
        return
    near = meant or closest(word, known)
    message = f"there is no {name} {word}; {f'did you mean {near}?' if near else instead(word, known)}"
    yield _respelt(value, message, near, document) if near else Fault(value, message)


def _respelt(value: Value, message: str, right: str, document: Document) -> Fault:
    """Another word is due, which is a guess unless only case, space or punctuation differ."""
    written = instead_of(value, right, document)
    written = yaml_text.scalar(right, in_list=True) if written == right else written
    return Fault(value, message, written, letters(said(value, document)) == letters(right))
