"""Find something in each incident of a project; what an earlier run found in the same content comes from the cache.

Nothing here waits for a parser, as a run that finds everything in its cache needs none.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

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


def find_in_each(project: Project, find: "Callable[[Document], Found]") -> Iterator[tuple[Path, Found]]:
    """Call a function of a module with each incident that can be read, or give what it found in the same content before."""
    variant = digest(repr((find.__module__, find.__qualname__, project.format)).encode())
    cache = Cache(project.root, variant, code_stamp(_ROOMS))
    named, known = [], []
    for path in find_incidents([project.folder]):
        content = fetch_file(path)
        if isinstance(content, Unreadable):
            continue
        name, key = shown_path(path, project.root), digest(content)
        found = cache.get(name, key)
        # What is in the cache could be read before.
        if found is not None or not isinstance(decode_text(content), Unreadable):
            named.append((path, name, content, key))
            known.append(found)
    new = [(name, content) for (_, name, content, _), found in zip(named, known, strict=True) if found is None]
    found_anew = each_result(partial(_find, project, find), new)
    for (path, name, _, key), found in zip(named, known, strict=True):
        if found is not None:
            yield path, found
            continue
        anew = next(found_anew)
        cache.put(name, key, anew)
        yield path, anew
    cache.save()


def _find(project: Project, find: "Callable[[Document], Found]", source: tuple[str, bytes]) -> Found:
    from incident_docs.document.parse import parse  # noqa: PLC0415

    name, content = source
    return find(parse(content.decode(), name, project.format))
