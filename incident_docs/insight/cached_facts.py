"""Read a fact of each of a project's incidents: of those that have not changed since the last time, from the cache."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from incident_docs.format.definition import Format
from incident_docs.workspace.cache import Cache, code_stamp, digest
from incident_docs.workspace.files import Unreadable, decode_text, fetch_file
from incident_docs.workspace.find_incidents import find_incidents, shown_path
from incident_docs.workspace.processes import each_result
from incident_docs.workspace.project import Project

if TYPE_CHECKING:
    from incident_docs.document.model import Document

_ROOMS = ("format", "document", "reading", "insight")

Make: TypeAlias = "Callable[[Document], Any]"
"""Finds the fact in a document, in a form that JSON can hold. A function of a module, so that other processes find it."""


class Cached(NamedTuple):
    """What was found in an incident."""

    name: str
    """Of its file, relative to the project's root."""
    fact: Any


def cached_facts(project: Project, kind: str, make: Make) -> Iterator[Cached]:
    """Give a fact of each incident, by name; `kind` names the fact. Files that cannot be read are left out."""
    cache = Cache(project.root, f"{kind}-{digest(repr(project.format).encode())}", code_stamp(_ROOMS))
    names, unknown, keys = [], [], {}
    for path in find_incidents([project.folder]):
        content = fetch_file(path)
        if isinstance(content, Unreadable):
            continue
        name, key = shown_path(path, project.root), digest(content)
        names.append(name)
        keys[name] = key
        if cache.get(name, key) is None:
            unknown.append((name, content))
    for (name, _), fact in zip(unknown, each_result(partial(_find, make, project.format), unknown), strict=True):
        cache.put(name, keys[name], fact)
    cache.save()
    for name in names:
        fact = cache.get(name, keys[name])
        if fact is not None:
            yield Cached(name, fact)


def _find(make: Make, format: Format, source: tuple[str, bytes]) -> Any:
    # Imported here, as a run that finds everything in the cache needs no parser.
    from incident_docs.document.parse import parse  # noqa: PLC0415

    name, content = source
    text = decode_text(content)
    return None if isinstance(text, Unreadable) else make(parse(text, name, format))
