"""Find the headings and blocks of a body, and the sections of the format that the headings open."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from incident_docs.document.heading_roles import BodyHeading, HeadingRole, NonSectionHeading, heading_roles
from incident_docs.document.model import Block, Section
from incident_docs.document.plain_blocks import read_plain_blocks
from incident_docs.document.table import find_table
from incident_docs.document.text import Text
from incident_docs.format.definition import Format
from incident_docs.format.sections import FormatSection


class Outline(NamedTuple):
    """What a body is made of, in order."""

    header: tuple[tuple[BodyHeading, tuple[Block, ...]], ...]
    """The headings that are no section (title, status, severity) with the blocks under them."""
    halves: tuple[Text, ...]
    """The headings that open the postmortem."""
    sections: tuple[Section, ...]


def read_outline(lines: Sequence[str], skip: int, format: Format) -> Outline:
    """Read the body, which begins after `skip` lines."""
    found_blocks = read_blocks(lines, skip)
    named = heading_roles([_mark(block, lines) for block in found_blocks if block.kind == "heading"], format)
    header: list[tuple[BodyHeading, tuple[Block, ...]]] = []
    halves: list[Text] = []
    found: list[Section] = []
    for role, under, last in _runs(found_blocks, named, len(lines)):
        if role.known is NonSectionHeading.HALF:
            halves.append(role.text)
        elif role.known is NonSectionHeading.HEADER:
            header.append((BodyHeading(role.text, role.level), under))
        else:
            found.append(_section(role, under, last, lines))
    return Outline(tuple(header), tuple(halves), tuple(found))


def read_blocks(lines: Sequence[str], skip: int) -> Sequence[Block]:
    """Find the outermost blocks of a text whose first `skip` lines are passed over."""
    found = read_plain_blocks(lines, skip)
    if found is not None:
        return found
    # Imported here, as most runs need no parser.
    from incident_docs.document.commonmark import commonmark_blocks  # noqa: PLC0415

    return tuple(commonmark_blocks(lines, skip))


def _mark(block: Block, lines: Sequence[str]) -> BodyHeading:
    line = lines[block.first - 1]
    level = len(line.lstrip()) - len(line.lstrip().lstrip("#"))
    return BodyHeading(Text(block.heading, block.first, line.find(block.heading) + 1), level)


def _runs(
    blocks: Sequence[Block], named: dict[int, HeadingRole], last_line: int
) -> Iterator[tuple[HeadingRole, tuple[Block, ...], int]]:
    """Each heading that has a role, the blocks under it, and the last line that belongs to it."""
    opened = [n for n, block in enumerate(blocks) if block.kind == "heading" and block.first in named]
    for index, following in pairwise([*opened, len(blocks)]):
        last = blocks[following].first - 1 if following < len(blocks) else last_line
        yield named[blocks[index].first], tuple(blocks[index + 1 : following]), last


def _section(role: HeadingRole, under: tuple[Block, ...], last: int, lines: Sequence[str]) -> Section:
    known = role.known if isinstance(role.known, FormatSection) else None
    found = (find_table(lines, block.first, block.last) for block in under if block.kind == "paragraph")
    first_table = next((each for each in found if each is not None), None)
    return Section(known, role.half, role.text, role.level, last, under, first_table)
