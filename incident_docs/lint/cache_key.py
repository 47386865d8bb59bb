"""Name what the findings on a document depend on besides its text: our code, the format and the linter's settings."""

import os
from collections.abc import Iterator
from pathlib import Path

from incident_docs import __version__
from incident_docs.workspace.cache import digest
from incident_docs.workspace.project import Project

_PACKAGE = Path(__file__).parents[1]
_ROOMS = ("format", "document", "reading", "edits", "audience", "rules", "lint")


def variant(project: Project) -> str:
    """Name what was asked for: runs that ask for different things have a cache each."""
    return digest(repr((project.format, project.linting)).encode())


def stamp() -> str:
    """Name the code that found it. What another version has found counts no more."""
    return digest(repr((__version__, [found for room in _ROOMS for found in _code(_PACKAGE / room)])).encode())


def _code(folder: Path) -> Iterator[tuple[str, int, int]]:
    """The files of the linter: a version alone does not tell one state of a working copy from the next."""
    for here, _, names in os.walk(folder):
        for name in sorted(name for name in names if name.endswith(".py")):
            status = os.stat(f"{here}{os.sep}{name}")  # noqa: PTH116 - there are 200, at every start
            yield name, status.st_size, status.st_mtime_ns
