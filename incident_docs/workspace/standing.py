"""Files in a folder that is emptied before it is written anew: those that would be the same again stand aside meanwhile.

Writing thousands of files takes longer than making them.  A file is known by what it was made of, as long as its time and
its size are those that it was written with.
"""

import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

_ASIDE = ".incident-docs"
"""Hidden, as engines leave what is hidden where it is."""

Mark = tuple[str, int, int]
"""What a file was made of, its time in nanoseconds, and its size."""


class Standing:
    """The files of one build. `written` are the marks of the build before, by paths in the folder with `/`.

    Without a folder nothing stands anywhere.
    """

    def __init__(self, folder: Path | None = None, written: Mapping[str, Mark] = MappingProxyType({})) -> None:
        self.folder = folder
        self._written = written
        self.marks: dict[str, Mark] = {}
        """Those of this build."""

    def step_aside(self) -> None:
        """Move what may be put back, before the folder is emptied."""
        self.clear()
        if self.folder is None:
            return
        aside = self.folder / _ASIDE
        with suppress(OSError):
            aside.mkdir()
            for name in {path.partition("/")[0] for path in self._written}:
                with suppress(FileNotFoundError):
                    (self.folder / name).rename(aside / name)

    def step_back(self, wanted: Collection[str]) -> None:
        """Move back what this build will ask for, before it writes anything. Whatever else was there is gone."""
        if self.folder is None or not (aside := self.folder / _ASIDE).is_dir():
            return
        _remove_all_but(aside, "", wanted)
        with suppress(OSError):
            for entry in _entries(aside):
                Path(entry).rename(self.folder / entry.name)
        self.clear()

    def clear(self) -> None:
        """Leave nothing aside."""
        if self.folder is not None:
            shutil.rmtree(self.folder / _ASIDE, ignore_errors=True)

    def has(self, path: str, made_of: str) -> bool:
        """The file is there and would be written the same; it then counts as written."""
        mark = self._written.get(path)
        if self.folder is None or mark is None or mark[0] != made_of or mark[1:] != _seen(self.folder / path):
            return False
        self.marks[path] = mark
        return True

    def wrote(self, path: str, made_of: str) -> None:
        """The file is written."""
        if self.folder is not None:
            self.marks[path] = (made_of, *_seen(self.folder / path))


def _seen(file: Path) -> tuple[int, int]:
    try:
        known = file.stat()
    except OSError:
        return 0, -1
    return known.st_mtime_ns, known.st_size


def _remove_all_but(folder: Path, path: str, wanted: Collection[str]) -> bool:
    """Remove all other files, and the folders that are then empty; gives whether this folder is one."""
    is_empty = True
    for entry in _entries(folder):
        own = path + entry.name
        if entry.is_dir(follow_symlinks=False):
            if _remove_all_but(Path(entry), f"{own}/", wanted):
                Path(entry).rmdir()
            else:
                is_empty = False
        elif own in wanted:
            is_empty = False
        else:
            Path(entry).unlink()
    return is_empty


def _entries(folder: Path) -> Iterator["os.DirEntry[str]"]:
    with os.scandir(folder) as found:
        yield from found
