"""Texts to the site, build after build: what has not changed is neither read nor made again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from incident_docs import __version__
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.site.pages import site
from incident_docs.site.pages.kept import Kept
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.workspace.cache import digest
from incident_docs.workspace.stamps import stamps
from incident_docs.workspace.store import Store


class Builder:
    """What one build leaves for the next: in memory, and in the platform's cache folder."""

    def __init__(self) -> None:
        self._format: Format = DEFAULT
        self._parsed: dict[str, tuple[str, Document]] = {}
        """By the paths of their pages: the text's digest, and what it says."""
        self._store: Store | None = None

    def read(self, text: str, path: str, format: Format) -> Document:
        """The document in this text; the same one as before if nothing in it has changed."""
        if format != self._format:
            self._format, self._parsed = format, {}
        content = digest(text.encode())
        known = self._parsed.get(path)
        if known is None or known[0] != content:
            # Thousands are in the memory at once, and nobody but the linter's rules looks into all of a text again.
            known = self._parsed[path] = (content, replace(parse(text, path, format), content=""))
        return known[1]

    def build(self, incidents: Sequence[Incident], settings: Settings, folder: Path, today: date) -> site.Site:
        """The site of these incidents, as it is on this day; `folder` has the site's documents."""
        if self._store is None:
            self._store = Store(folder, "pages", today)
        return site.build(incidents, settings, today, Kept(self._store, _stamp()))

    def without_incidents(self, settings: Settings, today: date) -> site.Site:
        """What a site says before there is any incident."""
        return site.build((), settings, today, Kept(_Nothing(), ""))

    def finish(self) -> None:
        """Leave what this build has made to the next one."""
        if self._store is not None:
            self._store.save()


class _Nothing:
    """A store that keeps nothing."""

    def get(self, key: str) -> None:
        """Nothing is kept."""

    def put(self, key: str, text: str) -> None:
        """It is not kept."""


@cache
def _stamp() -> str:
    """Who makes the pages. A version does not tell one state of a working copy from the next."""
    return digest(repr((__version__, stamps(sorted(Path(__file__).parents[1].rglob("*.py"))))).encode())
