"""Records to the files that Pagefind's script searches, of which a reader loads only the few that an answer needs.

Pagefind's own program makes them, beside the rest of the build, from pages that hold nothing but words.  What it made is
kept, so that the same records are not indexed again.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from incident_docs.errors import IncidentDocsError
from incident_docs.site.pages.html import element, escape
from incident_docs.site.search_records import Filter, Record
from incident_docs.workspace import cache

FOLDER = "pagefind"
"""Of the files, in the site."""

_FILTERS = "filters.json"
# Pagefind writes its own dialogs too.
_NEEDED = (
    "pagefind.js",
    "pagefind-worker.js",
    "pagefind-entry.json",
    _FILTERS,
    "wasm.*.pagefind",
    "*.pf_meta",
    "*/*.pf_*",
)
_KEPT = 3
"""How many indexes of a project are kept; another build may still be copying the one before the last."""
_TITLE = re.compile(r"\s*<h1\b.*?</h1>", re.DOTALL)


def is_installed() -> bool:
    """The extra `search` is there."""
    return _program() is not None


def notice(is_there: bool) -> str:
    """What the build says about the search."""
    if is_there:
        return "Pagefind searches the site"
    return "the theme searches the site; `pip install 'incident-docs[search]'` gives a search that loads less"


def tag(base: str) -> str:
    """What tells the script on a page where the files are; `base` leads from the page to the site's root."""
    return f'<meta name="incident-docs-search" content="{escape(base.rstrip("/") or ".")}/{FOLDER}/">'


class Index:
    """An index that is being made from the start on; `finish` waits for it."""

    def __init__(self, read: "_Read", place: Path | None) -> None:
        self._place = place
        self._folder = TemporaryDirectory(prefix="making-", dir=place, ignore_cleanup_errors=True)
        self._pages = TemporaryDirectory(prefix="incident-docs-", ignore_cleanup_errors=True)
        self._made = Path(self._folder.name, read.name)
        self._made.mkdir()
        (self._made / _FILTERS).write_text(read.filters, encoding="utf-8")
        self._program: subprocess.Popen[bytes] | None = None
        if not read.pages:
            return
        for name, page in read.pages.items():
            Path(self._pages.name, name).write_bytes(page)
        try:
            self._program = _run(Path(self._pages.name), self._made)
        except OSError as error:
            self._clean()
            raise IncidentDocsError(_failure(f"{_program()}: {os.strerror(error.errno or 0)}")) from error

    def finish(self, out: Path) -> None:
        """Write its files into a folder."""
        try:
            if self._program is not None:
                said = self._program.communicate()[0].decode(errors="replace").strip()
                if self._program.returncode:
                    raise IncidentDocsError(_failure(said.partition("\n")[0]))
            _copy(self._made, out)
            if self._place is not None:
                _keep(self._made, self._place)
        finally:
            self._clean()

    def abandon(self) -> None:
        """Make no more of it: there will be no site."""
        if self._program is not None:
            self._program.kill()
            self._program.communicate()
        self._clean()

    def _clean(self) -> None:
        self._folder.cleanup()
        self._pages.cleanup()


class Kept:
    """An index that was made by an earlier build."""

    def __init__(self, made: Path, read: "_Read", place: Path) -> None:
        self._made, self._read, self._place = made, read, place

    def finish(self, out: Path) -> None:
        """Write its files into a folder."""
        try:
            os.utime(self._made)
            _copy(self._made, out)
        except OSError:
            # Somebody has emptied the cache meanwhile.
            Index(self._read, _existing(self._place)).finish(out)

    def abandon(self) -> None:
        """Nothing is being made."""


class _Read(NamedTuple):
    """What Pagefind is to read."""

    pages: dict[str, bytes]
    """By the names of the files that it reads them from."""
    filters: str
    """What results can be narrowed to, for the script."""
    name: str
    """What an index of these pages is called."""


def start(records: Iterable[Record], filters: Iterable[Filter], project: Path, language: str = "en") -> Index | Kept:
    """Begin to make the index. `language` is that of the site's pages, whose words it knows the stems of."""
    place = _place(project)
    read = _read(records, filters, language)
    if place is not None and (place / read.name).is_dir():
        return Kept(place / read.name, read, place)
    return Index(read, place)


def _read(records: Iterable[Record], filters: Iterable[Filter], language: str) -> _Read:
    pages = {f"{cache.digest(each.url.encode())}.html": _page(each, language).encode() for each in records}
    # Without pages there are no other files; the script has to know before it asks for them.
    offered = {"pages": len(pages), "filters": [filter._asdict() for filter in filters]}
    listed = json.dumps(offered, ensure_ascii=False, separators=(",", ":"))
    program = _program()
    stamp = program.stat().st_mtime_ns if program and program.exists() else None
    digests = sorted((name, cache.digest(page)) for name, page in pages.items())
    name = cache.digest(json.dumps([str(program), stamp, listed, digests]).encode())
    return _Read(pages, listed, name)


def _program() -> Path | None:
    try:
        service = import_module("pagefind.service")
    except ModuleNotFoundError:
        return None
    found: Path | None = service.get_executable()
    return found


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


def _run(pages: Path, made: Path) -> subprocess.Popen[bytes]:
    command = [str(_program()), "--site", str(pages), "--output-path", str(made), "--silent"]
    return subprocess.Popen(  # noqa: S603 - Pagefind's own program
        command,
        # It would take its settings from a file of the folder that it is started in.
        cwd=pages,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def _failure(why: str) -> str:
    return f"the search could not be made: {why}"


def _copy(made: Path, out: Path) -> None:
    for pattern in _NEEDED:
        for source in made.glob(pattern):
            target = out / source.relative_to(made)
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                # Nobody writes into these files, and there are as many as pages.
                os.link(source, target)
            except OSError:
                shutil.copyfile(source, target)


def _place(project: Path) -> Path | None:
    """Where the indexes of a project are kept; None where nothing can be."""
    return _existing(cache.folder().resolve() / cache.digest(os.fsencode(project)) / "search")


def _existing(place: Path) -> Path | None:
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return place if os.access(place, os.W_OK) else None


def _keep(made: Path, place: Path) -> None:
    if not (place / made.name).exists():
        made.rename(place / made.name)
    kept = [path for path in place.iterdir() if not path.name.startswith("making-")]
    for old in sorted(kept, key=lambda path: path.stat().st_mtime)[:-_KEPT]:
        shutil.rmtree(old, ignore_errors=True)
