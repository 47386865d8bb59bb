"""Read files, or say why they cannot be read."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from incident_docs.document.lines import line_and_column, line_starts, split_lines

_LARGEST = 10_000_000
"""Bytes; the longest published postmortems have a hundredth of it."""
_GZIP = b"\x1f\x8b"
_BEGINNING = 1024


class Unreadable(NamedTuple):
    """Why a file has no text."""

    message: str
    line: int = 1
    column: int = 1


def read_file(path: Path) -> str | Unreadable:
    """Read the text of a file, its line ends as they are, or say why it cannot be read."""
    content = fetch_file(path)
    return content if isinstance(content, Unreadable) else decode_text(content)


def fetch_file(path: Path) -> bytes | Unreadable:
    """Read the bytes of a file, or say why they cannot be read."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return Unreadable("this is a folder, not a file")
        if not stat.S_ISREG(status.st_mode):
            return Unreadable("this is no regular file")
        if status.st_size > _LARGEST:
            return Unreadable(f"the file has {status.st_size:,} bytes; an incident has {_LARGEST:,} at most")
        return path.read_bytes()
    except FileNotFoundError:
        what = "the link leads to nothing" if path.is_symlink() else "there is no such file"
        return Unreadable(what)
    except OSError as error:
        return Unreadable(f"the file cannot be read: {os.strerror(error.errno or 0).lower()}")


def decode_text(content: bytes) -> str | Unreadable:
    """Read bytes as UTF-8, or say which of them are none."""
    if b"\0" in content:
        line, column = _place(content[: content.index(b"\0")])
        return Unreadable("this is no text: it holds a NUL byte", line, column)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(content[: error.start])
        return Unreadable(
            f"this is not UTF-8: the byte 0x{content[error.start]:02x}; save the file as UTF-8", line, column
        )


def _place(before: bytes) -> tuple[int, int]:
    # What stands before the first bad byte may hold no bad byte: it decodes.
    text = before.decode("utf-8", errors="replace") + "x"
    return line_and_column(line_starts(split_lines(text)), len(text) - 1)


def file_stamps(paths: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """Look up when each file was last written, in nanoseconds, and its size; files that are not there are left out."""
    found = {}
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        found[path] = (status.st_mtime_ns, status.st_size)
    return found


def folder_stamps(folder: Path, suffix: str) -> Iterator[tuple[str, int, int]]:
    """Look up the name, the size and the last change of each file in a folder whose name ends in this."""
    for here, _, names in os.walk(folder):
        for name in sorted(name for name in names if name.endswith(suffix)):
            status = os.stat(f"{here}{os.sep}{name}")  # noqa: PTH116 - of the program there are 200, at every start
            yield name, status.st_size, status.st_mtime_ns


def folder_texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Read the texts of a folder, those in gzip too, each with its path in the folder with `/`; other files are left out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = _unpacked(path.read_bytes())
            if b"\0" not in content[:_BEGINNING]:
                yield path.relative_to(folder).as_posix(), content.decode(errors="replace")


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(_GZIP):
        return content
    import gzip  # noqa: PLC0415 - only the search for leaks in a built site needs it
    import zlib  # noqa: PLC0415

    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        return content
