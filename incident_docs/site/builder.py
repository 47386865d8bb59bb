"""Texts to the site, build after build: what has not changed is neither read nor made again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from incident_docs import __version__
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.site.pages.incident.incident_page import page
from incident_docs.site.pages.incident.related_facts import Around
from incident_docs.site.pages.page import Held, Incident, Settings
from incident_docs.site.pages.page_cache import Kept
from incident_docs.site.pages.page_parts import held
from incident_docs.workspace.cache import digest
from incident_docs.workspace.files import file_stamps
from incident_docs.workspace.standing import Standing
from incident_docs.workspace.store import Store
from incident_docs.workspace.table_rows import TableRows

if TYPE_CHECKING:
    from incident_docs.insight.similar import Likeness
    from incident_docs.site.pages.all_pages import Site

_TEXTS = "texts"
_FEW = 20


class _Read(NamedTuple):
    """A text that was read."""

    digest: str
    document: Document


class Builder:
    """What one build leaves for the next: in memory, and in the platform's cache folder."""

    def __init__(self) -> None:
        self._format: Format = DEFAULT
        self._read: dict[str, _Read] = {}
        """By the paths of their pages."""
        self._is_served = False
        self._likeness: Likeness | None = None
        self._kept = Kept()
        self._today = date.min
        self._store: Store | None = None

    def read(self, text: bytes, path: str, format: Format) -> Document:
        """The document in this text, in UTF-8; the same one as before if nothing in it has changed."""
        if format != self._format:
            self._format, self._read = format, {}
        content = digest(text)
        known = self._read.get(path)
        if known is None or known.digest != content:
            # Thousands are in the memory at once, and nobody but the linter's rules looks into all of a text again.
            known = self._read[path] = _Read(content, replace(parse(text.decode(), path, format), content=""))
        return known.document

    def changed(self, texts: Mapping[str, bytes]) -> list[str]:
        """The paths of the few texts that the last build did not have; none if too much has changed to be told so."""
        known = json.loads((self._store and self._store.get(_TEXTS)) or "{}")
        found = [path for path, text in texts.items() if known.get(path) != digest(text)]
        return found if len(found) <= _FEW and known.keys() <= texts.keys() else []

    def digest(self, path: str) -> str:
        """Of the text that was read last for this page."""
        return self._read[path].digest

    def begin(self, folder: Path, today: date, *, is_served: bool = False) -> None:
        """Begin a build of a site as it is on this day; `folder` has its documents. After an edit a served one is built again."""
        self._today, self._is_served = today, is_served
        self._store = self._store or Store(folder, "pages", today)

    def standing(self, out: Path) -> Standing:
        """What an earlier build has left in the folder of the site."""
        written = json.loads((self._store and self._store.get(_written(out))) or "{}")
        return Standing(out, {path: (made_of, *seen) for path, (made_of, *seen) in written.items()})

    def build(self, incidents: Sequence[Incident], settings: Settings, rows: TableRows) -> "Site":
        """The site of these incidents, of whose tables git may know the rows."""
        # Imported here, as their libraries take a while, and the search can be begun before.
        from incident_docs.insight.similar import Likeness  # noqa: PLC0415
        from incident_docs.site.pages.all_pages import Site  # noqa: PLC0415

        if self._likeness is None and self._is_served:
            # What was compared would fill the memory of a build that is the only one.
            self._likeness = Likeness()
        self._kept = Kept(self._store, _stamp(), self._kept.known)
        return Site(incidents, settings, self._today, self._kept, likeness=self._likeness, rows=rows)

    def alone(self, incident: Incident, settings: Settings) -> Held:
        """The page of an incident as if there were no other, before all of them are read."""
        return held(page(incident, {incident.document.id: incident}, settings, self._today, Around()))

    def without_incidents(self, settings: Settings) -> "Site":
        """What a site says before there is any incident."""
        from incident_docs.site.pages.all_pages import Site  # noqa: PLC0415

        return Site((), settings, self._today, Kept())

    def finish(self, standing: Standing) -> None:
        """Leave what this build has made to the next one."""
        if self._store is None:
            return
        if standing.folder is not None:
            self._store.put(_written(standing.folder), json.dumps(standing.marks))
        self._store.put(_TEXTS, json.dumps({path: read.digest for path, read in self._read.items()}))
        self._store.save()


def _written(out: Path) -> str:
    return f"written to {out}"


@cache
def _stamp() -> str:
    """Who makes the pages. A version does not tell one state of a working copy from the next."""
    return digest(repr((__version__, file_stamps(sorted(Path(__file__).parents[1].rglob("*.py"))))).encode())
