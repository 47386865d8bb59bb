"""Records to the files that Pagefind reads, in a folder that goes from build to build: most of them stay the same."""

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from incident_docs.site.pages.html import element, escape
from incident_docs.site.search_records import Record
from incident_docs.workspace import cache

_LIST = "list.json"
"""Of the pages, beside them."""
_TITLE = re.compile(r"\s*<h1\b.*?</h1>", re.DOTALL)


def pages(records: Iterable[Record], language: str) -> dict[str, bytes]:
    """The files, by their names; `language` is that of the records' words."""
    return {f"{cache.digest(each.url.encode())}.html": _page(each, language).encode() for each in records}


def digests(pages: Mapping[str, bytes]) -> dict[str, str]:
    """What they are known by, by their names."""
    return {name: cache.digest(page) for name, page in pages.items()}


def _page(record: Record, language: str) -> str:
    """All that Pagefind has to read. Its title is not among the words, as it would stand twice in a result."""
    facts = {"title": record.title, "address": record.url, "about": record.about}
    html = "".join(_fact("meta", key, value) for key, value in facts.items() if value or key == "address")
    html += "".join(_fact("filter", name, "1") for name in record.choices)
    words = _TITLE.sub("", record.html, count=1)
    body = element("body", html + (words if words.strip() else escape(record.title)))
    return f"<!doctype html>{element('html', body, lang=language)}"


def _fact(kind: str, key: str, value: str) -> str:
    return element("i", data_value=value, **{f"data_pagefind_{kind}": f"{key}[data-value]"})


class Pages:
    """The files in a folder, where those of the build before have been moved; `left` is where they lie between builds."""

    def __init__(self, folder: Path, left: Path | None) -> None:
        self.folder = folder
        self._left = left or folder
        self.digests: Mapping[str, str] = {}
        """By the names of the files that are there."""
        with suppress(OSError, ValueError):
            # Nobody else can take it over then.
            self._left.rename(folder)
            digests = json.loads((folder / _LIST).read_bytes())
            if sum(1 for _ in folder.iterdir()) == len(digests) + 1:
                self.digests = digests
        if not self.digests:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()

    def write(self, pages: Mapping[str, bytes], digests: Mapping[str, str]) -> None:
        """Write those of the pages that are not there yet, and remove what is none of these."""
        if digests == self.digests:
            return
        for name in self.digests.keys() - digests.keys():
            (self.folder / name).unlink()
        for name, page in pages.items():
            if self.digests.get(name) != digests[name]:
                (self.folder / name).write_bytes(page)
        self.digests = digests
        (self.folder / _LIST).write_text(json.dumps(digests), encoding="utf-8")

    def leave(self) -> None:
        """Leave them to the next build, unless another one has left its own meanwhile."""
        with suppress(OSError):
            self.folder.rename(self._left)
