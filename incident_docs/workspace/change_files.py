"""Change files that several programs may write at the same time, so that nothing is lost."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from incident_docs.errors import IncidentDocsError
from incident_docs.workspace.cache import cache_folder, digest, writable_folder
from incident_docs.workspace.files import Unreadable, read_file
from incident_docs.workspace.write_files import remove_leftovers, write_file_if

_PATIENCE = 10.0
_POLL = 0.01
"""Seconds."""


def change_file(path: Path, change: Callable[[str], str], patience: float = _PATIENCE) -> None:
    """Write what `change` makes of a file's text, while no other program of ours writes that file.

    If an editor saves the file meanwhile, what it saved is changed.  Raises IncidentDocsError if the file cannot be read
    or written, or if another program has it for so many seconds; it then stays as it was.
    """
    with locked(path, patience):
        while not _is_changed(path, change):
            pass


def _is_changed(path: Path, change: Callable[[str], str]) -> bool:
    """Change the file, unless somebody saves it meanwhile."""
    text = _text(path)
    after = change(text)
    if after == text:
        return True
    try:
        remove_leftovers(path)
        return write_file_if(path, after, lambda: _text(path) == text)
    except OSError as error:
        raise IncidentDocsError(f"{path} cannot be written: {error.strerror}; it stays as it was") from error


def _text(path: Path) -> str:
    text = read_file(path)
    if isinstance(text, Unreadable):
        raise IncidentDocsError(f"{path} cannot be read: {text.message}")
    return text


@contextmanager
def locked(path: Path, patience: float = _PATIENCE) -> Iterator[None]:
    """Keep other programs of ours from changing a file, for as long as the block runs.

    The lock ends with the process, however that ends.  Raises IncidentDocsError after so many seconds of waiting.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - most runs change nothing

    try:
        lock = FileLock(_lock_file(path)).acquire(patience, poll_interval=_POLL)
    except Timeout:
        raise IncidentDocsError(f"another program has been changing {path} for {patience:g} s; try again") from None
    except OSError as error:
        raise IncidentDocsError(f"{path} cannot be locked: {error.strerror}; it stays as it was") from error
    with lock:
        yield


def _lock_file(path: Path) -> Path:
    """Name the lock after the file itself, and keep it away from the incidents."""
    folder = writable_folder(cache_folder() / "locks")
    if folder is None:
        from tempfile import gettempdir  # noqa: PLC0415 - hardly any run needs it

        folder = Path(gettempdir())
    return folder / f"incident-docs-{digest(os.fsencode(path.resolve()))}.lock"
