"""Say what the files for programs tell of an incident: its record, and where its page and file are."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.format.definition import Format
from incident_docs.insight.incident_record import incident_fields
from incident_docs.insight.record_fields import TEXT, TEXT_OR_NULL, Field


class PageSource(NamedTuple):
    """An incident, and where its page and file are."""

    document: Document
    path: str
    """Of its page, as part of an address, seen from the site's root."""
    data: str
    """Of its own file, likewise."""
    address: str
    """Of the site; empty if nobody said so."""


def page_fields(format: Format) -> tuple[Field[PageSource], ...]:
    """Make the table of an incident's object on a site."""
    return (*_of_record(format), *_PLACES)


def _of_record(format: Format) -> Iterator[Field[PageSource]]:
    for field in incident_fields(format):
        yield Field(field.name, field.meaning, field.shape, _of_document(field.value))


def _of_document(value: Callable[[Document], object]) -> Callable[[PageSource], object]:
    return lambda source: value(source.document)


_PLACES: tuple[Field[PageSource], ...] = (
    Field("path", "Of its page, seen from the site's root.", TEXT, lambda source: source.path),
    Field("data", "Of its own file, which has its timeline too, likewise.", TEXT, lambda source: source.data),
    Field(
        "url",
        "Of its page. Null if nobody said where the site is served.",
        TEXT_OR_NULL,
        lambda source: source.address + source.path if source.address else None,
    ),
)
