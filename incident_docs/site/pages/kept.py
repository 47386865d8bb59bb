"""What an earlier build has made, found again by all that it depends on: pages, and parts of files."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from typing import Any, Protocol

from incident_docs.site.pages.page import DataFile, KeptFile, Page
from incident_docs.workspace import processes

_WORTH_PROCESSES = 50
"""Things to be made; fewer take less time than starting processes."""


class Store(Protocol):
    """Where they are kept, as texts."""

    def get(self, key: str) -> str | None:
        """The text under this key."""

    def put(self, key: str, text: str) -> None:
        """Keep a text."""

    def has(self, key: str) -> bool:
        """Something is kept under this key."""

    def taken(self) -> dict[str, bytes]:
        """What is new, for the store of the process that this one is a copy of."""

    def give(self, taken: dict[str, bytes]) -> None:
        """Keep what a copy of this process has made."""


class Kept:
    """What one build keeps; nothing without a store. `stamp` says who makes it: another version makes other things."""

    def __init__(self, store: Store | None = None, stamp: str = "") -> None:
        self._store = store
        self._stamp = stamp

    def key(self, *made_of: object) -> str:
        """Under which something is kept that is made of these."""
        return blake2b(repr((self._stamp, made_of)).encode(), digest_size=16).hexdigest()

    def has(self, key: str) -> bool:
        """It is made already."""
        return self._store is not None and self._store.has(key)

    def get(self, key: str) -> str | None:
        """What is kept under this key."""
        return None if self._store is None else self._store.get(key)

    def put(self, key: str, text: str) -> None:
        """Keep a text."""
        if self._store is not None:
            self._store.put(key, text)

    def pages(self, name: str, made_of: object, make: Callable[[], Iterable[Page]]) -> tuple[Page, ...]:
        """Pages that tell of many incidents; of these only the latest are kept, as they are large."""
        digest = self.key(made_of)
        known, _, text = (self.get(name) or "").partition("\n")
        if known == digest:
            return tuple(map(page_of, json.loads(text)))
        made = tuple(make())
        self.put(name, f"{digest}\n{json.dumps(list(map(fields_of, made)))}")
        return made

    def files(self, name: str, made_of: object, make: Callable[[], Iterable[DataFile]]) -> Iterator[KeptFile]:
        """The same for files, left where they are kept."""
        digest = self.key(made_of)
        known, *paths = (self.get(name) or "").split("\n")
        made: dict[str, str] = {}
        if known != digest or not all(self.has(f"{name} {path}") for path in paths):
            made = {file.path: file.content for file in make()}
            paths = list(made)
            self.put(name, "\n".join([digest, *paths]))
            for path, content in made.items():
                self.put(f"{name} {path}", content)
        for path in paths:
            yield KeptFile(path, partial(self._content, f"{name} {path}", made.get(path, "")), digest)

    def _content(self, key: str, made: str) -> str:
        return made or self.get(key) or ""

    def ahead(self, making: Sequence[Callable[[], object]]) -> Iterator[int]:
        """Make what will be asked for, if that is much and other processes can help; gives how much is made, now and then."""
        store, done = self._store, 0
        if store is None or len(making) < _WORTH_PROCESSES or not processes.can_be_copied():
            return
        for part in processes.results([partial(_taken, store, make) for make in making]):
            for taken in part:
                store.give(taken)
            done += len(part)
            yield done


def _taken(store: Store, make: Callable[[], object]) -> dict[str, bytes]:
    make()
    return store.taken()


def fields_of(page: Page) -> dict[str, object]:
    """A page as values that JSON can write."""
    return {name: getattr(page, name) for name in Page.__slots__}


def page_of(fields: dict[str, Any]) -> Page:
    """The page again."""
    return Page(**{**fields, "hide": tuple(fields["hide"])})
