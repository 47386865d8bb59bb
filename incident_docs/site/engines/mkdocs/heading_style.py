"""Give headings the looks and the anchors that a site's `toc` settings ask for."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.util import ETX, STX
from mkdocs.structure.toc import TableOfContents, get_toc

from incident_docs.site.pages.parts import Heading, Part

# Python-Markdown marks with them what it has put aside.
_NOT_TEXT = {ord(STX): None, ord(ETX): None}

_NOT_SEARCHED = {"data-pagefind-ignore": "", "data-search-exclude": ""}


class HeadingStyle:
    """Make headings as Python-Markdown makes those of other pages of the site."""

    def __init__(self, toc: Mapping[str, Any]) -> None:
        self._markdown: Any = Markdown(extensions=["toc"], extension_configs={"toc": dict(toc)})

    def render(self, parts: Iterable[Part]) -> tuple[str, TableOfContents]:
        """Give a page's HTML and its table of contents."""
        parts = list(parts)
        page = Element("div")
        for part in parts:
            if isinstance(part, Heading):
                attributes = {} if part.is_searched else _NOT_SEARCHED
                heading = SubElement(page, f"h{part.level}", attributes)
                heading.text = escape(part.text.translate(_NOT_TEXT), quote=False)
        self._markdown.treeprocessors["toc"].run(page)
        headings = map(self._html, page)
        html = "\n".join(next(headings) if isinstance(part, Heading) else part for part in parts)
        return html, get_toc(self._markdown.toc_tokens)

    def _html(self, heading: Element) -> str:
        html: str = self._markdown.serializer(heading)
        for processor in self._markdown.postprocessors:
            html = processor.run(html)
        return html
