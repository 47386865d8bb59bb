"""An author's Markdown to HTML that reads as on GitHub, and in which nothing hostile passes.

Raw HTML is shown as text unless an organisation trusts its authors with it, comments are left out, and links that a reader
could not follow safely stay text.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from incident_docs.audience.audience_marks import MARK
from incident_docs.site.pages.html import escape
from incident_docs.site.pages.incident.autolink import Autolink

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_MARKUP = re.compile(r"[\\`*_~\[\]!<>&:]|  ")
_TAG = re.compile("<[^>]*>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class Piece(NamedTuple):
    """A block of prose, or a heading in it."""

    line: int
    """The line it begins on (1-based, in the text that was read)."""
    level: int
    """Of a heading, as the author wrote it; 0 for all else."""
    content: str
    """The HTML of a block, the plain text of a heading."""


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
        self._env: dict[str, Any] = {"resolve": resolve, "is_unpublished": is_unpublished, "is_raw": is_raw}
        self._tokens = _PARSER.parse("\n".join(lines), self._env)

    def pieces(self) -> Iterator[Piece]:
        """The blocks of the text in order. Rules across the page are left out: the page has its own."""
        for tokens in _blocks(self._tokens):
            first = tokens[0]
            line = first.map[0] + 1 if first.map else 1
            if first.type == "heading_open":
                yield Piece(line, int(first.tag[1:]), _plain(tokens[1], self._env))
            elif first.type != "hr":
                yield Piece(line, 0, _PARSER.renderer.render(tokens, _PARSER.options, self._env))

    def inline(self, text: str) -> str:
        """A text within one line, such as a table's cell, with the links that the whole text defines."""
        # In a table a pipe is written like this in code too.
        text = text.replace("\\|", "|")
        if not may_be_markup(text):
            return escape(text)
        html: str = _PARSER.renderInline(text, self._env)
        return html


def may_be_markup(text: str) -> bool:
    """Tell whether a line of Markdown may hold more than its words."""
    return _MARKUP.search(text) is not None


def plain(text: str) -> str:
    """The words of a line of Markdown."""
    env: dict[str, Any] = {}
    return _plain(_PARSER.parseInline(text, env)[0], env)


def _plain(inline: Token, env: dict[str, Any]) -> str:
    text: str = _PARSER.renderer.renderInlineAsText(inline.children or [], _PARSER.options, env)
    return _COMMENT.sub("", text)


def _blocks(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    start = depth = 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : index + 1]
            start = index + 1


def _link(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    token.attrs["href"] = env["resolve"](str(token.attrs["href"]))
    return self.renderToken(tokens, index, options, env)


def _image(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    token.attrs["src"] = env["resolve"](str(token.attrs["src"]))
    token.attrs["loading"] = "lazy"
    return self.image(tokens, index, options, env)


def _raw_inline(_: RendererHTML, tokens: Sequence[Token], index: int, __: Any, env: Any) -> str:
    raw = tokens[index].content
    if _BREAK.fullmatch(raw):
        return "<br>"
    if mark := MARK.fullmatch(raw):
        return "]" if mark[1] else "[internal: "
    html = _COMMENT.sub("", raw)
    return _on_one_line(html) if env["is_raw"] else escape(html)


def _raw_block(_: RendererHTML, tokens: Sequence[Token], index: int, __: Any, env: Any) -> str:
    if mark := MARK.fullmatch(tokens[index].content.strip()):
        label = "End of the internal part" if mark[1] else "Internal"
        return f'<p class="idoc-secondary">{label}</p>\n'
    text = _COMMENT.sub("", tokens[index].content).strip()
    if env["is_raw"]:
        return _on_one_line(text)
    return f"<p>{escape(text)}</p>\n" if text else ""


def _on_one_line(html: str) -> str:
    """A page's block has no second line, and what stands for a break there would be none within a tag."""
    return _TAG.sub(lambda tag: tag[0].replace("\n", " "), html)


def _inner_heading(_: RendererHTML, tokens: Sequence[Token], index: int, __: Any, ___: Any) -> str:
    # A heading in a list or a quotation is none of the page's outline.
    return "<p><strong>" if tokens[index].nesting > 0 else "</strong></p>\n"


def _table(_: RendererHTML, tokens: Sequence[Token], index: int, __: Any, ___: Any) -> str:
    return '<div class="idoc-scroll"><table class="idoc-table">' if tokens[index].nesting > 0 else "</table></div>\n"


def _fence(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    if env["is_unpublished"](tokens[index].content.strip()):
        return f'<p class="idoc-secondary">{escape(tokens[index].content.strip())}</p>\n'
    return self.fence(tokens, index, options, env)


def _parser() -> Any:
    # The document's own reader knows no underlined headings either.
    parser: Any = MarkdownIt("commonmark", {"html": True, "linkify": True, "tasklists": True, "alerts": True})
    parser.enable(["table", "strikethrough", "linkify"]).disable("lheading")
    parser.core.ruler.disable("linkify", ignoreInvalid=True)
    parser.linkify = Autolink()
    rules = {
        "fence": _fence,
        "link_open": _link,
        "image": _image,
        "html_inline": _raw_inline,
        "html_block": _raw_block,
        "heading_open": _inner_heading,
        "heading_close": _inner_heading,
        "table_open": _table,
        "table_close": _table,
    }
    for name, rule in rules.items():
        parser.add_render_rule(name, rule)
    return parser


_PARSER = _parser()
