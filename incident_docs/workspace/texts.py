"""A folder to the texts of its files, packed ones too."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

_PACKED = b"\x1f\x8b"
_BEGINNING = 1024


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Each with its path in the folder, with `/`, in the order of these; none of what is no text."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = _unpacked(path.read_bytes())
            if b"\0" not in content[:_BEGINNING]:
                yield path.relative_to(folder).as_posix(), content.decode(errors="replace")


def _unpacked(content: bytes) -> bytes:
    if not content.startswith(_PACKED):
        return content
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        return content
