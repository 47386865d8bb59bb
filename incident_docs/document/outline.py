"""Body to headings and blocks, and headings to the sections of the format.

Only markdown-it's block rules run, and not all of them: tables are read from the lines of a section, which is
twice as fast.  Underlined headings are not the format's, and without their rule a `---` right under a table
ends the table, as GitHub has it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown_it import MarkdownIt

from incident_docs.document import table
from incident_docs.document.model import Block, Section
from incident_docs.document.roles import Mark, Part, Role, roles
from incident_docs.document.text import Text
from incident_docs.format import sections
from incident_docs.format.definition import Format

_PARSER = MarkdownIt("commonmark").disable(["lheading", "reference"])
_PARSER.core.ruler.enableOnly(["normalize", "block"])


class Outline(NamedTuple):
    """What a body is made of, in order."""

    header: tuple[tuple[Mark, tuple[Block, ...]], ...]
    """The headings that are no section (title, status, severity) with the blocks under them."""
    halves: tuple[Text, ...]
    """The headings that open the postmortem."""
    sections: tuple[Section, ...]


def outline(lines: Sequence[str], skip: int, format: Format) -> Outline:
    """Read the body, which begins after `skip` lines."""
    found_blocks = list(blocks(lines, skip))
    named = roles([_mark(block, lines) for block in found_blocks if block.kind == "heading"], format)
    header: list[tuple[Mark, tuple[Block, ...]]] = []
    halves: list[Text] = []
    found: list[Section] = []
    for role, under, last in _runs(found_blocks, named, len(lines)):
        if role.known is Part.HALF:
            halves.append(role.text)
        elif role.known is Part.HEADER:
            header.append((Mark(role.text, role.level), under))
        else:
            found.append(_section(role, under, last, lines))
    return Outline(tuple(header), tuple(halves), tuple(found))


def blocks(lines: Sequence[str], skip: int) -> Iterator[Block]:
    """The outermost blocks of a text whose first `skip` lines are passed over."""
    kept = [number for number in range(skip, len(lines)) if number == skip or not _goes_on(lines, number)]
    tokens = _PARSER.parse("\n".join([lines[number] for number in kept]))
    kept.append(len(lines))
    for index, token in enumerate(tokens):
        if token.level == 0 and token.nesting >= 0 and token.map:
            first, last = kept[token.map[0]] + 1, kept[token.map[1]]
            words = tokens[index + 1].content if token.type == "heading_open" else ""
            yield Block(token.type.removesuffix("_open"), first, last, words)


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Whatever block the line before belongs to, this one does too.

    Most lines of an incident are rows of a table, items of a list or more of a paragraph, and on each of them the parser
    looks for the beginning of every kind of block.  Neither a letter nor a pipe begins or ends one, and an item does so
    only after something else; only what holds a `>` could end a comment or an element.
    """
    line, before = lines[number], lines[number - 1]
    if ">" in line or ">" in before:
        return False
    return (_is_text(line) and (_is_text(before) or _is_item(before))) or (_is_item(line) and _is_item(before))


def _is_text(line: str) -> bool:
    return line[:1] == "|" or line[:1].isalpha()


def _is_item(line: str) -> bool:
    return line[:2] == "- " and line[2:3].isalpha()


def _mark(block: Block, lines: Sequence[str]) -> Mark:
    line = lines[block.first - 1]
    level = len(line.lstrip()) - len(line.lstrip().lstrip("#"))
    return Mark(Text(block.heading, block.first, line.find(block.heading) + 1), level)


def _runs(
    blocks: Sequence[Block], named: dict[int, Role], last_line: int
) -> Iterator[tuple[Role, tuple[Block, ...], int]]:
    """Each heading that has a role, the blocks under it, and the last line that belongs to it."""
    opened = [n for n, block in enumerate(blocks) if block.kind == "heading" and block.first in named]
    for index, following in pairwise([*opened, len(blocks)]):
        last = blocks[following].first - 1 if following < len(blocks) else last_line
        yield named[blocks[index].first], tuple(blocks[index + 1 : following]), last


def _section(role: Role, under: tuple[Block, ...], last: int, lines: Sequence[str]) -> Section:
    known = role.known if isinstance(role.known, sections.Section) else None
    found = (table.find(lines, block.first, block.last) for block in under if block.kind == "paragraph")
    first_table = next((each for each in found if each is not None), None)
    return Section(known, role.half, role.text, role.level, last, under, first_table)
