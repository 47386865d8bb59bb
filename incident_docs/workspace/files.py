"""A path to its text, or to why there is none; and a text to a new file."""

import errno
import os
import stat
from pathlib import Path
from typing import NamedTuple

from incident_docs.document.lines import line_and_column, line_starts, split_lines

_LARGEST = 10_000_000
"""Bytes; the longest published postmortems have a hundredth of it."""


class Unreadable(NamedTuple):
    """Why a file has no text."""

    message: str
    line: int = 1
    column: int = 1


def read_file(path: Path) -> str | Unreadable:
    """The text of a file, its line ends as they are."""
    content = fetch(path)
    return content if isinstance(content, Unreadable) else decoded(content)


def fetch(path: Path) -> bytes | Unreadable:
    """The bytes of a file."""
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


def decoded(content: bytes) -> str | Unreadable:
    """The text that these bytes are."""
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


def create(path: Path, text: str) -> None:
    """Write a new file, and the folders it stands in. Raises FileExistsError rather than touch one that is there."""
    if not path.parent.is_dir():
        _create_folder(path.parent)
    with path.open("x", encoding="utf-8", newline="") as file:
        file.write(text)


def put(path: Path, text: str) -> None:
    """Write a file that may or may not be there, whole or not at all; a device or a pipe is written to."""
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8", newline="")
        return
    from incident_docs.workspace.atomic import replace  # noqa: PLC0415 - most runs write nothing

    path.touch()
    replace(path, text)


def _create_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from error
