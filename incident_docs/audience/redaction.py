"""An incident's text to what a public site may make of it, and to what must not be found there.

It is a text again, so that whatever is made of it cannot hold more. Where its authors' wish is not plain it is refused:
what might be internal is not published.
"""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import PurePosixPath
from typing import NamedTuple

from incident_docs.audience import audience_marks, hidden_people, redacted_frontmatter
from incident_docs.audience.cut_stretches import Cut, cut
from incident_docs.audience.hidden_ids import without_ids
from incident_docs.document.frontmatter import read_frontmatter
from incident_docs.document.frontmatter_model import Value
from incident_docs.document.incident_ids import ID
from incident_docs.document.lines import bare_lines
from incident_docs.document.parse import parse
from incident_docs.document.text import Text
from incident_docs.errors import IncidentDocsError
from incident_docs.format.definition import DEFAULT, Format


class Hidden(NamedTuple):
    """What is left out of every incident, whatever it marks."""

    fields: tuple[str, ...] = ()
    """Keys of the frontmatter."""
    owners: bool = False
    """Nobody is named as owner, author or commander."""
    handles: frozenset[str] = frozenset()
    """Of owners, in all incidents, with their `@`."""
    ids: frozenset[str] = frozenset()
    """Of the incidents that are not published at all."""


class Kind(StrEnum):
    """What something was before it was left out."""

    LINE = "line"
    VALUE = "value"
    """Of a field, or the id or the title of a whole incident."""


class Removed(NamedTuple):
    """Something that was left out, and where it stands."""

    text: Text
    kind: Kind = Kind.LINE


class Published(NamedTuple):
    """What a public site has of an incident."""

    text: str | None
    """None if the whole incident is internal."""
    removed: tuple[Removed, ...] = ()


def is_internal(text: str, path: str, fields: tuple[str, ...], format: Format = DEFAULT) -> bool:
    """Nothing of the incident may be published. Raises IncidentDocsError where its frontmatter leaves that open."""
    for doubt in redacted_frontmatter.doubts(text, (*fields, *hidden_people.KEYS, hidden_people.WRITING), format):
        _refuse(path, doubt.place, doubt.message)
    return redacted_frontmatter.is_internal(text)


def published(text: str, path: str, hidden: Hidden, format: Format = DEFAULT) -> Published:
    """Take out of a text all that is internal; a text that has nothing of the kind stays the same, byte for byte.

    `path` is what an author knows the file by. Raises IncidentDocsError, with the place, where it is not plain what is internal.
    """
    if is_internal(text, path, hidden.fields, format):
        return Published(None, tuple(_whole(text, path)))
    found = without_parts(text, path)
    fields = (*hidden.fields, *(hidden_people.KEYS if hidden.owners else ()))
    rest, values = redacted_frontmatter.without(found.text, fields)
    if hidden.owners:
        rest = hidden_people.without(rest, hidden.handles, format)
    rest = without_ids(rest, hidden.ids)
    if rest is not text and not _is_as_readable(rest, text):
        _refuse(
            path,
            Text("", 1),
            "the frontmatter cannot be read without its internal fields; something else in it refers to one",
        )
    removed = [Removed(line) for line in found.removed]
    # Names are looked for by their handles: many a name is a common word too.
    removed += [_value(value) for value, key in values if key in hidden.fields]
    return Published(rest, tuple(removed))


def without_parts(text: str, path: str) -> Cut:
    """Take the internal parts out of any page. Raises IncidentDocsError, with the place, for a mark that makes none."""
    if not audience_marks.may_have_marks(text):
        return Cut(text, ())
    document = parse(text)
    found = audience_marks.parts(document)
    for fault in (*found.faults, *audience_marks.failed(document)):
        _refuse(path, fault.mark, fault.message)
    return cut(text, found.parts)


def _refuse(path: str, place: Text, message: str) -> None:
    raise IncidentDocsError(f"{path}:{place.line}:{place.column}: {message}")


def _is_as_readable(rest: str, text: str) -> bool:
    return read_frontmatter(bare_lines(rest)).is_readable == read_frontmatter(bare_lines(text)).is_readable


def _whole(text: str, path: str) -> Iterator[Removed]:
    bare = bare_lines(text)
    read = read_frontmatter(bare)
    id = PurePosixPath(path).stem
    if ID.fullmatch(id):
        yield Removed(Text(id, 1), Kind.VALUE)
    title = read.values.get("title")
    if title is not None:
        yield _value(title)
    yield from (Removed(Text(line, number)) for number, line in enumerate(bare[read.end :], read.end + 1))


def _value(value: Value) -> Removed:
    return Removed(Text(_words(value.plain), value.line, value.column), Kind.VALUE)


def _words(plain: object) -> str:
    if isinstance(plain, dict):
        plain = list(plain.values())
    if isinstance(plain, list):
        return "\n".join(_words(item) for item in plain)
    return "" if plain is None or isinstance(plain, bool) else str(plain)
