"""Cache what earlier runs found, by the content of files.

There is one file for each project and what is asked of it, in the platform's cache folder.  It is replaced whole, so that a
run that is killed or that runs beside another one can lose what it found, and nothing else.
"""

import json
import os
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from incident_docs import __version__
from incident_docs.workspace.files import folder_stamps
from incident_docs.workspace.write_files import write_file

_PACKAGE = Path(__file__).parents[1]


def digest(content: bytes) -> str:
    """Name a content by its hash."""
    return blake2b(content, digest_size=16).hexdigest()


def code_stamp(rooms: Iterable[str]) -> str:
    """Name the code in these folders of the package. The version alone does not tell one state of a working copy from the next."""
    stamps = [found for room in rooms for found in folder_stamps(_PACKAGE / room, ".py")]
    return digest(repr((__version__, stamps)).encode())


def cache_folder() -> Path:
    """Give the folder of caches: `INCIDENT_DOCS_CACHE_DIR`, or the platform's folder for them."""
    given = os.environ.get("INCIDENT_DOCS_CACHE_DIR")
    if given:
        return Path(given)
    from platformdirs import user_cache_path  # noqa: PLC0415 - only a run without that variable needs it

    return user_cache_path("incident-docs", appauthor=False)


def writable_folder(folder: Path) -> Path | None:
    """Make a folder if it is not there; None if nothing can be written into it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None


class Cache:
    """Cache for the files of one project: by path, the digest of the content and what was found in it."""

    def __init__(self, root: Path, variant: str, stamp: str) -> None:
        self._file = cache_folder() / digest(os.fsencode(root)) / f"{variant}.json"
        self._stamp = stamp
        self._entries = self._load()
        self._is_changed = False

    def _load(self) -> dict[str, Any]:
        try:
            cached = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return {}
        is_ours = isinstance(cached, dict) and cached.get("stamp") == self._stamp
        return cached["entries"] if is_ours else {}

    @property
    def is_empty(self) -> bool:
        """Nothing is cached for this project."""
        return not self._entries

    def get(self, path: str, digest: str) -> Any | None:
        """Give what was found in this content."""
        entry = self._entries.get(path)
        return entry[1] if entry is not None and entry[0] == digest else None

    def put(self, path: str, digest: str, found: Any) -> None:
        """Cache what was found."""
        self._entries[path] = [digest, found]
        self._is_changed = True

    def save(self) -> None:
        """Write what is new. A cache that cannot be written is none, and no reason to fail."""
        if self._is_changed:
            _replace(self._file, {"stamp": self._stamp, "entries": self._entries})


def _replace(file: Path, content: Mapping[str, Any]) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        # Not json.dump, which does not use the fast encoder.
        write_file(file, json.dumps(content, separators=(",", ":")), is_durable=False)
    except OSError:
        return
