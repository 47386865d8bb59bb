"""Find the page that an engine is rendering and the incidents for its lists, where no plugin knows them already.

Documents are parsed once, and again when their files have changed.
"""

import posixpath
from collections.abc import Iterable, Mapping
from datetime import date
from os.path import relpath
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from incident_docs.audience.public_incidents import redact_incidents
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.format.definition import Format
from incident_docs.site.layout import layout, template_folders
from incident_docs.site.pages.lists.list_block import Lists
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.workspace import files
from incident_docs.workspace.files import file_stamps, read_file
from incident_docs.workspace.find_incidents import find_incidents
from incident_docs.workspace.project import Project, load_project


class Folders(NamedTuple):
    """Where a site is made, and how."""

    start: Path
    """Where its project is looked for."""
    documents: Path
    """What paths of pages are relative to."""
    directory_urls: bool = True


class RenderedPage(NamedTuple):
    """A page whose Markdown is being converted."""

    path: str
    """Of its source, relative to the site's documents; empty if nobody says."""
    links_from: str
    """The path from which links have to lead: an engine may take all links as seen from the folder of the source."""
    folders: Folders


class ProjectLists:
    """Know the incidents of one process, which may render several pages at the same time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._parsed: dict[Path, tuple[object, Document | None]] = {}
        """By file: what tells that it has changed, and what it says; None if it cannot be read."""
        self._lists: tuple[object, Lists] | None = None

    def lists(self, folders: Folders, today: date) -> Lists:
        """Give what there is to list now; the same as before if nothing has changed.

        Raises IncidentDocsError for a mistake in the project's configuration.
        """
        with self._lock:
            project = load_project(folders.start)
            place = layout(project, folders.start, folders.documents)
            found = file_stamps(path for path in find_incidents([place.folder]) if not _is_aside(path, place.folder))
            templates = template_folders(project)
            key = (project.format, project.publishing, folders, templates, today, found)
            if self._lists is None or self._lists[0] != key:
                documents = self._documents(found, project)
                made = [_incident(document, path, folders) for path, document in documents.items()]
                self._lists = (
                    key,
                    Lists(made, _settings(made, folders, project.format, templates), today, is_alone=True),
                )
            return self._lists[1]

    def _documents(self, found: Mapping[Path, object], project: Project) -> dict[Path, Document]:
        if project.publishing.is_public:
            return _published(found, project)
        read = {path: self._read(path, stamp, project.format) for path, stamp in found.items()}
        return {path: document for path, document in read.items() if document}

    def _read(self, path: Path, stamp: object, format: Format) -> Document | None:
        key = (stamp, format)
        known = self._parsed.get(path)
        if known is None or known[0] != key:
            text = read_file(path)
            document = None if isinstance(text, files.Unreadable) else parse(text, path.name, format)
            known = self._parsed[path] = (key, document)
        return known[1]


def rendered_page(md: Any) -> RenderedPage:
    """Find the page that a Markdown instance is rendering; without an engine nobody knows it.

    Engines say so in processors of their own: Zensical in one for extensions to ask, MkDocs in the one that follows links.
    """
    if "rendering_context" in md.preprocessors:
        context = md.preprocessors["rendering_context"]
        path = context.page.path
        folder_page = posixpath.join(posixpath.dirname(path), "index.md")
        return RenderedPage(path, folder_page, _folders(context.config, Path(context.config["root_dir"])))
    if "relpath" in md.treeprocessors:
        links = md.treeprocessors["relpath"]
        path, file = links.file.src_uri, links.config["config_file_path"]
        return RenderedPage(path, path, _folders(links.config, Path(file or "mkdocs.yml").parent))
    here = Path.cwd()
    return RenderedPage("", "", Folders(here, here))


def _folders(config: Any, start: Path) -> Folders:
    start = start.resolve()
    return Folders(start, start / config["docs_dir"], config["use_directory_urls"])


def _published(paths: Iterable[Path], project: Project) -> dict[Path, Document]:
    """Read what the readers of a public site may read: all texts at once, as an internal incident is not even named in others."""
    read = {str(path): read_file(path) for path in paths}
    texts = {path: text for path, text in read.items() if not isinstance(text, files.Unreadable)}
    shown = redact_incidents(texts, project.publishing, project.format).texts
    return {Path(path): parse(text, Path(path).name, project.format) for path, text in shown.items()}


def _incident(document: Document, path: Path, folders: Folders) -> Incident:
    return Incident(document, _place(path, folders), path.as_posix())


def _settings(made: Iterable[Incident], folders: Folders, format: Format, templates: tuple[str, ...]) -> Settings:
    pages = {path.as_posix(): _place(path, folders) for path in sorted(folders.documents.rglob("*.md"))}
    places = {incident.source: incident.path for incident in made}
    return Settings(
        directory_urls=folders.directory_urls, files=pages | places, format=format, template_folders=templates
    )


def _place(path: Path, folders: Folders) -> str:
    return Path(relpath(path, folders.documents)).as_posix()


def _is_aside(path: Path, folder: Path) -> bool:
    """Tell whether an underscore keeps a file out of the site, as it does a template."""
    return any(part.startswith("_") for part in path.relative_to(folder).parts)
