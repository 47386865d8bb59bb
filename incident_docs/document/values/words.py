"""Values that must be among a few words."""

import re
from collections.abc import Collection, Iterator
from zoneinfo import available_timezones

from incident_docs.document import times
from incident_docs.document.frontmatter import Value
from incident_docs.document.model import Document
from incident_docs.document.values.written import not_a_list, not_a_text, said
from incident_docs.document.wording import closest, instead
from incident_docs.format.fields import Field

_DIGITS = re.compile(r"\d+")


def severity(field: Field, value: Value, document: Document) -> Iterator[tuple[Value, str]]:
    """The id of a severity."""
    known = document.format.severity
    # `sev1` and `1` look like no id, but bear the number of one.
    digits = _DIGITS.findall(said(value, document))
    numbered = [id for id in known if digits and _DIGITS.findall(id) == digits]
    meant = numbered[0] if len(numbered) == 1 else None
    yield from _one_of(field.key, value, document, known, meant)


def status(field: Field, value: Value, document: Document) -> Iterator[tuple[Value, str]]:
    """The id of a status."""
    yield from _one_of(field.key, value, document, document.format.status)


def choice(field: Field, value: Value, document: Document) -> Iterator[tuple[Value, str]]:
    """One of the field's choices."""
    yield from _one_of(field.key, value, document, field.choices)


def strategies(field: Field, value: Value, document: Document) -> Iterator[tuple[Value, str]]:
    """A list of ids of strategies."""
    message = not_a_list(field, value, document)
    if message:
        yield value, message
    for item in value.data if isinstance(value.data, list) else ():
        yield from _one_of(field.key, item, document, document.format.strategy)


def zone(field: Field, value: Value, document: Document) -> Iterator[tuple[Value, str]]:
    """The IANA name of a time zone."""
    message = not_a_text(field.key, value, document)
    name = said(value, document)
    if message:
        yield value, message
    elif times.zone(str(value.data)) is None:
        # Short names such as PST are like several others, which are hours away.
        near = closest(str(value.data).strip(), available_timezones(), likeness=0.8)
        mend = f"did you mean {near}?" if near else "write an IANA name such as Europe/Berlin"
        yield value, f"there is no time zone {name}; {mend}"


def _one_of(
    name: str, value: Value, document: Document, known: Collection[str], meant: str | None = None
) -> Iterator[tuple[Value, str]]:
    """What is wrong where one of a few words is due; `meant` is the one that is surely meant if it is none of them."""
    if isinstance(value.data, str) and value.data in known:
        return
    word = said(value, document)
    # A number that is among the words only lacks its quotes.
    message = not_a_text(name, value, document)
    if message and (isinstance(value.data, (list, dict)) or value.is_empty or word in known):
        yield value, message
    else:
        mend = f"did you mean {meant}?" if meant else instead(word, known)
        yield value, f"there is no {name} {word}; {mend}"
