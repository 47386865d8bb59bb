"""Texts to HTML, and HTML to a block that every Markdown reader passes through untouched."""

import re
from functools import cache
from html import escape as _escape

_FORWARD = {"\n": "&#10;", "{": "&#123;", "[": "&#91;", "`": "&#96;"}
_MARKUP = str.maketrans({chr(code): f"&#{code};" for code in range(33, 127) if not chr(code).isalnum()})
_SPECIAL = re.compile("[&<>\"']")


def escape(text: str) -> str:
    """The text for an element or an attribute."""
    return _escape(text) if _SPECIAL.search(text) else text


def element(name: str, content: str = "", /, **attributes: str | None) -> str:
    """An element around finished HTML. An underscore in an attribute's name stands for a hyphen; None leaves it out."""
    # A list, as this makes most of a site.
    written = [f' {_attribute(key)}="{escape(value)}"' for key, value in attributes.items() if value is not None]
    return f"<{name}{''.join(written)}>{content}</{name}>"


@cache
def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def block(html: str, classes: str = "") -> str:
    """HTML as one block of Markdown.

    Markdown's extensions and other plugins look for fences, includes and templates in the text before HTML is
    recognised, so what they look for is written as character references, and the block has no second line.
    """
    return f'<div class="{" ".join(["idoc", *classes.split()])}">{forward(html)}</div>\n\n'


def forward(html: str) -> str:
    """Write as character references what Markdown's extensions look for, line ends too."""
    for character, reference in _FORWARD.items():
        html = html.replace(character, reference)
    return html


def heading(level: int, text: str) -> str:
    """A heading in Markdown, whose text is read as text whatever it holds."""
    return f"{'#' * level} {' '.join(text.split()).translate(_MARKUP)}\n\n"
