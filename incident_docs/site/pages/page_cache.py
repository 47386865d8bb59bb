"""What an earlier build has made, found again by all that it depends on: pages, and parts of files."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any, Protocol

from incident_docs.site.pages.page import DataFile, Held, KeptFile, Page
from incident_docs.site.pages.page_parts import held, held_as
from incident_docs.workspace import processes
from incident_docs.workspace.cache import digest


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
    """What one build keeps; nothing without a store. `stamp` says who makes it: another version makes other things.

    `known` are the pages that the build before had in the memory, if it was of this process.
    """

    def __init__(
        self, store: Store | None = None, stamp: str = "", known: Mapping[str, Page] = MappingProxyType({})
    ) -> None:
        self._store = store
        self._stamp = stamp
        self._known = known
        self.known: dict[str, Page] = {}
        """Those of this build."""

    def key(self, *made_of: object) -> str:
        """Under which something is kept that is made of these."""
        return digest(repr((self._stamp, made_of)).encode())

    def has(self, key: str) -> bool:
        """It is made already."""
        return self._store is not None and self._store.has(key)

    def get(self, key: str) -> str | None:
        """What is kept under this key."""
        return None if self._store is None else self._store.get(key)

    def page(self, key: str, text: Callable[[], str]) -> Page:
        """The page of this key; `text` is how it is kept."""
        page = self.known[key] = self._known.get(key) or page_of(json.loads(text()))
        return page

    def put(self, key: str, text: str) -> None:
        """Keep a text."""
        if self._store is not None:
            self._store.put(key, text)

    def has_made(self, name: str, made_of: str) -> bool:
        """`pages` has made those of this name of just this."""
        return self._store is not None and (self._store.get(name) or "").startswith(f"{made_of}\n")

    def pages(self, name: str, made_of: str, make: Callable[[], Iterable[Page]]) -> Iterator[Held]:
        """Pages that tell of many incidents; of these only the latest are kept, as they are large."""
        if self._store is None:
            yield from map(held, make())
            return
        known, _, text = (self._store.get(name) or "").partition("\n")
        pages = list(map(page_of, json.loads(text))) if known == made_of else []
        if known != made_of or not all(self._store.has(f"{name} {page.path}") for page in pages):
            pages = []
            for each in map(held, make()):
                pages.append(each.page)
                self._store.put(f"{name} {each.page.path}", json.dumps(each.blocks()))
            self._store.put(name, f"{made_of}\n{json.dumps(list(map(fields_of, pages)))}")
        for page in pages:
            yield held_as(page, partial(self._blocks, name, page.path, make))

    def _blocks(self, name: str, path: str, make: Callable[[], Iterable[Page]]) -> list[str]:
        text = self.get(f"{name} {path}")
        if text is None:
            # Somebody else may write into the store for long.
            return next(list(each.blocks()) for each in map(held, make()) if each.page.path == path)
        blocks: list[str] = json.loads(text)
        return blocks

    def files(self, name: str, made_of: str, make: Callable[[], Iterable[DataFile]]) -> Iterator[KeptFile]:
        """The same for files, left where they are kept."""
        if self._store is None:
            yield from (KeptFile(path, partial(str, content), "") for path, content in make())
            return
        known, *paths = (self._store.get(name) or "").split("\n")
        if known != made_of or not all(self._store.has(f"{name} {path}") for path in paths):
            paths = []
            for path, content in make():
                paths.append(path)
                self._store.put(f"{name} {path}", content)
            self._store.put(name, "\n".join([made_of, *paths]))
        for path in paths:
            yield KeptFile(path, partial(self._content, name, path, make), made_of)

    def _content(self, name: str, path: str, make: Callable[[], Iterable[DataFile]]) -> str:
        kept = self.get(f"{name} {path}")
        return dict(make())[path] if kept is None else kept

    def ahead(self, making: Sequence[Callable[[], object]]) -> Iterator[int]:
        """Make what will be asked for, if other processes can help; gives how much is made, now and then."""
        store, done = self._store, 0
        if store is None or not making or not processes.can_be_copied():
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
