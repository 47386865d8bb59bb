"""Turn an author's Markdown into HTML that reads as on GitHub, block by block or within a line."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from markdown_it.token import Token
from markupsafe import Markup, escape

from incident_docs.site.pages.author_markdown_parser import PARSER, without_comments

_MARKUP = re.compile(r"[\\`*_~\[\]!<>&]|https?:|  ", re.IGNORECASE)


class Piece(NamedTuple):
    """A block of prose, or a heading in it."""

    line: int
    """The line it begins on (1-based, in the text that was read)."""
    level: int
    """Of a heading, as the author wrote it; 0 for all else."""
    content: str
    """The HTML of a block, which is `Markup`; the plain text of a heading."""


class Prose:
    """A text whose links are known: a reference may stand far from what it defines."""

    def __init__(
        self,
        lines: Sequence[str],
        resolve: Callable[[str], str],
        is_unpublished: Callable[[str], bool] = lambda _: False,
        *,
        is_raw: bool = False,
    ) -> None:
        """Read a text; `resolve` says where a link leads, `is_raw` that HTML in it is trusted."""
        self._env: dict[str, Any] = {"resolve": resolve, "is_unpublished": is_unpublished, "is_raw": is_raw}
        self._tokens = PARSER.parse("\n".join(lines), self._env)

    def pieces(self) -> Iterator[Piece]:
        """Give the blocks of the text in order. Rules across the page are left out, as headings part the page."""
        for tokens in _blocks(self._tokens):
            first = tokens[0]
            line = first.map[0] + 1 if first.map else 1
            if first.type == "heading_open":
                yield Piece(line, int(first.tag[1:]), _plain(tokens[1], self._env))
            elif first.type != "hr":
                yield Piece(line, 0, Markup(PARSER.renderer.render(tokens, PARSER.options, self._env)))  # noqa: S704 - made harmless

    def inline(self, text: str) -> Markup:
        """Turn a text within one line, such as a table's cell, into HTML, with the links that the whole text defines."""
        # In a table a pipe is written like this in code too.
        text = text.replace("\\|", "|")
        if not may_be_markup(text):
            return escape(text)
        return Markup(PARSER.renderInline(text, self._env))  # noqa: S704 - made harmless


def may_be_markup(text: str) -> bool:
    """Tell whether a line of Markdown may hold more than its words."""
    return _MARKUP.search(text) is not None


def plain(text: str) -> str:
    """Give the words of a line of Markdown."""
    if not may_be_markup(text):
        return text
    env: dict[str, Any] = {}
    return _plain(PARSER.parseInline(text, env)[0], env)


def _plain(inline: Token, env: dict[str, Any]) -> str:
    return without_comments(PARSER.renderer.renderInlineAsText(inline.children or [], PARSER.options, env))


def _blocks(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    start = depth = 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : index + 1]
            start = index + 1
