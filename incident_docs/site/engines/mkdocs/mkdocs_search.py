"""Give a site that MkDocs builds its search: Pagefind's where it is installed, else the theme's own."""

from collections.abc import Sequence
from html import unescape
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import get_relative_url

from incident_docs.document.model import Document
from incident_docs.errors import IncidentDocsError
from incident_docs.format.definition import Format
from incident_docs.site import search

_LOG = get_plugin_logger("incident-docs")
SEARCH_PLUGINS = ("search", "material/search", "materialx/search")
_NOT_FOUND = "404.html"
_THEMES = ("material", "materialx")
_CONTENTS = ("<article", "<main", "<body", "<html")
"""What the content of a page stands in; a template that somebody changed may not have the first."""


class Search:
    """Make the search of one build after the other."""

    def __init__(self) -> None:
        self._index: search.Index | None = None
        self._waiting: Thread | None = None
        self._is_served = False
        self.is_ours = False
        self._pages = 0
        """How many are searched."""

    def configure(self, config: MkDocsConfig, *, is_served: bool) -> None:
        """Decide which search the site has, and take the theme's away if it is not that."""
        self.stop()
        self._is_served, self._pages = is_served, 0
        name = next((name for name in SEARCH_PLUGINS if name in config.plugins), None)
        # Backstage has a search of its own, which reads the index of MkDocs.
        can_be = config.theme.name in _THEMES and "techdocs-core" not in config.plugins
        self.is_ours = name is not None and can_be and search.is_installed()
        if name is None:
            return
        if can_be:
            _LOG.info(search.notice(self.is_ours))
        if self.is_ours:
            config.plugins[name].config["enabled"] = False

    def mark(self, html: str, page: Any, document: Document | None) -> str:
        """Let a page say what is searched of it, and where its search is; `document` is the incident on it."""
        if not self.is_ours:
            return html
        head = search.tag(get_relative_url(".", page.url))
        if _is_searched(page):
            self._pages += 1
            head += search.facts(unescape(page.title or ""), document)
            start = next(start for start in _CONTENTS if start in html)
            html = html.replace(start, f"{start} data-pagefind-body", 1)
        return html.replace("</head>", f"{head}</head>", 1)

    def in_template(self, html: str, name: str, config: MkDocsConfig) -> str:
        """Let a page that no file is the source of say where its search is, if it is the one for addresses that lead nowhere."""
        if not self.is_ours or name != _NOT_FOUND:
            return html
        # Such an address may be as deep as anybody likes.
        base = urlsplit(config.site_url or "/").path or "/"
        return html.replace("</head>", f"{search.tag(base)}</head>", 1)

    def begin(self, documents: Sequence[Document], format: Format, config: MkDocsConfig) -> None:
        """Begin to make the index, once all pages are written."""
        if not self._pages:
            return
        try:
            offered = search.filters(documents, format)
            self._index = search.Index(Path(config.site_dir), offered, self._pages, config.theme["language"])
            if self._is_served:
                self._waiting = Thread(target=self._finish_later, args=(self._index,), daemon=True)
                self._waiting.start()
        except IncidentDocsError as error:
            self._fail(error)

    def finish(self) -> None:
        """Wait for the index, unless the site is served: then it is there a little later than the pages."""
        if self._index is None or self._waiting is not None:
            return
        try:
            self._index.finish()
        except IncidentDocsError as error:
            self._fail(error)
        finally:
            self._index = None

    def _finish_later(self, index: search.Index) -> None:
        try:
            index.finish()
        except IncidentDocsError as error:
            if index is self._index:
                _LOG.warning(str(error))

    def _fail(self, error: IncidentDocsError) -> None:
        if not self._is_served:
            raise PluginError(str(error)) from error
        _LOG.warning(str(error))

    def stop(self) -> None:
        """Give up what is being made: there is something newer, or no site."""
        index, self._index = self._index, None
        if index is not None:
            index.stop()
        if self._waiting is not None:
            self._waiting.join()
            self._waiting = None


def _is_searched(page: Any) -> bool:
    asked = page.meta.get("search")
    return not (isinstance(asked, dict) and asked.get("exclude"))
