"""Find the incidents that are not resolved, without reading all of the others."""

from collections.abc import Iterator
from pathlib import Path

from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.format.vocabulary import Stage
from incident_docs.workspace.files import Unreadable, read_file
from incident_docs.workspace.find_incidents import find_incidents
from incident_docs.workspace.project import Project


def open_incidents(project: Project) -> Iterator[tuple[Path, Document]]:
    """Give the project's incidents that are active or being mitigated, by name."""
    resolved = [status.id for status in project.format.statuses if status.stage is Stage.RESOLVED]
    # Nearly all incidents of an archive say so in this form, and need not be parsed.
    lines = [f"\nstatus: {status}\n" for status in resolved]
    for path in find_incidents([project.folder]):
        text = read_file(path)
        if isinstance(text, Unreadable):
            continue
        front, _, _ = text[4:].partition("\n---")
        if any(line in f"{front}\n" for line in lines):
            continue
        document = parse(text, str(path), project.format)
        if document.frontmatter.is_readable and not document.is_resolved:
            yield path, document
