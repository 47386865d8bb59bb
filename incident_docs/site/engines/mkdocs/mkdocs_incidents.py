"""Find the incidents among the files of a site that MkDocs builds, and read them."""

import os
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from incident_docs.document.incident_ids import is_dated, reads_as_incident
from incident_docs.document.model import Document
from incident_docs.format.publishing import Publishing
from incident_docs.site.builder import Builder
from incident_docs.site.engines.mkdocs.finished_page import FinishedPage
from incident_docs.site.engines.mkdocs.mkdocs_readers import Readers
from incident_docs.site.engines.mkdocs.navigation import titles
from incident_docs.site.layout import Layout
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.workspace.file_history import file_histories
from incident_docs.workspace.project import Project

_NOT_BUILT = (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


class Incidents:
    """Know the incidents of one build."""

    def __init__(self, project: Project, publishing: Publishing, layout: Layout, builder: Builder) -> None:
        self._project, self._publishing, self._layout, self._builder = project, publishing, layout, builder
        self._history = file_histories(layout.folder)
        self._texts: dict[str, bytes] = {}
        self.places: dict[str, Incident] = {}
        """By the paths of their pages."""

    def find(self, files: Files, readers: Readers, config: MkDocsConfig) -> None:
        """Find those that readers may see."""
        self._readers, self._config, self._files = readers, config, files
        self._documents = Path(config.docs_dir).resolve()
        self.named = titles(config.nav)
        """What the pages are called that the navigation names, by their paths."""
        for source, path in self._layout.pages():
            self._add(source, path)
        written = {file.src_uri: text for file in files if (text := self._text(file)) is not None}
        self._texts = readers.shown(written, files)

    def read(self, page_of: Callable[[File], FinishedPage]) -> None:
        """Read all of them, and add the files that they show. `page_of` makes the page of a file."""
        documents = {}
        for path in list(self._texts):
            # Thousands of texts fill the memory, and nobody needs one that is read.
            documents[path] = self._builder.read(self._texts.pop(path), path, self._project.format)
        for source, path in self._layout.media(documents.items()):
            self._add(source, path)
        for path, document in documents.items():
            self.places[path] = self._incident(page_of(self._files.src_uris[path]), document)

    @property
    def documents(self) -> list[Document]:
        """Give the documents."""
        return [place.document for place in self.places.values()]

    def settings(self, template_folders: tuple[str, ...]) -> Settings:
        """Say how the site is laid out, as far as its files are known by now."""
        return Settings(
            self._layout.index_page(self._files.src_uris),
            self._layout.prefix,
            self._config.use_directory_urls,
            {self._source(file): file.src_uri for file in self._files},
            self._project.format,
            self._config.site_name,
            self._config.site_url or "",
            self._publishing,
            template_folders,
        )

    def _incident(self, page: FinishedPage, document: Document) -> Incident:
        source, path = self._source(page.file), page.file.src_uri
        changes = None if self._readers.know_no_names else self._history.get(Path(source))
        return Incident(document, path, source, page.edit_url or "", changes, self._builder.digest(path))

    def _add(self, source: Path, path: str) -> None:
        if path not in self._files.src_uris:
            file = File.generated(self._config, path, abs_src_path=str(source))
            file.edit_uri = Path(os.path.relpath(source, self._documents)).as_posix()
            self._files.append(file)

    def _text(self, file: File) -> bytes | None:
        """The text of the incident in a file, in UTF-8; None if there is none, and its page stays what it is.

        Thousands of texts are in the memory at once, and one dash would double the space that a string takes.
        """
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
        return text.encode()

    def _source(self, file: File) -> str:
        """Where it lies. Other plugins may have moved the whole folder of documents elsewhere for the build."""
        if file.generated_by is None:
            return (self._documents / file.src_uri).as_posix()
        return Path(file.abs_src_path).as_posix() if file.abs_src_path else ""
