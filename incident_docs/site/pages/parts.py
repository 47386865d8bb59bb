"""Say what a page consists of, finished HTML and headings, and write it as Markdown for engines that take nothing else."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from incident_docs.site.pages import html


class Heading(NamedTuple):
    """A heading of a page. What it looks like, and its anchor, is up to the engine and the site's settings."""

    level: int
    text: str
    is_searched: bool = True
    """A search finds what stands under it."""


Part = str | Heading
"""HTML, whole elements of it, or a heading that stands between them."""

_BETWEEN_BLOCKS = re.compile(r'\s+(?=<div class="idoc[ "])')


def as_markdown(parts: Iterable[Part]) -> str:
    """Write a page as Markdown: its headings are Markdown's own, and its HTML passes through untouched."""
    return "".join(
        html.heading(part.level, part.text) if isinstance(part, Heading) else _blocks(part) for part in parts
    )


def _blocks(part: str) -> str:
    return "".join(f"{html.forward(block)}\n\n" for block in _BETWEEN_BLOCKS.split(part.strip()))
