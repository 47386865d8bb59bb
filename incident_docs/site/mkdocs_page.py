"""Pages for MkDocs whose content is known, rendered once for all that have the same headings.

Of a thousand incidents some ten differ in their headings.  Converting Markdown and filling the theme's template is most of
a build's time, so both are done for these ten, and the others are filled in.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from html import escape
from secrets import token_hex
from sys import intern
from typing import Any, NamedTuple

from markdown.extensions.toc import slugify
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from incident_docs.site import frontmatter
from incident_docs.site.pages.html import hold, release, words
from incident_docs.site.pages.page import Page

# What an author writes must never be taken for one of these, so nobody can guess them.
_UNGUESSED = token_hex(8)
_TITLE, _CONTENT, _DESCRIPTION, _PLACE, _EDIT = (
    f"idoc-the-{_UNGUESSED}-{part}" for part in ("title", "content", "description", "place.html", "edit-url")
)
_FASTEST = 1
_MANY = 2000
_DEEPER = "idoc-the-folder/"
# The theme adds a title to a content that has none.
_CONTENT_ELEMENT = f'<h1 class="{_CONTENT}"></h1>'
_TOKEN = re.compile(f"(?:{_DEEPER})*(#?{_TITLE}|{_CONTENT_ELEMENT}|{_DESCRIPTION}|{_PLACE}|{_EDIT})")
_NAMED = re.compile(f'"{_TITLE}"|#?{_TITLE}')
_HEADING = re.compile(r"^# .*", re.MULTILINE)
_ID = re.compile(r' id="([^"]+)"')


class _Rendered(NamedTuple):
    """What the engine makes of a page's headings."""

    content: str
    toc: TableOfContents
    anchors: set[str]


class Shapes:
    """What this build has rendered, by headings, and by what the theme depends on."""

    def __init__(self, number: int) -> None:
        self.packs = number > _MANY
        """There are so many pages that their contents would fill the memory."""
        self.rendered: dict[str, _Rendered] = {}
        self.outlines: dict[object, tuple[str, ...]] = {}


class KnownPage(MkDocsPage):
    """A page that nobody has to read."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, shapes: Shapes) -> None:
        self._shapes = shapes
        self._words: str | None = None
        super().__init__(title, file, config)
        self._blocks: list[str] = []
        self.is_shared = False
        """Its place in the navigation is that of others."""
        self.head = ""

    @property
    def content(self) -> str | None:
        """What stands on it, as HTML: packed, as the pages of all incidents wait for the theme at the same time."""
        if self._words is not None:
            return self._words
        return zlib.decompress(self._content).decode() if isinstance(self._content, bytes) else self._content

    @content.setter
    def content(self, content: str | None) -> None:
        if self._words is not None:
            # The theme's search takes its marks out of what it has read.
            self._words = content
            return
        packs = content is not None and self._shapes.packs
        self._content = zlib.compress(content.encode(), _FASTEST) if packs and content is not None else content

    def lighten(self) -> None:
        """Until `restore`, the content is its words alone."""
        self._words = words(self.content or "")

    def restore(self) -> None:
        """Let the content be what it was."""
        self._words = None

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs calls it so
        """Nothing: `say` gives the Markdown later, when all pages have a place."""
        self.markdown, self.meta = "", {}

    def say(self, found: Page, meta: Mapping[str, Any]) -> str:
        """Take what stands on it; gives what the engine has to convert. `meta` is what an author says."""
        self.meta = frontmatter.values(found, meta)
        self.head = found.head
        held, self._blocks = hold(found.markdown)
        return _HEADING.sub(f"# {_TITLE}", held, count=1)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the headings, unless those of another page were the same."""
        shape = self.markdown or ""
        rendered = self._shapes.rendered.get(shape)
        if rendered is None:
            super().render(config, files)
            rendered = _Rendered(self.content or "", self.toc, self.present_anchor_ids or set())
            self._shapes.rendered[shape] = rendered
        said = str(self.meta["title"])
        title, anchor = escape(said, quote=False), _anchor(said, config, rendered.anchors)
        self._anchor = anchor
        self._outline_toc, self.toc = rendered.toc, _named(rendered.toc, title, anchor)
        # In one pass: a title may hold whatever is looked for.
        values = {f'"{_TITLE}"': f'"{anchor}"', f"#{_TITLE}": f"#{anchor}", _TITLE: title}
        content = _NAMED.sub(lambda match: values[match[0]], rendered.content)
        self.content = release(content, self._blocks)
        self.present_anchor_ids = {anchor, *rendered.anchors, *map(intern, _ID.findall(self.content))}
        self._blocks = []

    def in_theme(self, render: Callable[[], str]) -> str:
        """The whole page. `render` fills the theme's template with what the page says while it is called."""
        shape = self._shape()
        outline = self._shapes.outlines.get(shape)
        values = {
            _TITLE: escape(str(self.title)),
            f"#{_TITLE}": f"#{self._anchor}",
            _CONTENT_ELEMENT: self.content or "",
            _DESCRIPTION: escape(str(self.meta.get("description", ""))),
            _PLACE: self.url,
            _EDIT: escape(self.edit_url or ""),
        }
        if outline is None:
            with self._as_outline():
                outline = self._shapes.outlines[shape] = tuple(_TOKEN.split(render()))
        # What stands between the tokens, and the tokens.
        parts = [part if place % 2 == 0 else values[part] for place, part in enumerate(outline)]
        whole = "".join(parts)
        if self._shapes.packs:
            self._content = None
        return whole.replace("</head>", f"{self.head}</head>", 1) if self.head else whole

    def _shape(self) -> object:
        """All that the theme makes something of, and that may differ from page to page."""
        said = {key: value for key, value in self.meta.items() if key not in ("title", "description")}
        place = self.url.count("/") if self.is_shared else self.file.src_uri
        return place, self.markdown, repr(said), "description" in self.meta, self.edit_url is None

    @contextmanager
    def _as_outline(self) -> Iterator[None]:
        """While this lasts, the page has a token for everything that only it says."""
        kept, url = dict(self.__dict__), self.file.url
        self.title, self.content, self.toc = _TITLE, _CONTENT_ELEMENT, self._outline_toc
        self.meta = {**self.meta, "title": _TITLE}
        if "description" in self.meta:
            self.meta["description"] = _DESCRIPTION
        if self.is_shared:
            # As deep as its own address, on which the way to other pages depends.
            self.file.url = _DEEPER * url.count("/") + _PLACE
            self.edit_url = self.edit_url and _EDIT
            for attribute in ("canonical_url", "abs_url"):
                address = getattr(self, attribute)
                setattr(self, attribute, address and address.removesuffix(url) + _PLACE)
        try:
            yield
        finally:
            self.__dict__.clear()
            self.__dict__.update(kept)
            self.file.url = url


def _anchor(title: str, config: MkDocsConfig, taken: set[str]) -> str:
    """The anchor of a title, as the engine makes it of one that it converts."""
    options = config.mdx_configs.get("toc", {})
    found = str(options.get("slugify", slugify)(title, options.get("separator", "-")))
    return f"{found}_1" if found in taken or not found else found


def _named(toc: TableOfContents, title: str, anchor: str) -> TableOfContents:
    """The same contents under the page's own title."""
    return TableOfContents([_link(link, title, anchor) if link.id == _TITLE else link for link in toc])


def _link(link: AnchorLink, title: str, anchor: str) -> AnchorLink:
    named = AnchorLink(title, anchor, link.level)
    named.children = link.children
    return named
