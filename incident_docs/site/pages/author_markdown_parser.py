"""Parse an author's Markdown as GitHub does, and render it so that nothing hostile passes.

Raw HTML is shown as text unless an organisation trusts its authors with it, comments are left out, and links that a
reader could not follow safely stay text.
"""

import re
from collections.abc import Sequence
from html import escape
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from incident_docs.audience.audience_marks import MARK

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile("<[^>]*>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>|`]+", re.IGNORECASE)
_END_OF_SENTENCE = "?!.,:;*_~'\""


class _Address(NamedTuple):
    """An address found in a text."""

    url: str


class _Autolink:
    """Finds bare web addresses, for markdown-it to make links of where GitHub would; it calls this its `linkify`."""

    def match_at_start(self, text: str) -> _Address | None:
        """Find the address with which the text begins."""
        match = _ADDRESS.match(text)
        return _Address(_without_sentence(match[0])) if match else None


def _without_sentence(address: str) -> str:
    """Cut off punctuation and closing brackets that belong to the sentence around an address."""
    while True:
        shorter = address.rstrip(_END_OF_SENTENCE)
        if shorter.endswith(")") and shorter.count(")") > shorter.count("("):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter


def without_comments(text: str) -> str:
    """Leave out HTML comments."""
    return _COMMENT.sub("", text)


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
    html = without_comments(raw)
    return _on_one_line(html) if env["is_raw"] else escape(html)


def _raw_block(_: RendererHTML, tokens: Sequence[Token], index: int, __: Any, env: Any) -> str:
    if mark := MARK.fullmatch(tokens[index].content.strip()):
        label = "End of the internal part" if mark[1] else "Internal"
        return f'<p class="idoc-secondary">{label}</p>\n'
    text = without_comments(tokens[index].content).strip()
    if env["is_raw"]:
        return _on_one_line(text)
    return f"<p>{escape(text)}</p>\n" if text else ""


def _on_one_line(html: str) -> str:
    """Take line ends out of tags: where a page goes through Markdown they become references, which do not part attributes."""
    return _TAG.sub(lambda tag: tag[0].replace("\n", " "), html)


def _inner_heading(_: RendererHTML, tokens: Sequence[Token], index: int, __: Any, ___: Any) -> str:
    # A heading in a list or a quotation is not part of the page's outline.
    return "<p><strong>" if tokens[index].nesting > 0 else "</strong></p>\n"


def _table(_: RendererHTML, tokens: Sequence[Token], index: int, __: Any, ___: Any) -> str:
    return '<div class="idoc-scroll"><table class="idoc-table">' if tokens[index].nesting > 0 else "</table></div>\n"


def _fence(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    if env["is_unpublished"](tokens[index].content.strip()):
        return f'<p class="idoc-secondary">{escape(tokens[index].content.strip())}</p>\n'
    return self.fence(tokens, index, options, env)


def _parser() -> Any:
    # The reader of documents knows no underlined headings either.
    parser: Any = MarkdownIt("commonmark", {"html": True, "linkify": True, "tasklists": True, "alerts": True})
    parser.enable(["table", "strikethrough", "linkify"]).disable("lheading")
    parser.core.ruler.disable("linkify", ignoreInvalid=True)
    parser.linkify = _Autolink()
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


PARSER = _parser()
"""Its environment has `resolve`, which says where a link leads, `is_unpublished` and `is_raw`."""
