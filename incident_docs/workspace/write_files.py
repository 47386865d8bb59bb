"""Write files whole or not at all."""

import errno
import os
import stat
from pathlib import Path


def write_file(path: Path, content: str | bytes, *, is_durable: bool = True) -> None:
    """Write a file whole or not at all: whoever reads it meanwhile, or kills us, finds the old content or the new one.

    A file that is there keeps its mode, and a link stays a link; a device or a pipe is written to.  What is not durable is
    not forced onto the disk: after a power cut it may be gone.  Raises OSError.
    """
    data = content.encode() if isinstance(content, str) else content
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    target = path.resolve()
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    beside = target.with_name(f".incident-docs.{os.urandom(8).hex()}")
    try:
        with beside.open("xb") as file:
            file.write(data)
            if is_durable:
                file.flush()
                os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(mode)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def create_file(path: Path, text: str) -> None:
    """Write a new file, and the folders it stands in. Raises FileExistsError rather than touch one that is there."""
    if not path.parent.is_dir():
        _create_folder(path.parent)
    # Whoever else wants this name finds it taken from here on.
    path.open("x").close()
    try:
        write_file(path, text)
    except BaseException:
        path.unlink()
        raise


def _create_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from error
