"""A line of an author's Markdown to its words."""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKUP = re.compile(r"[\\`*_~\[\]!<>&\n]|\s\s")
_PARSER = MarkdownIt("commonmark").enable("strikethrough")
_BREAKS = ("softbreak", "hardbreak")


def visible_text(text: str) -> str:
    """What a reader sees of it: links by their words, code by what stands in it."""
    if _MARKUP.search(text) is None:
        return text.strip()
    tokens = (child for token in _PARSER.parseInline(text) for child in token.children or ())
    return " ".join("".join(_words(tokens)).split())


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("text", "code_inline"):
            yield token.content
        elif token.type == "image":
            yield from _words(token.children or ())
        elif token.type in _BREAKS:
            yield " "
