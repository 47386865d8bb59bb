"""Tell what each heading of a body is to the format, by its words and by the half that it stands in.

A heading that is nearly right is read as what it probably is: one misspelt heading is one finding, not three.
"""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from incident_docs.document.text import Text
from incident_docs.format.definition import Format
from incident_docs.format.sections import OTHER_HEADINGS, SECTION_LEVEL, FormatSection, Half
from incident_docs.format.wording import is_alike


class BodyHeading(NamedTuple):
    """A heading of the body, at any level."""

    text: Text
    level: int


class NonSectionHeading(Enum):
    """The headings of the format that open no section."""

    HALF = "half"
    HEADER = "header"


class HeadingRole(NamedTuple):
    """What a heading is to the format; a section that an author added is None to it."""

    text: Text
    level: int
    known: FormatSection | NonSectionHeading | None
    half: Half


def heading_roles(headings: Sequence[BodyHeading], format: Format) -> dict[int, HeadingRole]:
    """Give the role of each heading by its line; deep headings that mean nothing to the format have none."""
    labels = format.labels
    opening = labels.postmortem.casefold()
    prefixes = tuple(f"{label}:".casefold() for label in (labels.title, labels.status, labels.severity))
    found: dict[int, HeadingRole] = {}
    half = Half.RESPONSE
    for mark in headings:
        words = mark.text.value.casefold()
        known: FormatSection | NonSectionHeading | None
        if words in (opening, opening.split(" (")[0]):
            half, known = Half.POSTMORTEM, NonSectionHeading.HALF
        elif half is Half.RESPONSE and words.startswith(prefixes):
            known = NonSectionHeading.HEADER
        else:
            known = _section_of(words, half, format)
        if known is not None or mark.level <= SECTION_LEVEL:
            found[mark.text.line] = HeadingRole(mark.text, mark.level, known, half)
    return _with_twins(_without_parts(_without_subheadings(_with_near_names(found, format))), format)


def _section_of(words: str, half: Half, format: Format) -> FormatSection | None:
    by_heading = format.section_by_heading
    return by_heading.get((half, words)) or by_heading.get((_other(half), words))


def _with_near_names(roles: dict[int, HeadingRole], format: Format) -> dict[int, HeadingRole]:
    """Read `Time line` as the Timeline, where there is none."""
    taken = {role.known.id for role in roles.values() if isinstance(role.known, FormatSection)}
    for line, role in roles.items():
        if role.known is None:
            near = _nearest(role, taken, format)
            if near is not None:
                taken.add(near.id)
                roles[line] = role._replace(known=near)
    return roles


def _nearest(role: HeadingRole, taken: set[str], format: Format) -> FormatSection | None:
    words = role.text.value.casefold()
    for section in format.sections:
        if section.half is role.half and section.id not in taken and section.demanded_from is not None:
            heading = section.heading.casefold()
            alike = words.startswith(f"{heading} ") or is_alike(words, heading)
            if alike or words in OTHER_HEADINGS.get(section.id, ()):
                return section
    return None


def _without_subheadings(roles: dict[int, HeadingRole]) -> dict[int, HeadingRole]:
    """Drop deep headings that only share their words with a section which stands elsewhere in its half."""
    placed = {(role.half, role.known) for role in roles.values() if role.level <= SECTION_LEVEL}
    return {
        line: role
        for line, role in roles.items()
        if role.level <= SECTION_LEVEL or (role.half, role.known) not in placed
    }


def _without_parts(roles: dict[int, HeadingRole]) -> dict[int, HeadingRole]:
    """Drop headings that an author added and that are deeper than the section above them: they are parts of it.

    In the format this shows in their level alone; where sections stand higher, as in `## Timeline`, by what is above.
    """
    remaining: dict[int, HeadingRole] = {}
    above: int | None = None
    for line, role in roles.items():
        if role.known is None and above is not None and role.level > above:
            continue
        remaining[line] = role
        above = None if isinstance(role.known, NonSectionHeading) else role.level
    return remaining


def _with_twins(roles: dict[int, HeadingRole], format: Format) -> dict[int, HeadingRole]:
    """Tell two sections of one heading apart where the heading between the halves is missing or misplaced.

    A second Root Cause that follows a section of the postmortem is that of the postmortem, if there is no other.
    """
    taken = {role.known.id for role in roles.values() if isinstance(role.known, FormatSection)}
    seen: set[str] = set()
    before: Half | None = None
    for line, role in roles.items():
        if isinstance(role.known, FormatSection):
            twin = format.section_by_heading.get((_other(role.known.half), role.known.heading.casefold()))
            if role.known.id in seen and twin is not None and twin.id not in taken and before is twin.half:
                roles[line] = role._replace(known=twin)
                taken.add(twin.id)
            seen.add(role.known.id)
            before = role.known.half
    return roles


def _other(half: Half) -> Half:
    return Half.POSTMORTEM if half is Half.RESPONSE else Half.RESPONSE
