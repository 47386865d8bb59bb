"""Name what the findings on a document depend on besides its text: our code, the format and the linter's settings."""

from incident_docs.workspace.cache import code_stamp, digest
from incident_docs.workspace.project import Project

_ROOMS = ("format", "document", "reading", "edits", "audience", "rules", "lint")


def cache_variant(project: Project) -> str:
    """Name what was asked for: runs that ask for different things have a cache each."""
    return digest(repr((project.format, project.linting)).encode())


def cache_stamp() -> str:
    """Name the code that found it."""
    return code_stamp(_ROOMS)
