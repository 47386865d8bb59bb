"""Read Markdown with markdown-it: a body's outermost blocks, and the words that a reader sees. The one module that knows it.

Only its block rules run for a body, and not all of them: tables are read from the lines of a section, which is twice as fast.
Underlined headings are not the format's, and without their rule a `---` right under a table ends the table, as GitHub has it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from incident_docs.document.model import Block

_BLOCK_PARSER = MarkdownIt("commonmark").disable(["lheading", "reference"])
_BLOCK_PARSER.core.ruler.enableOnly(["normalize", "block"])


def commonmark_blocks(lines: Sequence[str], skip: int) -> Iterator[Block]:
    """The outermost blocks of a text whose first `skip` lines are passed over."""
    kept = [number for number in range(skip, len(lines)) if number == skip or not _goes_on(lines, number)]
    tokens = _BLOCK_PARSER.parse("".join([f"{lines[number]}\n" for number in kept]))
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


_MARKUP = re.compile(r"[\\`*_~\[\]!<>&\n]|\s\s")
_INLINE_PARSER = MarkdownIt("commonmark").enable("strikethrough")
_BREAKS = ("softbreak", "hardbreak")


def visible_text(text: str) -> str:
    """What a reader sees of it: links by their words, code by what stands in it."""
    if _MARKUP.search(text) is None:
        return text.strip()
    tokens = (child for token in _INLINE_PARSER.parseInline(text) for child in token.children or ())
    return " ".join("".join(_words(tokens)).split())


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type == "image":
            yield from _words(token.children or ())
        elif token.type in _BREAKS:
            yield " "
