"""Records to the files that Pagefind's script searches, of which a reader loads only the few that an answer needs.

Pagefind's own program makes them, beside the rest of the build, from pages that hold nothing but words.  What it made is
kept, so that the same records are not indexed again.
"""

import json
import os
import shutil
import subprocess
import weakref
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from incident_docs.errors import IncidentDocsError
from incident_docs.site.pages.html import escape
from incident_docs.site.search_pages import Known, Pages, Read, read
from incident_docs.site.search_records import Filter, Record
from incident_docs.workspace import cache

FOLDER = "pagefind"
"""Of the files, in the site."""

_FILTERS = "filters.json"
_LEFT = "searched"
"""Where pages lie between builds, beside the indexes."""
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
    start = "" if base == "/" else escape(base.rstrip("/")) or "."
    return f'<meta name="incident-docs-search" content="{start}/{FOLDER}/">'


class _Wanted(NamedTuple):
    """What an index is to be made of."""

    read: Read
    filters: str
    """What results can be narrowed to, for the script."""
    name: str
    """What an index of these is called."""


class Index:
    """An index that is being made; `finish` waits for it."""

    def __init__(self, place: Path | None) -> None:
        self._place = place
        self._folder = TemporaryDirectory(prefix="making-", dir=place, ignore_cleanup_errors=True)
        self._made = Path(self._folder.name, "made")
        self._pages = Pages(Path(self._folder.name, "pages"), place.parent / _LEFT if place else None)
        self._program: subprocess.Popen[bytes] | None = None
        self._filters = self._name = ""

    @property
    def known(self) -> Mapping[str, Known]:
        """The files of an earlier build; none if it has not left any."""
        return self._pages.known

    def begin(self, changed: Read) -> None:
        """Begin with the files of the earlier build, but for these."""
        self._pages.write(changed._replace(known={**self._pages.known, **changed.known}))
        self._run()

    def make(self, wanted: _Wanted) -> None:
        """Make the index of these files: go on if it was begun with just them."""
        self._filters, self._name = wanted.filters, wanted.name
        was_right = self._program is not None and Read({}, self._pages.known).digests == wanted.read.digests
        if not was_right:
            self._end()
        self._pages.write(wanted.read)
        if not was_right and wanted.read.known:
            self._run()

    def _run(self) -> None:
        try:
            self._program = _run(self._pages.folder, self._made)
        except OSError as error:
            self._clean()
            raise IncidentDocsError(_failure(f"{_program()}: {os.strerror(error.errno or 0)}")) from error
        # However this ends: without its folder the program would wait for ever.
        weakref.finalize(self, self._program.kill)

    def _end(self) -> None:
        if self._program is not None:
            self._program.kill()
            self._program.communicate()
            self._program = None
            shutil.rmtree(self._made, ignore_errors=True)

    def finish(self, out: Path) -> None:
        """Write its files into a folder."""
        try:
            if self._program is not None:
                said = self._program.communicate()[0].decode(errors="replace").strip()
                if self._program.returncode:
                    raise IncidentDocsError(_failure(said.partition("\n")[0]))
            self._made.mkdir(exist_ok=True)
            (self._made / _FILTERS).write_text(self._filters, encoding="utf-8")
            _copy(self._made, out)
            if self._place is not None:
                _keep(self._made, self._place / self._name)
        finally:
            self._clean()

    def forgo(self, wanted: _Wanted) -> None:
        """Leave the files to the next build only: there is an index of them already."""
        self._end()
        self._pages.write(wanted.read)
        self._clean()

    def stop(self) -> None:
        """Let `finish`, for which another thread waits, fail."""
        if self._program is not None:
            self._program.kill()

    def abandon(self) -> None:
        """Make no more of it: there will be no site."""
        self._end()
        self._clean()

    def _clean(self) -> None:
        self._pages.leave()
        self._folder.cleanup()


class Kept:
    """An index that was made by an earlier build; `again` makes it anew."""

    def __init__(self, made: Path, again: Callable[[], Index]) -> None:
        self._made, self._again = made, again

    def finish(self, out: Path) -> None:
        """Write its files into a folder."""
        try:
            os.utime(self._made)
            _copy(self._made, out)
        except OSError:
            # Somebody has emptied the cache meanwhile.
            self._again().finish(out)

    def stop(self) -> None:
        """Nothing is being made."""

    def abandon(self) -> None:
        """Nothing is being made."""


def begin(changed: Sequence[Record], project: Path, language: str = "en") -> Index | None:
    """Begin to make the index as it will most likely be: that of the last build, but for these records.

    None if nothing is known of an earlier build. `start` goes on with it, or begins anew if it was something else.
    """
    index = Index(_place(project))
    if not index.known:
        index.abandon()
        return None
    index.begin(read(changed, language, {}))
    return index


def start(
    records: Sequence[Record],
    filters: Sequence[Filter],
    project: Path,
    language: str = "en",
    begun: Index | None = None,
) -> Index | Kept:
    """Make the index. `language` is that of the site's pages, whose words it knows the stems of."""
    place = _place(project)
    index = begun or Index(place)
    wanted = _wanted(read(records, language, index.known), filters)
    if place is not None and (place / wanted.name).is_dir():
        index.forgo(wanted)
        return Kept(place / wanted.name, partial(_anew, records, filters, project, language))
    index.make(wanted)
    return index


def _anew(records: Sequence[Record], filters: Sequence[Filter], project: Path, language: str) -> Index:
    index = Index(_place(project))
    index.make(_wanted(read(records, language, index.known), filters))
    return index


def _wanted(read: Read, filters: Sequence[Filter]) -> _Wanted:
    # Without pages there are no other files; the script has to know before it asks for them.
    offered = {"pages": len(read.known), "filters": [filter._asdict() for filter in filters]}
    listed = json.dumps(offered, ensure_ascii=False, separators=(",", ":"))
    program = _program()
    stamp = program.stat().st_mtime_ns if program and program.exists() else None
    name = cache.digest(json.dumps([str(program), stamp, listed, sorted(read.digests.items())]).encode())
    return _Wanted(read, listed, name)


def _program() -> Path | None:
    try:
        service = import_module("pagefind.service")
    except ModuleNotFoundError:
        return None
    found: Path | None = service.get_executable()
    return found


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
    return cache.writable_folder(cache.cache_folder().resolve() / cache.digest(os.fsencode(project)) / "search")


def _keep(made: Path, place: Path) -> None:
    if not place.exists():
        made.rename(place)
    kept = [path for path in place.parent.iterdir() if not path.name.startswith("making-")]
    for old in sorted(kept, key=lambda path: path.stat().st_mtime)[:-_KEPT]:
        shutil.rmtree(old, ignore_errors=True)
