"""Pages for MkDocs whose content is known, rendered once for all that have the same headings.

Of a thousand incidents some ten differ in their headings.  Converting Markdown and filling the theme's template is most of
a build's time, so both are done for these ten, and the others are filled in.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from html import escape
from secrets import token_hex
from typing import Any, NamedTuple

from markdown.extensions.toc import slugify
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from incident_docs.site import page_frontmatter
from incident_docs.site.pages.html import release, words_of_held
from incident_docs.site.pages.page import Held
from incident_docs.workspace.cache import digest

# What an author writes must never be taken for one of these, so nobody can guess them.
_UNGUESSED = token_hex(8)
_TITLE, _CONTENT, _DESCRIPTION, _PLACE, _EDIT = (
    f"idoc-the-{_UNGUESSED}-{part}" for part in ("title", "content", "description", "place.html", "edit-url")
)
_DEEPER = "idoc-the-folder/"
# The theme adds a title to a content that has none.
_CONTENT_ELEMENT = f'<h1 class="{_CONTENT}"></h1>'
_TOKEN = re.compile(f"(?:{_DEEPER})*(#?{_TITLE}|{_CONTENT_ELEMENT}|{_DESCRIPTION}|{_PLACE}|{_EDIT})")
_NAMED = re.compile(f'"{_TITLE}"|#?{_TITLE}')
_HEADING = re.compile(r"^# .*", re.MULTILINE)
_ID = re.compile(r' id="([^"]+)"')


TEMPLATE = "incident-docs.html"
"""Stands before the theme's own template, which fewer pages need than there are."""


class _Rendered(NamedTuple):
    """What the engine makes of a page's headings."""

    content: str
    toc: TableOfContents
    anchors: set[str]


class _Outline(NamedTuple):
    """What the theme makes of a page."""

    parts: tuple[str, ...]
    """What stands between the tokens, and the tokens."""
    digest: str
    """Of these, and of the headings."""


class Shapes:
    """What this build has rendered, by headings, and by what the theme depends on."""

    def __init__(self) -> None:
        self.rendered: dict[str, _Rendered] = {}
        self.outlines: dict[object, _Outline] = {}


class KnownPage(MkDocsPage):
    """A page that nobody has to read."""

    def __init__(self, title: str | None, file: File, config: MkDocsConfig, shapes: Shapes) -> None:
        self._shapes = shapes
        self._is_light = False
        self._is_for_theme_only = False
        self._given: str | None = None
        self._changed: str | None = None
        self._anchor: str | None = None
        self._said: Held | None = None
        super().__init__(title, file, config)
        self.is_shared = False
        """Its place in the navigation is that of others."""
        self.head = ""
        """HTML for its head."""

    @property
    def content(self) -> str | None:
        """What stands on it, as HTML, put together anew: the pages of all incidents wait for the theme at the same time."""
        if self._is_light:
            return self.searched()
        if self._is_for_theme_only:
            return self._headings()
        self._given = self._whole()
        return self._given

    @content.setter
    def content(self, content: str | None) -> None:
        # The theme's search takes its marks out of what it has read, and MkDocs puts back what no plugin has changed.
        if not (self._is_light or self._is_for_theme_only) and (content is None or content != self._given):
            self._changed = content
        self._given = None

    def _whole(self) -> str | None:
        if self._changed is not None or self._said is None:
            return self._changed
        return release(self._headings(), self._said.blocks())

    @property
    def present_anchor_ids(self) -> set[str] | None:  # type: ignore[override]  # found when asked for
        """Where a link can lead."""
        if self._anchor is None:
            return None
        return {self._anchor, *self._rendered.anchors, *_ID.findall(self._whole() or "")}

    def wait_for_theme(self) -> None:
        """Until `restore`, the content is its headings alone, as nobody but the theme looks at it."""
        self._is_for_theme_only = True

    def lighten(self) -> None:
        """Until `restore`, the content is its words alone."""
        self._is_light = True

    def restore(self) -> None:
        """Let the content be what it was."""
        self._is_light = self._is_for_theme_only = False

    def searched(self) -> str:
        """What a search has to read of it."""
        return words_of_held(self._headings(), self._said.words()) if self._said else ""

    @property
    def searched_of(self) -> str:
        """Tells what a search has to read of it from all else; empty if that has to be looked at."""
        if self._said is None or not self._said.made_of:
            return ""
        # The tokens are others in each build.
        headings = self._rendered.content.replace(_UNGUESSED, "")
        return digest(repr((self._said.made_of, headings, self._anchor, self.title, self.url)).encode())

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - MkDocs calls it so
        """Nothing: `say` gives the Markdown, when all pages have a place."""
        self.markdown = self.markdown or ""

    @property
    def is_told(self) -> bool:
        """It knows what stands on it."""
        return self._said is not None

    def say(self, said: Held, meta: Mapping[str, Any]) -> str:
        """Take what stands on it; gives what the engine has to convert. `meta` is what an author says."""
        self._said = said
        self.meta = {"template": TEMPLATE, **page_frontmatter.values(said.page, meta)}
        return _HEADING.sub(f"# {_TITLE}", said.page.markdown, count=1)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the headings, unless those of another page were the same."""
        self.convert(config, files)
        self.toc = _named(self._rendered.toc, escape(str(self.meta["title"]), quote=False), str(self._anchor))

    def convert(self, config: MkDocsConfig, files: Files) -> None:
        """The same for a page whose contents nobody lists."""
        shape = self.markdown or ""
        if shape not in self._shapes.rendered:
            self._shapes.rendered[shape] = self._converted(shape, config, files)
        self._anchor = _anchor(str(self.meta["title"]), config, self._rendered.anchors)

    @property
    def _rendered(self) -> _Rendered:
        return self._shapes.rendered[self.markdown or ""]

    def _headings(self) -> str:
        """What stands on the page but for its blocks."""
        title = escape(str(self.meta["title"]), quote=False)
        # In one pass: a title may hold whatever is looked for.
        values = {f'"{_TITLE}"': f'"{self._anchor}"', f"#{_TITLE}": f"#{self._anchor}", _TITLE: title}
        return _NAMED.sub(lambda match: values[match[0]], self._rendered.content)

    def _converted(self, markdown: str, config: MkDocsConfig, files: Files) -> _Rendered:
        """What the engine makes of Markdown on this page."""
        page = MkDocsPage(None, self.file, config)
        self.file.page = self
        page.markdown = markdown
        page.render(config, files)
        return _Rendered(page.content or "", page.toc, page.present_anchor_ids or set())

    @property
    def made_of(self) -> str:
        """Tells the whole page from any other, once a page of this shape is rendered."""
        own = (self._anchor, self._said and self._said.made_of, self.head, *self._values().values())
        return digest(repr((self._shapes.outlines[self.shape()].digest, own)).encode())

    def in_theme(self, render: Callable[[], str] | None = None) -> str:
        """The whole page. `render` fills the theme's template with what the page says while it is called.

        It is not needed once a page of this shape is rendered.
        """
        shape = self.shape()
        if render is not None and shape not in self._shapes.outlines:
            with self._as_outline():
                parts = tuple(_TOKEN.split(render()))
            known = repr((parts, self._rendered.content))
            # The tokens are others in each build.
            self._shapes.outlines[shape] = _Outline(parts, digest(known.replace(_UNGUESSED, "").encode()))
        values = {**self._values(), _CONTENT_ELEMENT: self._whole() or ""}
        parts = self._shapes.outlines[shape].parts
        whole = "".join([part if place % 2 == 0 else values[part] for place, part in enumerate(parts)])
        return whole.replace("</head>", f"{self.head}</head>", 1) if self.head else whole

    def _values(self) -> dict[str, str]:
        """What stands in the place of tokens, but for the content."""
        return {
            _TITLE: escape(str(self.title)),
            f"#{_TITLE}": f"#{self._anchor}",
            _DESCRIPTION: escape(str(self.meta.get("description", ""))),
            _PLACE: self.url,
            _EDIT: escape(self.edit_url or ""),
        }

    @property
    def has_own_template(self) -> bool:
        """Its author has chosen one."""
        return bool(self.meta.get("template") != TEMPLATE)

    def shape(self) -> object:
        """All that the theme makes something of, and that may differ from page to page."""
        said = {key: value for key, value in self.meta.items() if key not in ("title", "description")}
        place = self.url.count("/") if self.is_shared else self.file.src_uri
        return place, self.markdown, repr(said), "description" in self.meta, self.edit_url is None

    @contextmanager
    def _as_outline(self) -> Iterator[None]:
        """While this lasts, the page has a token for everything that only it says."""
        kept, url = dict(self.__dict__), self.file.url
        self.title, self.content, self.toc = _TITLE, _CONTENT_ELEMENT, self._rendered.toc
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
