"""Say what a page consists of, finished HTML and headings, and write it as Markdown for engines that take nothing else."""

import re
from collections.abc import Iterable
from typing import NamedTuple


class Heading(NamedTuple):
    """A heading of a page. What it looks like, and its anchor, is up to the engine and the site's settings."""

    level: int
    text: str
    is_searched: bool = True
    """A search finds what stands under it."""


Part = str | Heading
"""HTML, whole elements of it, or a heading that stands between them."""

_MARKUP = str.maketrans({chr(code): f"&#{code};" for code in range(33, 127) if not chr(code).isalnum()})
# What Markdown's extensions look for before they recognise HTML: fences, includes, templates.
_SPECIAL = str.maketrans({"\n": "&#10;", "{": "&#123;", "[": "&#91;", "`": "&#96;"})
_BETWEEN_BLOCKS = re.compile(r'\s+(?=<div class="idoc[ "])')


def as_markdown(parts: Iterable[Part]) -> str:
    """Write a page as Markdown: its headings are Markdown's own, and its HTML passes through untouched."""
    return "".join(_heading(part) if isinstance(part, Heading) else _blocks(part) for part in parts)


def _heading(heading: Heading) -> str:
    """Its text is read as text whatever stands in it."""
    return f"{'#' * heading.level} {' '.join(heading.text.split()).translate(_MARKUP)}\n\n"


def _blocks(html: str) -> str:
    """Each is one line, which no extension takes for the beginning of something else."""
    return "".join(f"{block.translate(_SPECIAL)}\n\n" for block in _BETWEEN_BLOCKS.split(html.strip()))
