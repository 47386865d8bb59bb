"""Pages to their headings and what stands beneath these: most of a site's pages differ in the latter only."""

from dataclasses import replace

from incident_docs.site.pages.html import hold, words_of_blocks
from incident_docs.site.pages.page import Held, Page


def held(page: Page) -> Held:
    """A page that nobody holds yet."""
    markdown, blocks = hold(page.markdown)
    return Held(replace(page, markdown=markdown), lambda: blocks, lambda: words_of_blocks(blocks))
