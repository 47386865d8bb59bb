"""Read from the folder of the incidents what a site has of it: incidents, other pages, and the files that these lead to."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from incident_docs.audience import public_incidents
from incident_docs.audience.leaks import ForbiddenText
from incident_docs.document.incident_ids import is_dated, reads_as_incident
from incident_docs.document.model import Document
from incident_docs.errors import IncidentDocsError
from incident_docs.site.builder import Builder
from incident_docs.site.layout import Layout
from incident_docs.workspace import files
from incident_docs.workspace.files import read_file
from incident_docs.workspace.project import Project


class Authored(NamedTuple):
    """What authors wrote. All is by the paths in the site."""

    sources: Mapping[str, Path]
    """Where each of the others lies on the disk."""
    incidents: Mapping[str, Document]
    pages: Mapping[str, str]
    """The texts of the pages that are no incidents."""
    media: frozenset[str]
    internal: tuple[ForbiddenText, ...]
    """What must not be found in the site, as its readers are not to know it."""


def read_source_folder(project: Project, builder: Builder) -> Authored:
    """Read the folder. Raises IncidentDocsError if a file cannot be read, or if it is not plain what is internal."""
    layout = Layout(project.folder, "", is_outside=True)
    sources = {path: source for source, path in layout.pages()}
    texts = {path: _text(source) for path, source in sources.items()}
    incidents = {path: text for path, text in texts.items() if is_dated(sources[path].name) or reads_as_incident(text)}
    pages = {path: text for path, text in texts.items() if path not in incidents}
    found = (
        public_incidents.redact_incidents(incidents, project.publishing, project.format)
        if project.publishing.is_public
        else None
    )
    shown = dict(incidents if found is None else found.texts)
    documents = {path: builder.read(text.encode(), path, project.format) for path, text in (shown | pages).items()}
    media = {path: source for source, path in layout.media(documents.items())}
    withheld = frozenset() if found is None else public_incidents.withheld_media(media, found, pages)
    return Authored(
        sources | media,
        {path: documents[path] for path in shown},
        pages,
        frozenset(media.keys() - withheld),
        () if found is None else found.forbidden_texts,
    )


def _text(source: Path) -> str:
    text = read_file(source)
    if isinstance(text, files.Unreadable):
        raise IncidentDocsError(f"{source}:{text.line}:{text.column}: {text.message}")
    return text
