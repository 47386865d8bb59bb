"""Name what the findings on a document depend on besides its text: our code, the format and the linter's settings."""

from pathlib import Path

from incident_docs import __version__
from incident_docs.workspace.cache import digest
from incident_docs.workspace.files import folder_stamps
from incident_docs.workspace.project import Project

_PACKAGE = Path(__file__).parents[1]
_ROOMS = ("format", "document", "reading", "edits", "audience", "rules", "lint")


def cache_variant(project: Project) -> str:
    """Name what was asked for: runs that ask for different things have a cache each."""
    return digest(repr((project.format, project.linting)).encode())


def cache_stamp() -> str:
    """Name the code that found it. The version alone does not tell one state of a working copy from the next."""
    return digest(
        repr((__version__, [found for room in _ROOMS for found in folder_stamps(_PACKAGE / room, ".py")])).encode()
    )
