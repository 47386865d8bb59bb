"""Body to headings and blocks, and headings to the sections of the format.

Only markdown-it's block rules run, and not all of them: tables are read from the lines of a section, which is
twice as fast.  Underlined headings are not the format's, and without their rule a `---` right under a table
ends the table, as GitHub has it.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

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
    blocks = list(_blocks(lines, skip))
    named = roles([_mark(block, lines) for block in blocks if block.kind == "heading"], format)
    header: list[tuple[Mark, tuple[Block, ...]]] = []
    halves: list[Text] = []
    found: list[Section] = []
    for role, under, last in _runs(blocks, named, len(lines)):
        if role.known is Part.HALF:
            halves.append(role.text)
        elif role.known is Part.HEADER:
            header.append((Mark(role.text, role.level), under))
        else:
            found.append(_section(role, under, last, lines))
    return Outline(tuple(header), tuple(halves), tuple(found))


def _blocks(lines: Sequence[str], skip: int) -> Iterator[Block]:
    tokens = _PARSER.parse("\n".join(lines[skip:]))
    for index, token in enumerate(tokens):
        if token.level == 0 and token.nesting >= 0 and token.map:
            first, last = token.map[0] + skip + 1, token.map[1] + skip
            kind = token.type.removesuffix("_open")
            yield Block(kind, first, last, _content(token, tokens[index + 1 : index + 2], lines, first, last))


def _content(token: Token, following: Sequence[Token], lines: Sequence[str], first: int, last: int) -> str:
    if token.type in ("fence", "code_block", "html_block"):
        return token.content
    if token.type in ("paragraph_open", "heading_open"):
        return following[0].content
    return "\n".join(lines[first - 1 : last])


def _mark(block: Block, lines: Sequence[str]) -> Mark:
    line = lines[block.first - 1]
    level = len(line.lstrip()) - len(line.lstrip().lstrip("#"))
    return Mark(Text(block.content, block.first, line.find(block.content) + 1), level)


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
