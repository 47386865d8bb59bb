"""Write files whole or not at all."""

import errno
import os
import stat
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path


def write_file(path: Path, content: str | bytes, *, is_durable: bool = True) -> None:
    """Write a file whole or not at all: whoever reads it meanwhile, or kills us, finds the old content or the new one.

    A file that is there keeps its mode, and a link stays a link; a device or a pipe is written to.  What is not durable is
    not forced onto the disk: after a power cut it may be gone.  Raises OSError.
    """
    write_file_if(path, content, lambda: True, is_durable=is_durable)


def write_file_if(path: Path, content: str | bytes, may: Callable[[], bool], *, is_durable: bool = True) -> bool:
    """Write a file as `write_file` does, if this still says yes when nothing is left to do but to put it in place."""
    data = content.encode() if isinstance(content, str) else content
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return True
    target = path.resolve()
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    beside = target.with_name(f"{_beside(target)}{os.urandom(8).hex()}")
    try:
        with beside.open("xb") as file:
            file.write(data)
            if is_durable:
                file.flush()
                os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        is_written = may()
        if is_written:
            beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    return is_written


def remove_leftovers(path: Path) -> None:
    """Remove what programs left beside a file that were killed while they wrote it; nobody may be writing it now."""
    target = path.resolve()
    for leftover in target.parent.glob(f"{_beside(target)}*"):
        leftover.unlink(missing_ok=True)


def _beside(target: Path) -> str:
    """The beginning of the name under which a file is written; short, for the file's own name may be as long as names can be."""
    return f".incident-docs.{blake2b(os.fsencode(target.name), digest_size=6).hexdigest()}."


def create_file(path: Path, content: str | bytes) -> None:
    """Write a new file whole or not at all, and the folders it stands in.

    Raises FileExistsError rather than touch one that is there.
    """
    if not path.parent.is_dir():
        _create_folder(path.parent)
    beside = path.with_name(f"{_beside(path)}{os.urandom(8).hex()}")
    try:
        write_file(beside, content)
        _take_name(path, beside)
    finally:
        beside.unlink(missing_ok=True)


def _take_name(path: Path, written: Path) -> None:
    """Give a file that is written whole its name, unless somebody has that."""
    try:
        path.hardlink_to(written)
    except FileExistsError:
        raise
    except OSError:
        # The file system knows no links. Whoever else wants this name finds it taken from here on.
        path.open("x").close()
        written.replace(path)


def _create_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from error
