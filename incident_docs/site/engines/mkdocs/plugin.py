"""Put the pages of `site/` into a site that MkDocs builds. This plugin decides nothing about them."""

import sys
from pathlib import Path
from typing import Any, Literal

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, ExtraScriptValue, Optional
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_build_datetime, write_file

from incident_docs.errors import IncidentDocsError
from incident_docs.format.fields import AUDIENCES
from incident_docs.site import bundle
from incident_docs.site.builder import Builder
from incident_docs.site.engines.markdown.list_fences import Here
from incident_docs.site.engines.markdown.markdown_extension import IncidentDocsExtension
from incident_docs.site.engines.mkdocs.finished_page import FinishedPage
from incident_docs.site.engines.mkdocs.mkdocs_incidents import Incidents
from incident_docs.site.engines.mkdocs.mkdocs_readers import Readers
from incident_docs.site.engines.mkdocs.mkdocs_search import Search
from incident_docs.site.engines.mkdocs.navigation import put_in_order
from incident_docs.site.engines.mkdocs.page_maker import PageMaker
from incident_docs.site.engines.mkdocs.progress import Progress
from incident_docs.site.engines.mkdocs.theme_memory import ThemeMemory
from incident_docs.site.layout import Layout, layout, template_folders
from incident_docs.site.pages.all_pages import Site
from incident_docs.site.pages.lists.list_block import Lists
from incident_docs.site.pages.page import Page, Settings
from incident_docs.site.pages.parts import as_markdown
from incident_docs.workspace.project import load_project
from incident_docs.workspace.table_rows import TableRows

_LOG = get_plugin_logger("incident-docs")
_BEFORE_OTHERS = 100


class Options(Config):  # type: ignore[no-untyped-call]
    """All else that an organisation can set stands in its configuration of incident-docs."""

    audience = Optional(Choice(AUDIENCES))
    """Who this site is for, if it is not whom the configuration says: one project may have a site of each kind."""


class IncidentDocsPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Build one site. Between the builds of `mkdocs serve` it remembers what it has read and made."""

    def __init__(self) -> None:
        self._builder = Builder()
        self._search = Search()
        self._progress = Progress(sys.stderr)
        self._extension = IncidentDocsExtension()
        self._extension.warn = _LOG.warning
        self._last: PageMaker | None = None
        self._in_theme = ThemeMemory()
        self._is_served = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """MkDocs uses an instance for its next build too if the plugin has this method."""
        self._is_served = command == "serve"
        self._builder = Builder(is_served=self._is_served)

    def on_shutdown(self) -> None:
        self._search.stop()

    # Other plugins may put a copy in the place of the folder of documents.
    @event_priority(_BEFORE_OTHERS)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        start = Path(config.config_file_path or ".").resolve().parent
        try:
            self._project = project = load_project(start)
            self._template_folders = template_folders(project, config.theme.dirs)
        except IncidentDocsError as error:
            raise PluginError(str(error)) from error
        self._publishing = project.publishing.to(self.config.audience or project.publishing.audience)
        self._readers = Readers(self._publishing, project.format)
        self._layout: Layout = layout(project, start, Path(config.docs_dir).resolve())
        folders = map(Path, self._template_folders)
        watched = (self._layout.folder if self._layout.is_outside else None, project.configuration, *folders)
        config.watch.extend(str(path) for path in watched if path is not None and path.exists())
        script = ExtraScriptValue(bundle.script().path)
        script.defer = True
        self._search.configure(config, is_served=self._is_served)
        config.markdown_extensions.append(self._extension)  # type: ignore[arg-type]  # Python-Markdown takes both
        config.extra_css.append(bundle.stylesheet().path)
        config.extra_javascript.append(script)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for asset in (bundle.stylesheet(), bundle.script()):
            files.append(File.generated(config, asset.path, content=asset.content))
        self._maker = self._last = PageMaker(config, self._template_folders, self._last)
        self._incidents = Incidents(self._project, self._publishing, self._layout, self._builder)
        self._incidents.find(files, self._readers, config)
        self._incidents.read(lambda file: self._page(file, config))
        self._site = self._build(self._incidents.settings(self._template_folders))
        self._maker.know(self._site, self._incidents.places)
        self._own_pages = {path: page for path, page in self._maker.own_pages.items() if path not in files.src_uris}
        self._done, self._number = 0, len(self._own_pages) + len(self._incidents.places)
        for page in self._own_pages.values():
            self._add_own(page, files, config)
        return files

    def _build(self, settings: Settings) -> Site:
        self._index_path = settings.index_path
        if not settings.address:
            _LOG.info("without `site_url` the site has no feeds, and its calendars and data no addresses")
        places, today = tuple(self._incidents.places.values()), get_build_datetime().date()
        self._without_incidents: list[str] = []
        if self._readers.lack_something:
            self._without_incidents = [as_markdown(page.parts) for page in Site((), settings, today).pages()]
        self._lists = Lists(places, settings, today)
        return self._builder.build(places, settings, today, TableRows(self._layout.folder))

    def _page(self, file: File, config: MkDocsConfig) -> FinishedPage:
        return FinishedPage(self._incidents.named.get(file.src_uri), file, config, self._maker)

    def _add_own(self, page: Page, files: Files, config: MkDocsConfig) -> None:
        file = File.generated(config, page.path, content="")
        # A navigation that somebody wrote need not name all of them.
        if not page.is_listed or (config.nav is not None and page.path not in self._incidents.named):
            file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)
        self._page(file, config)

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        self._nav = nav
        if config.nav is None:
            put_in_order([_page(files, path) for path, page in self._own_pages.items() if page.is_listed], nav)
        index = _page(files, self._index_path)
        listed = {page.file.src_uri for page in nav.pages}
        for page in filter(None, (_page(files, path) for path in (*self._own_pages, *self._incidents.places))):
            if index is not None and index is not page and page.file.src_uri not in listed:
                # The list's tab is the marked one on the pages that have no tab of their own.
                page.parent = index.parent or index
        return nav

    # What other plugins look for in Markdown, such as templates, is not theirs in an incident.
    @event_priority(_BEFORE_OTHERS)
    def on_page_markdown(self, markdown: str, *, page: Any, **_: Any) -> str:
        path = page.file.src_uri
        if isinstance(page, FinishedPage):
            self._show("Making pages")
            return markdown
        self._extension.here = Here(path, path, page.file.content_string, self._lists)
        return self._readers.page(markdown, path)

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
        self._done = 0
        if self._is_served:
            self._in_theme.begin(env, self._nav, files, config, self._maker.state)

    # What other plugins make of what the theme has made is theirs to make again.
    @event_priority(_BEFORE_OTHERS)
    def on_post_page(self, output: str, *, page: Any, **_: Any) -> str:
        place = self._incidents.places.get(page.file.src_uri)
        if isinstance(page, FinishedPage):
            self._show("Writing pages")
            self._in_theme.remember(page, output)
            output = output.replace("</head>", f"{page.head}</head>", 1) if page.head else output
            page.close()
        return self._search.mark(output, page, place.document if place else None)

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        return self._search.in_template(output_content, template_name, config)

    @event_priority(_BEFORE_OTHERS)
    def _write(self, /, *, config: MkDocsConfig) -> None:
        self._progress.clear()
        self._search.begin(self._incidents.documents, self._project.format, config)
        for file in self._site.files():
            write_file(file.content.encode(), str(Path(config.site_dir, file.path)))
        self._search.finish()

    # What other plugins write is looked through too.
    @event_priority(-_BEFORE_OTHERS)
    def _check(self, /, *, config: MkDocsConfig) -> None:
        self._readers.check(Path(config.site_dir), self._without_incidents)

    on_post_build = CombinedEvent(_write, _check)

    def on_build_error(self, **_: Any) -> None:
        self._progress.clear()
        self._search.stop()

    def _show(self, what: str) -> None:
        self._done += 1
        self._progress.show(what, self._done, self._number)


def _page(files: Files, path: str) -> Any:
    """The page of this path; None where the site leaves it out."""
    file = files.src_uris[path]
    return None if file.inclusion is InclusionLevel.EXCLUDED else file.page
