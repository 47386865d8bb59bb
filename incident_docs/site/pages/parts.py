"""Say what a page consists of, finished HTML and headings, and write it as Markdown for engines that take nothing else."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple

from incident_docs.site.pages import html


class Heading(NamedTuple):
    """A heading of a page. What it looks like, and its anchor, is up to the engine and the site's settings."""

    level: int
    text: str


Part = str | Heading
"""HTML, whole elements of it, or a heading that stands between them."""

_BETWEEN_BLOCKS = re.compile(r'\s+(?=<div class="idoc[ "])')
_HEADING = re.compile(r"(#+) (.*)")


def as_markdown(parts: Iterable[Part]) -> str:
    """Write a page as Markdown: its headings are Markdown's own, and its HTML passes through untouched."""
    return "".join(html.heading(*part) if isinstance(part, Heading) else _blocks(part) for part in parts)


def _blocks(part: str) -> str:
    return "".join(f"{html.forward(block)}\n\n" for block in _BETWEEN_BLOCKS.split(part.strip()))


def parts_of(markdown: str) -> tuple[Part, ...]:
    """Read such Markdown again, for pages that are not made from a template yet."""
    return tuple(_parts(markdown))


def _parts(markdown: str) -> Iterator[Part]:
    blocks: list[str] = []
    is_over = False
    for line in markdown.split("\n"):
        match = _HEADING.fullmatch(line)
        if match is None:
            blocks += [_marked(line, is_over)] if line else []
            is_over = is_over or line == html.END
            continue
        if blocks:
            yield "\n".join(blocks)
            blocks = []
        yield Heading(len(match[1]), unescape(match[2]))
    if blocks:
        yield "\n".join(blocks)


_UNSEARCHED = re.compile(
    r'(?<=<table class="idoc-table )([^>]*><thead\b)|(<td role="cell" class="idoc-(?:number|elapsed|state)")'
    r'|(<span class="idoc-late[^">]*")|(<dl class="idoc-times")|(<a href="#actions" class="idoc-done")'
    r'|(<p id="actions")|(<p class="idoc-notice")|(<a class="idoc-way")|(<(?:svg|ol|div) class="idoc-course[^">]*")'
)


def _marked(block: str, is_over: bool) -> str:
    if is_over:
        block = block.replace('">', f'"{UNSEARCHED}>', 1)
    return _UNSEARCHED.sub(lambda match: f"{match[0]}{UNSEARCHED}", block)


UNSEARCHED = " data-pagefind-ignore data-search-exclude"
