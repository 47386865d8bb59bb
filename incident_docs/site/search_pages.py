"""Records to the files that Pagefind reads, in a folder that goes from build to build: most of them stay the same."""

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from incident_docs.site.pages.html import element, escape
from incident_docs.site.search_records import Record
from incident_docs.workspace import cache

_LIST = "list.json"
"""Of the pages, beside them."""
_TITLE = re.compile(r"\s*<h1\b.*?</h1>", re.DOTALL)


class Known(NamedTuple):
    """What a file is known by."""

    digest: str
    made_of: str
    """Of the record, and in which language; empty if nobody knows."""


class Read(NamedTuple):
    """Records as files."""

    pages: Mapping[str, bytes]
    """By their names, those that were not known."""
    known: Mapping[str, Known]
    """All."""

    @property
    def digests(self) -> dict[str, str]:
        """Of all files."""
        return {name: known.digest for name, known in self.known.items()}


def read(records: Iterable[Record], language: str, before: Mapping[str, Known]) -> Read:
    """The files of these records, whose words are in this language, where those are known that were there `before`."""
    pages, known = {}, {}
    for record in records:
        name = f"{cache.digest(record.url.encode())}.html"
        made_of = f"{language} {record.made_of}" if record.made_of else ""
        was = before.get(name)
        if was is not None and made_of and was.made_of == made_of:
            known[name] = was
        else:
            pages[name] = _page(record, language).encode()
            known[name] = Known(cache.digest(pages[name]), made_of)
    return Read(pages, known)


def _page(record: Record, language: str) -> str:
    """All that Pagefind has to read. Its title is not among the words, as it would stand twice in a result."""
    facts = {"title": record.title, "address": record.url, "about": record.about}
    html = "".join(_fact("meta", key, value) for key, value in facts.items() if value or key == "address")
    html += "".join(_fact("filter", name, "1") for name in record.choices)
    words = _TITLE.sub("", record.words(), count=1)
    body = element("body", html + (words if words.strip() else escape(record.title)))
    return f"<!doctype html>{element('html', body, lang=language)}"


def _fact(kind: str, key: str, value: str) -> str:
    return element("i", data_value=value, **{f"data_pagefind_{kind}": f"{key}[data-value]"})


class Pages:
    """The files in a folder, where those of the build before have been moved; `left` is where they lie between builds."""

    def __init__(self, folder: Path, left: Path | None) -> None:
        self.folder = folder
        self._left = left or folder
        self.known: Mapping[str, Known] = {}
        """Of the files that are there, by their names."""
        with suppress(OSError, ValueError, TypeError):
            # Nobody else can take it over then.
            self._left.rename(folder)
            listed = json.loads((folder / _LIST).read_bytes())
            if sum(1 for _ in folder.iterdir()) == len(listed) + 1:
                self.known = {name: Known(*known) for name, known in listed.items()}
        if not self.known:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()

    def write(self, read: Read) -> None:
        """Write those of the files that are not there yet, and remove what is none of these."""
        if read.known == self.known:
            return
        for name in self.known.keys() - read.known.keys():
            (self.folder / name).unlink()
        for name, page in read.pages.items():
            if name not in self.known or self.known[name].digest != read.known[name].digest:
                (self.folder / name).write_bytes(page)
        self.known = read.known
        (self.folder / _LIST).write_text(json.dumps(self.known), encoding="utf-8")

    def leave(self) -> None:
        """Leave them to the next build, unless another one has left its own meanwhile."""
        with suppress(OSError):
            self.folder.rename(self._left)
