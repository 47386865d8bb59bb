"""Read documents and make sites of them, build after build: a document that has not changed is not read again."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.insight.likeness import Likeness
from incident_docs.site.pages.all_pages import Site
from incident_docs.site.pages.memory import Memory
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.site.pages.templating import forget_templates
from incident_docs.workspace.cache import digest
from incident_docs.workspace.files import file_stamps
from incident_docs.workspace.table_rows import TableRows


class _Read(NamedTuple):
    """A text that was read."""

    digest: str
    document: Document


class Builder:
    """Remember between builds what was read; where a site `is_served`, also what was made."""

    def __init__(self, *, is_served: bool = False) -> None:
        self._format: Format = DEFAULT
        self._read: dict[str, _Read] = {}
        """By the paths of their pages."""
        self._likeness = Likeness()
        self._is_served = is_served
        self._memory: Memory | None = None
        self._templates: object = {}
        """Tells whether an organisation's templates have changed."""

    def read(self, text: bytes, path: str, format: Format) -> Document:
        """Give the document in this text, in UTF-8; the same one as before if nothing in it has changed."""
        if format != self._format:
            self._format, self._read = format, {}
        content = digest(text)
        known = self._read.get(path)
        if known is None or known.digest != content:
            known = self._read[path] = _Read(content, parse(text.decode(), path, format))
        return known.document

    def digest(self, path: str) -> str:
        """Give the digest of the text that was read last for this page."""
        return self._read[path].digest

    def build(self, incidents: Sequence[Incident], settings: Settings, today: date, rows: TableRows) -> Site:
        """Make the site of these incidents, of whose tables git may know the rows, as it is on this day."""
        folders = map(Path, settings.template_folders)
        templates = file_stamps(path for folder in folders for path in sorted(folder.rglob("*")))
        if templates != self._templates:
            self._templates, self._memory = templates, None
            forget_templates()
        if not self._is_served:
            return Site(incidents, settings, today, rows=rows)
        self._memory = Memory(self._memory)
        return Site(incidents, settings, today, self._memory, likeness=self._likeness, rows=rows)
