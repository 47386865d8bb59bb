"""Read Markdown with markdown-it, as no other module does: a body's outermost blocks, and the words that a reader sees.

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
_MARKUP = re.compile(r"[\\`*_~\[\]!<>&\n]|\s\s")
_INLINE_PARSER = MarkdownIt("commonmark").enable("strikethrough")
_BREAKS = ("softbreak", "hardbreak")


def commonmark_blocks(lines: Sequence[str], skip: int) -> Iterator[Block]:
    """Find the outermost blocks of a text whose first `skip` lines are passed over."""
    tokens = _BLOCK_PARSER.parse("".join([f"{line}\n" for line in lines[skip:]]))
    for index, token in enumerate(tokens):
        if token.level == 0 and token.nesting >= 0 and token.map:
            first, last = token.map
            words = tokens[index + 1].content if token.type == "heading_open" else ""
            yield Block(token.type.removesuffix("_open"), skip + first + 1, skip + last, words)


def visible_text(text: str) -> str:
    """Give what a reader sees of a piece of Markdown: links by their words, code by what stands in it."""
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
