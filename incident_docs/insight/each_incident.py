"""Find something in each incident of a project; what an earlier run found in the same content comes from the cache.

Nothing here waits for a parser, as a run that finds everything in its cache needs none.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from incident_docs.workspace.cache import Cache, code_stamp, digest
from incident_docs.workspace.files import Unreadable, decode_text, fetch_file
from incident_docs.workspace.find_incidents import find_incidents, shown_path
from incident_docs.workspace.processes import each_result
from incident_docs.workspace.project import Project

if TYPE_CHECKING:
    from incident_docs.document.model import Document

Found: TypeAlias = Any
"""What JSON can hold."""
_ROOMS = ("format", "document", "reading", "audience", "insight")


class _File(NamedTuple):
    """An incident that can be read, and what is cached of it."""

    path: Path
    name: str
    """Relative to the project's root."""
    digest: str
    found: Found


def find_in_each(project: Project, find: "Callable[[Document], Found]") -> Iterator[tuple[Path, Found]]:
    """Call a function of a module with each incident that can be read, or give what it found in the same content before."""
    variant = digest(repr((find.__module__, find.__qualname__, project.format)).encode())
    cache = Cache(project.root, variant, code_stamp(_ROOMS))
    files: list[_File] = []
    new: list[tuple[str, bytes]] = []
    for path in find_incidents([project.folder]):
        content = fetch_file(path)
        if isinstance(content, Unreadable):
            continue
        name, key = shown_path(path, project.root), digest(content)
        found = cache.get(name, key)
        if found is not None or not isinstance(decode_text(content), Unreadable):
            files.append(_File(path, name, key, found))
            new += [(name, content)] if found is None else []
    found_anew = each_result(partial(_find, project, find), new)
    for file in files:
        if file.found is not None:
            yield file.path, file.found
            continue
        anew = next(found_anew)
        cache.put(file.name, file.digest, anew)
        yield file.path, anew
    cache.save()


def _find(project: Project, find: "Callable[[Document], Found]", source: tuple[str, bytes]) -> Found:
    from incident_docs.document.parse import parse  # noqa: PLC0415

    name, content = source
    return find(parse(content.decode(), name, project.format))
