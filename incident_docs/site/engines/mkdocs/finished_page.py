"""Show a page of ours in a site that MkDocs builds, like any other page but that its HTML is finished."""

import re
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage

from incident_docs.site.engines.mkdocs.page_maker import PageMaker, pack, unpack

_ID = re.compile(r' id="([^"]+)"')


class FinishedPage(MkDocsPage):
    """Be made when MkDocs reads it."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, maker: PageMaker) -> None:
        self._named, self._maker = title, maker
        self._open: str | None = None
        self.packed: bytes | None = None
        """The content, when nobody looks at it."""
        super().__init__(title, file, config)
        self.head = ""
        """HTML for its head."""
        self.in_theme: bytes | None = None
        """What the theme made of the same page before, packed."""

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs calls it so
        """Make the page. It has no Markdown in which other plugins could find something."""
        made = self._maker.make(self.file.src_uri)
        self.markdown, self.meta, self.head = "", dict(made.meta), made.head
        self.packed, self.toc = made.content, made.contents_table
        if self._named:
            self.meta["title"] = escape(self._named)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert nothing."""

    @property
    def content(self) -> str | None:
        """Give the HTML."""
        if self._open is None and self.packed is not None:
            self._open = unpack(self.packed)
        return self._open

    @content.setter
    def content(self, content: str | None) -> None:
        # Most of the time it is the content that MkDocs has got from here.
        if content is not None and content is not self._open:
            self.packed = pack(content)
        self.close()

    def close(self) -> None:
        """Hold the content only packed."""
        self._open = None

    @property
    def whole(self) -> str:
        """Give what the theme made of it before."""
        return unpack(self.in_theme) if self.in_theme else ""

    @property
    def present_anchor_ids(self) -> set[str] | None:  # type: ignore[override]  # found when asked for
        """Say where a link can lead."""
        found = None if self.content is None else set(_ID.findall(self.content))
        self.close()
        return found
