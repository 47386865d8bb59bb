"""Show a page of ours in a site that MkDocs builds, like any other page but that its HTML is finished."""

import re
import zlib
from collections.abc import Callable
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from incident_docs.site.engines.mkdocs.heading_style import HeadingStyle
from incident_docs.site.pages.page import Page

_ID = re.compile(r' id="([^"]+)"')
_FASTEST = 1


class FinishedPage(MkDocsPage):
    """Be made when MkDocs reads it. `make` gives the page and what the engine is told about it."""

    def __init__(
        self,
        title: str | None,
        file: File,
        config: MkDocsConfig,
        make: Callable[["FinishedPage"], tuple[Page, dict[str, Any]]],
        style: HeadingStyle,
    ) -> None:
        self._named, self._make, self._style = title, make, style
        self._packed: bytes | None = None
        self._open: str | None = None
        super().__init__(title, file, config)
        self.head = ""
        """HTML for its head."""

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs calls it so
        """Make the page. It has no Markdown in which other plugins could find something."""
        page, self.meta = self._make(self)
        if self._named:
            self.meta["title"] = escape(self._named)
        self.markdown, self.head = "", page.head
        self.content, self.toc = self._style.render(page.parts)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert nothing."""

    @property
    def content(self) -> str | None:
        """Give the HTML, which is packed until then: those of all pages wait for the theme at the same time."""
        if self._open is None and self._packed is not None:
            self._open = zlib.decompress(self._packed).decode(errors="surrogatepass")
        return self._open

    @content.setter
    def content(self, content: str | None) -> None:
        if content is not None and content is not self._open:
            self._packed = zlib.compress(content.encode(errors="surrogatepass"), _FASTEST)
        self.close()

    def close(self) -> None:
        """Hold the content only packed."""
        self._open = None

    @property
    def present_anchor_ids(self) -> set[str] | None:  # type: ignore[override]  # found when asked for
        """Say where a link can lead."""
        found = None if self.content is None else set(_ID.findall(self.content))
        self.close()
        return found
