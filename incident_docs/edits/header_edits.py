"""Set the status of an incident in the frontmatter and in the header, and write what else the header says."""

from collections.abc import Iterator, Mapping

from incident_docs.document.edit import Edit, apply_edits, insert_lines, replace_text
from incident_docs.document.header import status_text
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.document.text import Text
from incident_docs.document.times import Moment
from incident_docs.edits.frontmatter_fields import set_fields
from incident_docs.errors import CannotEdit
from incident_docs.reading.expected_texts import expected_duration


def set_status(document: Document, status: str, times: Mapping[str, Moment | None] | None = None) -> tuple[Edit, ...]:
    """Set the status, by its id, and times such as `resolved`; those that are None are taken out.

    The heading of the status and the Duration line follow. Where one of them is not there, it is not added.
    """
    known = document.format.status.get(status)
    if known is None:
        raise CannotEdit(f"there is no status {status}")
    edits = set_fields(document, {"status": status, **(times or {})})
    after = parse(apply_edits("\n".join(document.lines), edits), format=document.format)
    return *edits, *_header(document, status_text(known, document.format), expected_duration(after))


def _header(document: Document, status: str, duration: str | None) -> Iterator[Edit]:
    header = document.header
    if header.status is not None:
        yield from set_header_value(header.status.value, status.partition(":")[2].strip(), document)
    if header.duration is not None and duration is not None:
        yield from set_header_value(header.duration, duration, document)


def set_header_value(place: Text, value: str, document: Document) -> Iterator[Edit]:
    """Write what stands after a label of the header, such as `Status:`."""
    if place.value != value:
        # Nothing but the colon may stand before it.
        before = document.lines[place.line - 1][: place.column - 1]
        yield replace_text(place, value if before[-1:].isspace() else f" {value}")


def add_duration_line(line: str, document: Document) -> Iterator[Edit]:
    """Put the Duration line under the impact, or under the heading of the severity; without that there is no place."""
    header = document.header
    above = header.impact_lines or ((header.severity.text,) if header.severity else ())
    for place in above[-1:]:
        yield insert_lines(place.line + 1, f"{line}\n")
