"""The lines of a page to the same lines with lists in the place of the blocks that ask for them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from incident_docs.document.lines import bare_lines
from incident_docs.insight.list_query import Mistake
from incident_docs.site.engines.markdown.list_fences import Fence, line_in
from incident_docs.site.pages.lists.list_block import Lists, listing

Keep = Callable[[str], str]
"""HTML to what stands for it in the Markdown."""


class Here(NamedTuple):
    """A page, and what its lists are made of."""

    path: str
    """Of its source, relative to the site's documents; empty if nobody knows."""
    links_from: str
    """The path from which links lead; the same, unless the engine sees it otherwise."""
    text: str
    """What its file says, by whose lines mistakes are named."""
    lists: Lists


class Written(NamedTuple):
    """A page with its lists."""

    lines: list[str]
    warnings: tuple[str, ...]
    """Each names the page and the line."""


def write_lists(lines: Sequence[str], found: Sequence[Fence], here: Here, keep: Keep) -> Written:
    """The page with lists in the place of these blocks."""
    source = bare_lines(here.text)
    html: list[str] = []
    warnings: list[str] = []
    for fence in found:
        first = line_in(source, lines, fence)
        made = listing(fence.lines, first, fence.subject, here.links_from, here.lists)
        html.append(made.html)
        warnings.extend(_warnings(made.mistakes, here.path))
    return Written(put(lines, found, map(keep, html)), tuple(warnings))


def put(lines: Sequence[str], found: Sequence[Fence], contents: Iterable[str]) -> list[str]:
    """The lines with a content of one line in the place of each block, indented as the block is."""
    result: list[str] = []
    index = 0
    for fence, content in zip(found, contents, strict=True):
        result += [*lines[index : fence.first], "", fence.indent + content, ""]
        index = fence.last + 1
    return [*result, *lines[index:]]


def _warnings(mistakes: Iterable[Mistake], path: str) -> Iterator[str]:
    for line, message in mistakes:
        yield f"{path}:{line}: {message}" if path else f"line {line}: {message}"
