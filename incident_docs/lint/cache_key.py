"""What the findings on a document depend on besides its text: our own code, the format and the settings."""

import os
from collections.abc import Iterator
from pathlib import Path

from incident_docs import __version__
from incident_docs.format.definition import Format
from incident_docs.lint.settings import Settings
from incident_docs.workspace.cache import digest

_PACKAGE = Path(__file__).parents[1]
_ROOMS = ("format", "document", "rules", "lint")


def variant(format: Format, settings: Settings) -> str:
    """What was asked for: runs that ask for different things keep what they find side by side."""
    return digest(repr((format, settings)).encode())


def stamp() -> str:
    """Who found it. What another version has found counts no more."""
    return digest(repr((__version__, [found for room in _ROOMS for found in _code(_PACKAGE / room)])).encode())


def _code(folder: Path) -> Iterator[tuple[str, int, int]]:
    """The files of the linter. A version does not tell one state of a working copy from the next."""
    for here, _, names in os.walk(folder):
        for name in sorted(name for name in names if name.endswith(".py")):
            status = os.stat(f"{here}{os.sep}{name}")  # noqa: PTH116 - there are two hundred, at every start
            yield name, status.st_size, status.st_mtime_ns
