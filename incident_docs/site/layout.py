"""Find where the incidents are and where they go in the site. A path with `/` is in the site, a Path on the disk."""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from incident_docs.document.model import Document
from incident_docs.errors import IncidentDocsError
from incident_docs.site.pages.urls import targets
from incident_docs.workspace.find_incidents import markdown_files
from incident_docs.workspace.project import Project

_INDEXES = ("index.md", "README.md")
_TEMPLATES = "incident-docs"


@dataclass(frozen=True, slots=True)
class Layout:
    """Know the folder of the incidents, seen from the site."""

    folder: Path
    prefix: str
    """What the paths of their pages begin with: empty, or a folder with its `/`."""
    is_outside: bool
    """The folder is no part of the site's documents: its files have to be added."""

    def holds(self, path: str) -> bool:
        """Say whether a page of this path may be an incident."""
        return path.startswith(self.prefix)

    def is_aside(self, path: str) -> bool:
        """Say whether an underscore keeps this page out of the site, as it does a template."""
        parts = PurePosixPath(path.removeprefix(self.prefix)).parts
        return self.holds(path) and any(part.startswith("_") for part in parts)

    def pages(self) -> Iterator[tuple[Path, str]]:
        """List the pages to add, with their places."""
        for source in markdown_files(self.folder) if self.is_outside else ():
            place = self._place(source)
            if not self.is_aside(place):
                yield source, place

    def media(self, incidents: Iterable[tuple[str, Document]]) -> Iterator[tuple[Path, str]]:
        """List the files to add because incidents, given with the paths of their pages, show them or lead to them."""
        for path, document in incidents if self.is_outside else ():
            source = self.folder / path.removeprefix(self.prefix)
            for target in targets(document.lines):
                found = Path(os.path.normpath(source.parent / target))
                if found.suffix != ".md" and found.is_relative_to(self.folder) and found.is_file():
                    yield found, self._place(found)

    def index_page(self, taken: Collection[str]) -> str:
        """Choose where the list goes among the pages that are there."""
        has_index = any(f"{self.prefix}{name}" in taken for name in _INDEXES)
        return f"{self.prefix}{'incidents' if has_index else 'index'}.md"

    def _place(self, source: Path) -> str:
        return self.prefix + source.relative_to(self.folder).as_posix()


def layout(project: Project, start: Path, documents: Path) -> Layout:
    """Choose where a site with this folder of documents has the project's incidents; `start` is the site's own folder."""
    folder = project.folder
    if project.configuration is None and (start / folder.name).is_dir():
        # Nothing says where the project begins, and a site may be built from a part of it, without its history.
        folder = start / folder.name
    if folder.is_relative_to(documents):
        inside = folder.relative_to(documents).as_posix()
        return Layout(folder, "" if inside == "." else f"{inside}/", is_outside=False)
    return Layout(folder, f"{folder.name}/", is_outside=True)


def template_folders(project: Project, theme_folders: Iterable[str] = ()) -> tuple[str, ...]:
    """Find the folders with templates of an organisation's: `incident-docs` in those of the theme, and the configured one.

    Raises IncidentDocsError if that is not there.
    """
    found = [Path(folder, _TEMPLATES) for folder in theme_folders]
    folders = [str(folder) for folder in found if folder.is_dir()]
    named = project.publishing.templates
    if named and not (project.root / named).is_dir():
        raise IncidentDocsError(f"{project.configuration}: there is no folder {named!r}, which `templates` names")
    return (*folders, *([str(project.root / named)] if named else []))
