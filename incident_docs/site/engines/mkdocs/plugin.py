"""A plugin of MkDocs that puts the pages of `pages/` into a site. It decides nothing about them."""

import gc
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, ExtraScriptValue, Optional
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.utils import get_build_datetime, write_file
from mkdocs.utils.templates import TemplateContext

from incident_docs.errors import IncidentDocsError
from incident_docs.format.fields import AUDIENCES
from incident_docs.site import bundle
from incident_docs.site.builder import Builder
from incident_docs.site.engines.markdown.lists_on_page import Here
from incident_docs.site.engines.markdown.markdown_extension import IncidentDocsExtension
from incident_docs.site.engines.mkdocs.mkdocs_finished import KnownFiles, are_all_asked_for
from incident_docs.site.engines.mkdocs.mkdocs_incidents import Incidents
from incident_docs.site.engines.mkdocs.mkdocs_page import TEMPLATE, KnownPage
from incident_docs.site.engines.mkdocs.mkdocs_readers import Readers
from incident_docs.site.engines.mkdocs.mkdocs_search import Search
from incident_docs.site.engines.mkdocs.navigation import put_in_order
from incident_docs.site.engines.mkdocs.progress import Progress
from incident_docs.site.layout import Layout, layout
from incident_docs.site.page_frontmatter import KEYS
from incident_docs.site.pages.data.json_values import json_value
from incident_docs.site.pages.lists.list_block import Lists
from incident_docs.site.pages.page import Page, Settings
from incident_docs.site.pages.page_parts import whole
from incident_docs.workspace.cache import cache_folder, writable_folder
from incident_docs.workspace.project import load_project
from incident_docs.workspace.standing import Standing
from incident_docs.workspace.table_rows import TableRows

if TYPE_CHECKING:
    from incident_docs.site.pages.all_pages import Site

_LOG = get_plugin_logger("incident-docs")
_BEFORE_OTHERS = 100
_NOT_BUILT = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
_USUALLY = gc.get_threshold()
_RARELY = 100_000
_TAGS = ("tags", "material/tags", "materialx/tags")


class Options(Config):  # type: ignore[no-untyped-call]
    """All else that an organisation can set stands in its configuration of incident-docs."""

    audience = Optional(Choice(AUDIENCES))
    """Who this site is for, if it is not whom the configuration says: one project may have a site of each kind."""


class IncidentDocsPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """One site. Between the builds of `mkdocs serve` it keeps the documents that it has parsed."""

    def __init__(self) -> None:
        self._builder = Builder()
        self._search = Search()
        self._progress = Progress(sys.stderr)
        self._extension = IncidentDocsExtension()
        self._extension.warn = _LOG.warning
        self._standing = Standing()
        self._is_served = self._is_dirty = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """MkDocs uses an instance for its next build too if the plugin has this method."""
        self._is_served, self._is_dirty = command == "serve", dirty

    def on_shutdown(self) -> None:
        self._search.stop()

    # Other plugins may put a copy in the place of the folder of documents.
    @event_priority(_BEFORE_OTHERS)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        start = Path(config.config_file_path or ".").resolve().parent
        try:
            self._project = project = load_project(start)
        except IncidentDocsError as error:
            raise PluginError(str(error)) from error
        self._publishing = project.publishing.to(self.config.audience or project.publishing.audience)
        self._readers = Readers(self._publishing, project.format)
        self._documents = Path(config.docs_dir).resolve()
        self._theme_folders = tuple(config.theme.dirs)
        self._layout: Layout = layout(project, start, self._documents)
        watched = (self._layout.folder if self._layout.is_outside else None, project.configuration)
        config.watch.extend(str(path) for path in watched if path is not None and path.exists())
        script = ExtraScriptValue(bundle.script().path)
        script.defer = True
        self._search.configure(config, is_served=self._is_served)
        config.markdown_extensions.append(self._extension)  # type: ignore[arg-type]  # Python-Markdown takes both
        config.extra_css.append(bundle.stylesheet().path)
        config.extra_javascript.append(script)
        return config

    # Before MkDocs empties the site's folder.
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        self._builder.begin(self._documents, get_build_datetime().date(), is_served=self._is_served)
        # Where MkDocs builds what has changed only, it empties nothing.
        self._standing = Standing() if self._is_dirty else self._builder.standing(Path(config.site_dir).resolve())
        self._standing.step_aside()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        # Little of what a build makes is garbage before its end, and looking for it takes a sixth of the time.
        gc.set_threshold(_RARELY, 50, 1000)
        for asset in (bundle.stylesheet(), bundle.script()):
            files.append(File.generated(config, asset.path, content=asset.content))
        # Without a plugin for them tags would only make pages differ.
        self._for_engine = (*KEYS, *(("tags",) if any(name in config.plugins for name in _TAGS) else ()))
        self._incidents = incidents = Incidents(self._project, self._publishing, self._layout, self._builder)
        incidents.find(files, self._readers, config)
        # It takes as long as all else.
        self._search.begin(incidents.changed, config)
        incidents.read()
        self._site = self._build(incidents.settings())
        for done, number in self._site.ahead():
            self._progress.show("Making pages", done, number)
        self._own_pages = {each.page.path: each for each in self._site.pages() if each.page.path not in files.src_uris}
        self._done, self._number = 0, len(self._own_pages) + len(incidents.places)
        for held in self._own_pages.values():
            self._add_own(held.page, files, config)
        self._files = KnownFiles(files)
        return self._files

    def _build(self, settings: Settings) -> "Site":
        self._index_path = settings.index_path
        if not settings.address:
            _LOG.info("without `site_url` the site has no feeds, and its calendars and data no addresses")
        places = tuple(self._incidents.places.values())
        self._said_anyway: list[str] = []
        if self._readers.lack_something:
            without = self._builder.without_incidents(settings)
            self._said_anyway = [whole(held).markdown for held in without.pages()]
        self._lists = Lists(places, settings, get_build_datetime().date())
        return self._builder.build(places, settings, TableRows(self._layout.folder))

    def _add_own(self, page: Page, files: Files, config: MkDocsConfig) -> None:
        file = File.generated(config, page.path, content="")
        # A navigation that somebody wrote need not name all of them.
        if not page.is_listed or (config.nav is not None and page.path not in self._incidents.named):
            file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)
        self._incidents.page(file)

    def _put_in_order(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        if config.nav is None:
            put_in_order([_page(files, path) for path, held in self._own_pages.items() if held.page.is_listed], nav)
        index = _page(files, self._index_path)
        listed = {page.file.src_uri for page in nav.pages}
        for page in filter(None, (_page(files, path) for path in (*self._own_pages, *self._incidents.places))):
            page.is_shared = page.file.src_uri not in listed
            if index is not None and index is not page and page.is_shared:
                # The list's tab is the marked one on the pages that have no tab of their own.
                page.parent = index.parent or index
        return nav

    # Once no other plugin moves pages any more.
    @event_priority(-_BEFORE_OTHERS)
    def _finish(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        if files is self._files and not self._is_dirty and not are_all_asked_for(config, self, self._search.plugin):
            incidents = (_page(files, path) for path in self._incidents.places)
            self._files.finish((page for page in incidents if page is not None), self._tell)
            for page in filter(None, (_page(files, path) for path in (*self._own_pages, *self._incidents.places))):
                page.wait_for_theme()
        return nav

    on_nav = CombinedEvent(_put_in_order, _finish)

    # What other plugins look for in Markdown, such as templates, is not theirs in an incident.
    @event_priority(_BEFORE_OTHERS)
    def on_page_markdown(self, markdown: str, *, page: Any, **_: Any) -> str:
        path = page.file.src_uri
        if not isinstance(page, KnownPage):
            self._extension.here = Here(path, path, page.file.content_string, self._lists)
            return self._readers.page(markdown, path)
        return markdown if page.is_told else self._tell(page)

    def _tell(self, page: KnownPage) -> str:
        """Let the page know what stands on it; gives what the engine has to convert."""
        self._show("Making pages")
        path = page.file.src_uri
        place = self._incidents.places.get(path)
        written = place.document.frontmatter.values if place else {}
        said = self._site.held(place) if place else self._own_pages.pop(path)
        meta = {key: json_value(written[key]) for key in self._for_engine if key in written}
        folders = self._theme_folders
        markdown = page.say(said, {key: value for key, value in meta.items() if _is_sound(key, value, folders)})
        page.head = said.page.head + self._search.tag(page.url)
        return markdown

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        self._done = 0
        self._files.render(config)
        pages = chain((file.page for file in files.documentation_pages()), self._files.finished.values())
        self._search.start(pages, self._incidents.documents, self._project.format, config)
        self._data = tuple(self._site.files())
        finished = (page.file.dest_uri for page in self._files.finished.values())
        self._standing.step_back({*finished, *(file.path for file in self._data)})
        ours = jinja2.DictLoader({TEMPLATE: "{{ incident_docs_page() }}"})
        env.loader = jinja2.ChoiceLoader([ours, *([env.loader] if env.loader else [])])
        # Compiling the theme's templates takes as long as all pages of an edited site.
        if env.bytecode_cache is None and (place := writable_folder(cache_folder() / "templates")) is not None:
            env.bytecode_cache = jinja2.FileSystemBytecodeCache(str(place))
        self._theme = env
        return env

    # The search reads pages at this moment. It needs half the build's time for all of them, and a tenth for their words.
    @event_priority(_BEFORE_OTHERS)
    def _lighten(self, /, context: TemplateContext, *, page: Any, **_: Any) -> TemplateContext:
        if isinstance(page, KnownPage) and self._search.is_theme_s:
            page.lighten()
        return context

    @event_priority(-_BEFORE_OTHERS)
    def _restore(self, /, context: TemplateContext, *, page: Any, **_: Any) -> TemplateContext:
        if isinstance(page, KnownPage):
            page.restore()
            if self._files.finished:
                context["pages"] = self._files.all_pages()
            given: dict[str, Any] = dict(context)
            context["incident_docs_page"] = lambda: page.in_theme(  # type: ignore[typeddict-unknown-key]
                lambda: self._theme.get_template("main.html").render(given)
            )
        return context

    on_page_context = CombinedEvent(_lighten, _restore)

    def on_post_page(self, output: str, *, page: Any, **_: Any) -> str:
        head = self._search.tag(page.url)
        if isinstance(page, KnownPage):
            self._show("Writing pages")
            # In the theme's own template it stands already.
            head = page.head if page.has_own_template else ""
        return output.replace("</head>", f"{head}</head>", 1) if head else output

    def on_template_context(self, context: TemplateContext, **_: Any) -> TemplateContext:
        if self._files.finished:
            # The sitemap names them.
            context["pages"] = self._files.all_pages()
        return context

    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:
        return self._search.in_template(output_content, template_name, config)

    @event_priority(_BEFORE_OTHERS)
    def _write(self, /, *, config: MkDocsConfig) -> None:
        for _ in self._files.write(self._standing):
            self._show("Writing pages")
        self._progress.clear()
        for file in self._data:
            if not self._standing.has(file.path, file.made_of):
                write_file(file.content().encode(), str(Path(config.site_dir, file.path)))
                self._standing.wrote(file.path, file.made_of)
        self._builder.finish(self._standing)
        self._search.finish(config)
        gc.set_threshold(*_USUALLY)

    # What other plugins write is looked through too.
    @event_priority(-_BEFORE_OTHERS)
    def _check(self, /, *, config: MkDocsConfig) -> None:
        if not self._is_served:
            # At its end Python would look for garbage in all of it, which takes a fifth of such a build.
            gc.freeze()
        self._readers.check(Path(config.site_dir), self._said_anyway)

    on_post_build = CombinedEvent(_write, _check)

    def on_build_error(self, **_: Any) -> None:
        gc.set_threshold(*_USUALLY)
        self._progress.clear()
        self._standing.clear()
        self._search.abandon()

    def _show(self, what: str) -> None:
        self._done += 1
        self._progress.show(what, self._done, self._number)


def _is_sound(key: str, value: object, folders: Iterable[str]) -> bool:
    """The engine can take this value from an author."""
    if key == "template":
        is_name = isinstance(value, str) and ".." not in value
        return is_name and any(Path(folder, str(value)).is_file() for folder in folders)
    return key != "hide" or isinstance(value, list)


def _page(files: Files, path: str) -> Any:
    """The page of this path; None where the site leaves it out."""
    file = files.src_uris[path]
    return None if file.inclusion is InclusionLevel.EXCLUDED else file.page
