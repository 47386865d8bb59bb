"""Pages to their headings and what stands beneath these: most of a site's pages differ in the latter only."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from incident_docs.site.pages.html import hold, unheld, words_of_blocks
from incident_docs.site.pages.page import Held, Page


def held(page: Page) -> Held:
    """A page that nobody holds yet."""
    markdown, blocks = hold(page.markdown)
    return held_as(replace(page, markdown=markdown), lambda: blocks)


def held_as(page: Page, blocks: Callable[[], Sequence[str]]) -> Held:
    """A page whose blocks are held elsewhere, and whose words nobody has looked for."""
    return Held(page, blocks, lambda: words_of_blocks(blocks()))


def whole(held: Held) -> Page:
    """The page with all that stands on it."""
    return replace(held.page, markdown=unheld(held.page.markdown, held.blocks()))
