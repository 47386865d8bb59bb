"""What an earlier build has made, found again by all that it depends on: pages of incidents, and parts of files."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from hashlib import blake2b
from typing import Any, Protocol

from incident_docs.insight.actions import items
from incident_docs.site.pages.page import DataFile, Incident, Page, Settings


class Store(Protocol):
    """Where they are kept, as texts."""

    def get(self, key: str) -> str | None:
        """The text under this key."""

    def put(self, key: str, text: str) -> None:
        """Keep a text."""


class Kept:
    """The pages of one build. `stamp` says who makes them, as another version makes others."""

    def __init__(self, store: Store, stamp: str) -> None:
        self._store = store
        self._stamp = stamp

    def shared(self, incidents: Sequence[Incident], settings: Settings) -> str:
        """What all pages depend on: how the site is laid out, and where a link may lead."""
        known = sorted((each.document.id, each.path, each.source) for each in incidents)
        return _digest(self._stamp, settings, known)

    def text(self, made_of: object, make: Callable[[], str]) -> str:
        """A text, made only if what it is made of has changed."""
        key = _digest(self._stamp, made_of)
        text = self._store.get(key)
        if text is None:
            text = make()
            self._store.put(key, text)
        return text

    def page(self, incident: Incident, shared: str, around: object, today: date, make: Callable[[], Page]) -> Page:
        """The page, made only if nothing that stands on it has changed."""
        day = today if _tells_the_day(incident) else None
        here = (incident.path, incident.source, incident.edit_url, incident.document.lines)
        key = _digest(shared, here, around, day)
        text = self._store.get(key)
        if text is not None:
            return _page(json.loads(text))
        page = make()
        self._store.put(key, json.dumps(_fields(page)))
        return page

    def pages(self, name: str, made_of: object, make: Callable[[], Iterable[Page]]) -> tuple[Page, ...]:
        """Pages that tell of many incidents; of these only the latest are kept, as they are large."""
        found = self._latest(name, made_of, lambda: list(map(_fields, make())))
        return tuple(map(_page, found))

    def files(self, name: str, made_of: object, make: Callable[[], Iterable[DataFile]]) -> tuple[DataFile, ...]:
        """The same for files."""
        return tuple(DataFile(path, content) for path, content in self._latest(name, made_of, lambda: list(make())))

    def _latest(self, name: str, made_of: object, make: Callable[[], list[Any]]) -> list[Any]:
        digest = _digest(self._stamp, made_of)
        known, _, text = (self._store.get(name) or "").partition("\n")
        if known == digest:
            found: list[Any] = json.loads(text)
            return found
        made = make()
        self._store.put(name, f"{digest}\n{json.dumps(made)}")
        return made


def _tells_the_day(incident: Incident) -> bool:
    """The page says how late something is."""
    return any(item.is_open and item.action.due_on for item in items([incident.document]))


def _fields(page: Page) -> dict[str, object]:
    return {name: getattr(page, name) for name in Page.__slots__}


def _page(fields: dict[str, Any]) -> Page:
    return Page(**{**fields, "hide": tuple(fields["hide"])})


def _digest(*parts: object) -> str:
    return blake2b(repr(parts).encode(), digest_size=16).hexdigest()
