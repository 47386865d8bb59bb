"""The search of a site that MkDocs builds: Pagefind's where it is installed, else the theme's own."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
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
from incident_docs.site import search_index, search_records
from incident_docs.site.engines.mkdocs.mkdocs_page import KnownPage
from incident_docs.site.pages.html import words

_LOG = get_plugin_logger("incident-docs")
_PLUGINS = ("search", "material/search", "materialx/search")
_NOT_FOUND = "404.html"
_THEMES = ("material", "materialx")


class Search:
    """The search of one build after the other."""

    def __init__(self) -> None:
        self._index: search_index.Index | search_index.Kept | None = None
        self._begun: search_index.Index | None = None
        self._later: _Later | None = None
        self._is_served = False
        self.is_theme_s = False
        """The theme reads every page for a search of its own."""
        self.is_ours = False
        self.plugin: object = None
        """The theme's, if it has nothing to do."""

    def configure(self, config: MkDocsConfig, *, is_served: bool) -> None:
        """Decide which search the site has, and take the theme's away if it is not that."""
        self.stop()
        self._is_served = is_served
        name = next((name for name in _PLUGINS if name in config.plugins), None)
        # Backstage has a search of its own, which reads the index of MkDocs.
        can_be = config.theme.name in _THEMES and "techdocs-core" not in config.plugins
        self.is_ours = name is not None and can_be and search_index.is_installed()
        self.is_theme_s = name is not None and not self.is_ours
        self.plugin = None
        if name is None:
            return
        if can_be:
            _LOG.info(search_index.notice(self.is_ours))
        if self.is_ours:
            self.plugin = config.plugins[name]
            config.plugins[name].config["enabled"] = False

    def stop(self) -> None:
        """Give up what is made while the site is served."""
        if self._later is not None:
            self._later.stop()
            self._later = None

    def begin(self, changed: Callable[[], Iterable[tuple[KnownPage, Document]]], config: MkDocsConfig) -> None:
        """Begin to make the index early, if only a few pages have changed since the last build."""
        if self.is_ours and not self._is_served and (pages := list(changed())):
            records = [_record(page, document) for page, document in pages]
            with _as_of_plugin():
                self._begun = search_index.begin(records, _project(config), config.theme["language"])

    def start(
        self, pages: Iterable[Any], incidents: Mapping[str, Document], format: Format, config: MkDocsConfig
    ) -> None:
        """Begin to make the index, once all pages have their content and while the theme is put around it."""
        if not self.is_ours:
            return
        begun, self._begun = self._begun, None

        def make() -> search_index.Index | search_index.Kept:
            read = (page for page in pages if page is not None and page.markdown is not None)
            records = [_record(page, incidents.get(page.file.src_uri)) for page in read if _is_searched(page)]
            filters = search_records.filters(tuple(incidents.values()), format)
            return search_index.start(records, filters, _project(config), config.theme["language"], begun)

        if self._is_served:
            self._later = _Later(make, Path(config.site_dir, search_index.FOLDER))
            return
        with _as_of_plugin():
            self._index = make()

    def tag(self, url: str) -> str:
        """What tells a page where its search is, for its head."""
        return search_index.tag(get_relative_url(".", url)) if self.is_ours else ""

    def in_template(self, html: str, name: str, config: MkDocsConfig) -> str:
        """A page that no file is the source of, with the same if it is the one for addresses that lead nowhere."""
        if not self.is_ours or name != _NOT_FOUND:
            return html
        # Such an address may be as deep as anybody likes.
        base = urlsplit(config.site_url or "/").path or "/"
        return html.replace("</head>", f"{search_index.tag(base)}</head>", 1)

    def finish(self, config: MkDocsConfig) -> None:
        """Put the index into the site; while the site is served, as soon as it is there."""
        if self._later is not None:
            self._later.start()
        if self._index is not None:
            index, self._index = self._index, None
            with _as_of_plugin():
                index.finish(Path(config.site_dir, search_index.FOLDER))

    def abandon(self) -> None:
        """There will be no site."""
        for index in (self._index, self._begun):
            if index is not None:
                index.abandon()
        self._index = self._begun = None


class _Later(Thread):
    """An index that is made while somebody reads the site already."""

    def __init__(self, make: Callable[[], search_index.Index | search_index.Kept], out: Path) -> None:
        super().__init__(daemon=True)
        self._make, self._out = make, out
        self._index: search_index.Index | search_index.Kept | None = None
        self._is_stopped = False

    def run(self) -> None:
        """Make it, unless it is stopped."""
        try:
            self._index = index = self._make()
            if self._is_stopped:
                index.abandon()
            else:
                index.finish(self._out)
        except IncidentDocsError as error:
            if not self._is_stopped:
                _LOG.warning(str(error))

    def stop(self) -> None:
        """There is a newer one to be made."""
        self._is_stopped = True
        if self._index is not None:
            self._index.stop()
        if self.ident is not None:
            self.join()


@contextmanager
def _as_of_plugin() -> Iterator[None]:
    """Errors as MkDocs says those of a plugin."""
    try:
        yield
    except IncidentDocsError as error:
        raise PluginError(str(error)) from error


def _project(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or ".").resolve().parent


def _is_searched(page: Any) -> bool:
    said = page.meta.get("search")
    return not (isinstance(said, dict) and said.get("exclude"))


def _record(page: Any, document: Document | None) -> search_records.Record:
    url, title = page.url.removeprefix("./"), page.title or ""
    if isinstance(page, KnownPage):
        return search_records.record(url, title, page.searched, document, page.searched_of)
    return search_records.record(url, title, lambda: words(page.content or ""), document)
