"""Make the pages of a site when MkDocs reads them; while the site is served, only those that have changed."""

import json
import zlib
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.toc import TableOfContents

from incident_docs.insight.json_values import json_value
from incident_docs.site import page_frontmatter
from incident_docs.site.engines.mkdocs.heading_style import HeadingStyle
from incident_docs.site.pages.all_pages import Site
from incident_docs.site.pages.page import Incident, Page
from incident_docs.workspace.files import file_stamps

_TAGS = ("tags", "material/tags", "materialx/tags")
_FASTEST = 1


class Made(NamedTuple):
    """What MkDocs gets of a page."""

    made_of: object
    """Tells it from what it was in the build before; None if nobody asks."""
    content: bytes
    """Its HTML, packed: the pages of thousands of incidents wait for the theme at the same time."""
    contents_table: TableOfContents
    meta: Mapping[str, Any]
    head: str
    """HTML for the page's head."""


def pack(html: str) -> bytes:
    """Make HTML a fifth as large."""
    return zlib.compress(html.encode(errors="surrogatepass"), _FASTEST)


def unpack(packed: bytes) -> str:
    """Give the HTML again."""
    return zlib.decompress(packed).decode(errors="surrogatepass")


class PageMaker:
    """Know the pages of one build; `before` has made those of the build before, if the site is served."""

    def __init__(self, config: MkDocsConfig, template_folders: Iterable[str], before: "PageMaker | None") -> None:
        self.state = _state(config, template_folders)
        """Tells the site's configuration and templates from what they were before."""
        self._style = HeadingStyle(config.mdx_configs.get("toc", {}))
        self._folders = tuple(config.theme.dirs)
        # Without a plugin for them nobody asks for tags.
        has_tags = any(name in config.plugins for name in _TAGS)
        self._asked_for = (*page_frontmatter.KEYS, *(("tags",) if has_tags else ()))
        self._before = before.made if before and before.state == self.state else {}
        self.made: dict[str, Made] = {}
        """By the paths of pages; only those that the next build can use."""

    def know(self, site: Site, incidents: Mapping[str, Incident]) -> None:
        """Take what the pages are made of; the incidents come by the paths of their pages."""
        self._site, self._incidents = site, incidents

    @cached_property
    def own_pages(self) -> dict[str, Page]:
        """Make the pages that nobody wrote, by their paths, in the order of the navigation."""
        return {page.path: page for page in self._site.pages()}

    def make(self, path: str) -> Made:
        """Make a page, unless the build before has made it."""
        if path in self._incidents:
            made = self._known(path, self._made_of(self._incidents[path])) or self._of_incident(path)
        else:
            page = self.own_pages[path]
            made = self._known(path, page) or self._finished(page, page, {})
        if self._site.is_remembered:
            self.made[path] = made
        return made

    def _known(self, path: str, made_of: object) -> Made | None:
        before = self._before.get(path)
        return before if before is not None and before.made_of == made_of else None

    def _made_of(self, incident: Incident) -> str:
        return self._site.of_incidents.key(incident)

    def _of_incident(self, path: str) -> Made:
        incident = self._incidents[path]
        page = self._site.of_incidents.page(incident)
        return self._finished(page, self._made_of(incident), self._written(incident))

    def _finished(self, page: Page, made_of: object, written: Mapping[str, Any]) -> Made:
        content, contents_table = self._style.render(page.parts)
        return Made(made_of, pack(content), contents_table, page_frontmatter.values(page, written), page.head)

    def _written(self, incident: Incident) -> dict[str, Any]:
        """What the author says to the engine, as far as it can take it."""
        written = incident.document.frontmatter.values
        found = {key: json_value(written[key]) for key in self._asked_for if key in written}
        return {key: value for key, value in found.items() if _is_sound(key, value, self._folders)}


def _state(config: MkDocsConfig, template_folders: Iterable[str]) -> str:
    own = config.theme.custom_dir
    folders = [*([own] if own else []), *template_folders]
    stamps = file_stamps(path for folder in folders for path in sorted(Path(folder).rglob("*")))
    return repr((json.dumps(dict(config), default=_written, skipkeys=True), stamps))


def _written(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else type(value).__name__


def _is_sound(key: str, value: object, folders: Iterable[str]) -> bool:
    if key == "template":
        is_name = isinstance(value, str) and ".." not in value
        return is_name and any(Path(folder, str(value)).is_file() for folder in folders)
    return key != "hide" or isinstance(value, list)
