"""A plugin of MkDocs that puts the pages of `pages/` into a site. It decides nothing about them."""

import os
import re
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_build_datetime
from mkdocs.utils.templates import TemplateContext

from incident_docs.document.identity import is_dated, reads_as_incident
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.errors import IncidentDocsError
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.site import bundle
from incident_docs.site.layout import Layout, layout
from incident_docs.site.navigation import put_in_order
from incident_docs.site.pages import site
from incident_docs.site.pages.html import hold, release, words
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.workspace.project import load

_BEFORE_OTHERS = 100
_ID = re.compile(r' id="([^"]+)"')
_NOT_BUILT = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """What an organisation can set stands in its configuration of incident-docs."""


class IncidentDocsPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    """One site. Between the builds of `mkdocs serve` it keeps the documents that it has parsed."""

    def __init__(self) -> None:
        self._format: Format = DEFAULT
        self._parsed: dict[str, tuple[str, Document]] = {}
        """By the paths of their pages: the text, and what it says."""
        self._blocks: dict[str, list[str]] = {}
        self._content: str | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """MkDocs uses an instance for its next build too if the plugin has this method."""

    # Other plugins may put a copy in the place of the folder of documents.
    @event_priority(_BEFORE_OTHERS)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        start = Path(config.config_file_path or ".").resolve().parent
        try:
            project = load(start)
        except IncidentDocsError as error:
            raise PluginError(str(error)) from error
        if project.format != self._format:
            self._format, self._parsed = project.format, {}
        self._documents = Path(config.docs_dir).resolve()
        self._layout: Layout = layout(project, start, self._documents)
        watched = (self._layout.folder if self._layout.is_outside else None, project.configuration)
        config.watch.extend(str(path) for path in watched if path is not None and path.exists())
        script = ExtraScriptValue(bundle.script().path)
        script.defer = True
        config.extra_css.append(bundle.stylesheet().path)
        config.extra_javascript.append(script)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        for asset in (bundle.stylesheet(), bundle.script()):
            files.append(File.generated(config, asset.path, content=asset.content))
        for source, path in self._layout.pages():
            self._add(source, path, files, config)
        self._incidents = {file.src_uri: document for file in files if (document := self._read(file))}
        for source, path in self._layout.media(self._incidents.items()):
            self._add(source, path, files, config)
        own = self._layout.own_pages(files.src_uris)
        self._own_pages = [path for path in own if path not in files.src_uris]
        for path in self._own_pages:
            file = File.generated(config, path, content="")
            if config.nav is not None and path == own[-1]:
                # A navigation that somebody wrote need not name the rules.
                file.inclusion = InclusionLevel.NOT_IN_NAV
            files.append(file)
        sources = {self._source(file): file.src_uri for file in files}
        self._settings = Settings(*own, directory_urls=config.use_directory_urls, files=sources)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Every page is known now, with the address at which it can be changed."""
        index = _page(files, self._settings.index_path)
        if config.nav is None:
            settings = self._settings
            put_in_order(
                [_page(files, path) for path in (settings.index_path, settings.actions_path, settings.rules_path)], nav
            )
        listed = {page.file.src_uri for page in nav.pages}
        incidents = []
        for path, document in self._incidents.items():
            page = _page(files, path)
            if index is not None and path not in listed:
                # The list's tab is the marked one on the pages that have no tab of their own.
                page.parent = index.parent or index
            incidents.append(Incident(document, path, self._source(page.file), page.edit_url or ""))
        pages = site.build(incidents, self._settings, get_build_datetime().date())
        own = {*self._own_pages, *self._incidents}
        self._pages = {page.path: page for page in pages if page.path in own}
        return nav

    # What other plugins look for in Markdown, such as templates, is not theirs in an incident.
    @event_priority(_BEFORE_OTHERS)
    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        found = self._pages.get(page.file.src_uri)
        if found is None:
            return markdown
        page.meta["title"] = found.title
        page.meta.setdefault("hide", list(found.hide))
        if found.description:
            page.meta.setdefault("description", found.description)
        if not found.is_searched:
            page.meta.setdefault("search", {"exclude": True})
        held, self._blocks[found.path] = hold(found.markdown)
        return held

    @event_priority(_BEFORE_OTHERS)
    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        blocks = self._blocks.pop(page.file.src_uri, [])
        page.present_anchor_ids = (page.present_anchor_ids or set()).union(*(_ID.findall(block) for block in blocks))
        return release(html, blocks)

    # The search reads pages at this moment. It needs half the build's time for all of them, and a tenth for their words.
    @event_priority(_BEFORE_OTHERS)
    def _lighten(self, /, context: TemplateContext, *, page: MkDocsPage, **_: Any) -> TemplateContext:
        if page.file.src_uri in self._pages:
            self._content, page.content = page.content, words(page.content or "")
        return context

    @event_priority(-_BEFORE_OTHERS)
    def _restore(self, /, context: TemplateContext, *, page: MkDocsPage, **_: Any) -> TemplateContext:
        if page.file.src_uri in self._pages:
            page.content = self._content
        return context

    on_page_context = CombinedEvent(_lighten, _restore)

    def _add(self, source: Path, path: str, files: Files, config: MkDocsConfig) -> None:
        if path not in files.src_uris:
            file = File.generated(config, path, abs_src_path=str(source))
            file.edit_uri = Path(os.path.relpath(source, self._documents)).as_posix()
            files.append(file)

    def _read(self, file: File) -> Document | None:
        """The incident in a file; None if there is none, and its page stays what it is."""
        path = file.src_uri
        if not self._layout.holds(path) or not file.is_documentation_page() or file.inclusion in _NOT_BUILT:
            return None
        if self._layout.is_aside(path):
            file.inclusion = InclusionLevel.EXCLUDED
            return None
        try:
            text = file.content_string
        except (OSError, ValueError):
            # MkDocs is about to read it too, and says what is wrong.
            return None
        if not is_dated(file.name) and not reads_as_incident(text):
            return None
        file.inclusion = InclusionLevel.NOT_IN_NAV
        known = self._parsed.get(path)
        if known is None or known[0] != text:
            known = self._parsed[path] = (text, parse(text, path, self._format))
        return known[1]

    def _source(self, file: File) -> str:
        """Where it lies. Other plugins may have moved the whole folder of documents elsewhere for the build."""
        if file.generated_by is None:
            return (self._documents / file.src_uri).as_posix()
        return Path(file.abs_src_path).as_posix() if file.abs_src_path else ""


def _page(files: Files, path: str) -> Any:
    """The page of this path; None where the site leaves it out."""
    return files.src_uris[path].page
