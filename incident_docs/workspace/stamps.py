"""Files to what tells that they have changed."""

from collections.abc import Iterable
from pathlib import Path


def stamps(paths: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """When each file was last written, and its size; files that are not there are left out."""
    found = {}
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        found[path] = (status.st_mtime_ns, status.st_size)
    return found
