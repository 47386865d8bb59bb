"""Redact an incident's text: give what a public site may make of it, and what must not appear there.

It is a text again, so that whatever is made of it cannot hold more. Where its authors' wish is not clear it is refused:
what might be confidential is not published.
"""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import PurePosixPath
from typing import NamedTuple

from incident_docs.audience import audience_marks, hidden_people, redacted_frontmatter
from incident_docs.audience.cut_parts import Cut, cut_parts
from incident_docs.audience.hidden_ids import hide_ids
from incident_docs.document.frontmatter import read_frontmatter
from incident_docs.document.frontmatter_model import Value
from incident_docs.document.incident_ids import ID
from incident_docs.document.lines import bare_lines
from incident_docs.document.parse import parse
from incident_docs.document.text import Text
from incident_docs.errors import IncidentDocsError
from incident_docs.format.definition import DEFAULT, Format


class LeftOut(NamedTuple):
    """What is left out of every incident, whatever its authors mark."""

    fields: tuple[str, ...] = ()
    """Keys of the frontmatter."""
    owners: bool = False
    """Nobody is named as owner, author or commander."""
    handles: frozenset[str] = frozenset()
    """Of owners, in all incidents, with their `@`."""
    ids: frozenset[str] = frozenset()
    """Of the incidents that are not published at all."""


class RemovedKind(StrEnum):
    """What something was before it was left out."""

    LINE = "line"
    VALUE = "value"
    """Of a field, or the id or the title of a whole incident."""


class Removed(NamedTuple):
    """Something that was left out, and where it stands."""

    text: Text
    kind: RemovedKind = RemovedKind.LINE


class RedactedIncident(NamedTuple):
    """What a public site has of an incident."""

    text: str | None
    """None if the whole incident is confidential."""
    removed: tuple[Removed, ...] = ()


def is_confidential_incident(text: str, path: str, fields: tuple[str, ...], format: Format = DEFAULT) -> bool:
    """Tell whether nothing of the incident may be published. Raises IncidentDocsError where its frontmatter leaves that open."""
    for doubt in redacted_frontmatter.publication_doubts(
        text, (*fields, *hidden_people.KEYS, hidden_people.WRITING), format
    ):
        _refuse(path, doubt.place, doubt.message)
    return redacted_frontmatter.is_confidential(text)


def redact_incident(text: str, path: str, left_out: LeftOut, format: Format = DEFAULT) -> RedactedIncident:
    """Take out of a text all that is confidential; a text that has nothing of the kind stays the same, byte for byte.

    `path` is what an author knows the file by. Raises IncidentDocsError, with the place, where it is not clear what is confidential.
    """
    if is_confidential_incident(text, path, left_out.fields, format):
        return RedactedIncident(None, tuple(_whole(text, path)))
    found = redact_page(text, path)
    fields = (*left_out.fields, *(hidden_people.KEYS if left_out.owners else ()))
    rest, values = redacted_frontmatter.without_fields(found.text, fields)
    if left_out.owners:
        rest = hidden_people.hide_people(rest, left_out.handles, format)
    rest = hide_ids(rest, left_out.ids)
    if rest is not text and not _is_as_readable(rest, text):
        _refuse(
            path,
            Text("", 1),
            "the frontmatter cannot be read without its internal fields; something else in it refers to one",
        )
    removed = [Removed(line) for line in found.removed]
    # Names are looked for by their handles: many a name is a common word too.
    removed += [_value(value) for value, key in values if key in left_out.fields]
    return RedactedIncident(rest, tuple(removed))


def redact_page(text: str, path: str) -> Cut:
    """Take the confidential parts out of any page. Raises IncidentDocsError, with the place, for a mark that makes none."""
    if not audience_marks.may_have_marks(text):
        return Cut(text, ())
    document = parse(text)
    found = audience_marks.find_marked_parts(document)
    for fault in (*found.faults, *audience_marks.misplaced_marks(document)):
        _refuse(path, fault.mark, fault.message)
    return cut_parts(text, found.parts)


def _refuse(path: str, place: Text, message: str) -> None:
    raise IncidentDocsError(f"{path}:{place.line}:{place.column}: {message}")


def _is_as_readable(rest: str, text: str) -> bool:
    return read_frontmatter(bare_lines(rest)).is_readable == read_frontmatter(bare_lines(text)).is_readable


def _whole(text: str, path: str) -> Iterator[Removed]:
    bare = bare_lines(text)
    read = read_frontmatter(bare)
    id = PurePosixPath(path).stem
    if ID.fullmatch(id):
        yield Removed(Text(id, 1), RemovedKind.VALUE)
    title = read.values.get("title")
    if title is not None:
        yield _value(title)
    yield from (Removed(Text(line, number)) for number, line in enumerate(bare[read.end :], read.end + 1))


def _value(value: Value) -> Removed:
    return Removed(Text(_words(value.plain), value.line, value.column), RemovedKind.VALUE)


def _words(plain: object) -> str:
    if isinstance(plain, dict):
        plain = list(plain.values())
    if isinstance(plain, list):
        return "\n".join(_words(item) for item in plain)
    return "" if plain is None or isinstance(plain, bool) else str(plain)
