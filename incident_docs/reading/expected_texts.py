"""Work out what a document's headings and its Duration line must say, from its frontmatter and the format."""

from collections.abc import Iterator
from typing import NamedTuple

from incident_docs.document import header
from incident_docs.document.header import duration_text
from incident_docs.document.model import Document, Heading
from incident_docs.document.readings import read_once
from incident_docs.document.text import Text
from incident_docs.document.times import time_zone
from incident_docs.format.sections import HALF_LEVEL, SECTION_LEVEL, FormatSection, Half
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.frontmatter_keys import is_empty_value


class ExpectedHeading(NamedTuple):
    """One heading that the format asks for."""

    heading: str
    """As it must be written: `#### Timeline`."""
    found: tuple[Text, ...]
    """Where it stands, in either half; more than one if in both."""
    since: Stage | None
    """The stage from which it must be there; None if only its place is fixed."""
    section: FormatSection | None = None
    """None for the title, status and severity, and for the heading of the postmortem."""
    opens_postmortem: bool = False
    is_determined: bool = True
    """The frontmatter determines its words."""


@read_once
def expected_headings(document: Document) -> tuple[ExpectedHeading, ...]:
    """List what must stand: title, status, severity, response sections, the postmortem's heading and its sections."""
    postmortem = tuple(_sections(document, Half.POSTMORTEM))
    return (*_header(document), *_sections(document, Half.RESPONSE), _half(document, postmortem), *postmortem)


def _header(document: Document) -> Iterator[ExpectedHeading]:
    head, labels = document.header, document.format.labels
    title = header.title_text(document.title, document.format) if document.title else None
    status = header.status_text(document.status, document.format) if document.status else None
    severity = header.severity_text(document.severity, document.format) if document.severity else None
    yield _of_header(labels.title, title, HALF_LEVEL, head.title)
    yield _of_header(labels.status, status, SECTION_LEVEL, head.status)
    yield _of_header(labels.severity, severity, SECTION_LEVEL, head.severity)


def _of_header(label: str, words: str | None, level: int, found: Heading | None) -> ExpectedHeading:
    heading = f"{'#' * level} {words or f'{label}: ...'}"
    return ExpectedHeading(heading, (found.text,) if found else (), Stage.ACTIVE, is_determined=words is not None)


def _sections(document: Document, half: Half) -> Iterator[ExpectedHeading]:
    for section in document.format.sections:
        if section.half is half and section.demanded_from is not None:
            heading = f"{'#' * SECTION_LEVEL} {section.heading}"
            yield ExpectedHeading(heading, tuple(_places(document, section)), section.demanded_from, section)


def _places(document: Document, section: FormatSection) -> Iterator[Text]:
    """The first in each half."""
    halves = set()
    for found in document.sections:
        if found.known is not None and found.known.id == section.id and found.half not in halves:
            halves.add(found.half)
            yield found.heading


def _half(document: Document, postmortem: tuple[ExpectedHeading, ...]) -> ExpectedHeading:
    """The heading of the postmortem, due as soon as there is or must be a section under it."""
    stages = [Stage.ACTIVE if each.found else each.since for each in postmortem]
    since = min((stage for stage in stages if stage is not None), default=None)
    heading = f"{'#' * HALF_LEVEL} {document.format.labels.postmortem}"
    return ExpectedHeading(heading, document.halves[:1], since, opens_postmortem=True)


def expected_duration(document: Document) -> str | None:
    """Write what the Duration line must say; None where the times are not known or contradict each other."""
    if not _is_duration_known(document):
        return None
    is_unpublished = document.is_unpublished(document.text("resolved"))
    return duration_text(document.times, document.format, document.zone, is_unpublished=is_unpublished)


def _is_duration_known(document: Document) -> bool:
    if "started" not in document.times or time_zone(document.text("timezone") or "UTC") is None:
        return False
    if "resolved" in document.times:
        return document.duration is not None
    resolved = document.value("resolved")
    if resolved is None or is_empty_value(resolved):
        return not document.is_resolved
    return document.is_unpublished(document.text("resolved"))
