"""Read in a text's frontmatter whom the incident is for, and take out fields that only the team may read."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from incident_docs.document.edit import Edit, apply_edits
from incident_docs.document.frontmatter import read_frontmatter
from incident_docs.document.frontmatter_model import Frontmatter, FrontmatterFault, Value
from incident_docs.document.lines import bare_lines
from incident_docs.document.text import Text
from incident_docs.format.definition import Format
from incident_docs.format.fields import AUDIENCE, AUDIENCES, CUSTOM_KEY_PREFIX, INTERNAL, PUBLIC
from incident_docs.format.wording import ALIKE, nearest_word

_MEANT = (AUDIENCE, INTERNAL)


class Doubt(NamedTuple):
    """Why nobody can tell whether an incident may be published, or how."""

    place: Text
    message: str


def publication_doubts(text: str, fields: Iterable[str], format: Format) -> Iterator[Doubt]:
    """Find what has to be made clear before the incident can be published. `fields` are the confidential ones."""
    front = _read(text)
    problem = front.problem
    if problem is not None and not front.is_readable and problem.fault is not FrontmatterFault.MISSING:
        message = f"the frontmatter cannot be read, and might say that this is internal: {problem.message}"
        yield Doubt(Text("", problem.line, problem.column), message)
    elif front.end == 0:
        yield from _keys_in_body(bare_lines(text), fields)
    else:
        yield from _doubts_of_audience(front, format)
        for key in _named(front, fields):
            if sum(key.line == other.line for other in _all_keys(front)) > 1:
                yield Doubt(key, f"{key.value} is internal and shares its line with other keys; give it one of its own")


def _doubts_of_audience(front: Frontmatter, format: Format) -> Iterator[Doubt]:
    for key in front.keys.values():
        is_known = key.value in format.field or key.value.startswith(CUSTOM_KEY_PREFIX)
        if not is_known and nearest_word(key.value, _MEANT, ALIKE):
            message = f"there is no key {key.value}; an incident that is not to be published has {AUDIENCE}: {INTERNAL}"
            yield Doubt(key, message)
    for later, first in front.duplicates:
        if later.value == AUDIENCE:
            yield Doubt(later, f"{AUDIENCE} stands in line {first.line} already; leave one of them")
    value = front.values.get(AUDIENCE)
    if value is not None and not value.is_empty and _audience(front) not in AUDIENCES:
        yield Doubt(Text("", value.line, value.column), f"{AUDIENCE} is neither {INTERNAL} nor {PUBLIC}")


def is_confidential(text: str) -> bool:
    """Tell whether the frontmatter says that all of the incident is for the team only."""
    return _audience(_read(text)) == INTERNAL


def without_fields(text: str, fields: Iterable[str]) -> tuple[str, tuple[tuple[Value, str], ...]]:
    """Take these fields out of a text; give the rest, and what their values were, each with its key."""
    front = _read(text)
    gone = list(_named(front, fields))
    if not gone:
        return text, ()
    removed = tuple((front.values[key], key) for key in dict.fromkeys(key.value for key in gone))
    return apply_edits(text, (_replaced(front, key, "") for key in gone)), removed


def rewrite_fields(text: str, values: Mapping[str, object]) -> str:
    """Give keys that a text has other values; an empty one takes its key out."""
    front = _read(text)
    edits = (
        _replaced(front, front.keys[key], f"{key}: {json.dumps(value, ensure_ascii=False)}\n" if value else "")
        for key, value in values.items()
    )
    return apply_edits(text, edits)


# One text after the other is asked several things.
@lru_cache(maxsize=1)
def _read(text: str) -> Frontmatter:
    return read_frontmatter(bare_lines(text))


def _audience(front: Frontmatter) -> str:
    value = front.values.get(AUDIENCE)
    return str(value.data).casefold() if value is not None else ""


def _keys_in_body(bare: Iterable[str], fields: Iterable[str]) -> Iterator[Doubt]:
    """Find what would be a key that makes something confidential, if there were a frontmatter."""
    keys = (*_MEANT, *fields)
    for number, line in enumerate(bare, 1):
        key, colon, _ = line.partition(":")
        if colon and key in keys:
            yield Doubt(Text(key, number), f"{key} stands outside of a frontmatter; the first line must be ---")


def _all_keys(front: Frontmatter) -> list[Text]:
    return sorted((*front.keys.values(), *(later for later, _ in front.duplicates)), key=lambda key: key.line)


def _named(front: Frontmatter, fields: Iterable[str]) -> Iterator[Text]:
    names = set(fields)
    return (key for key in _all_keys(front) if key.value in names)


def _replaced(front: Frontmatter, key: Text, line: str) -> Edit:
    """Put a line in the place of a key, with all that belongs to it."""
    following = (other.line for other in _all_keys(front) if other.line > key.line)
    return Edit(key.line, 1, next(following, front.end), 1, line)
