"""Read something in many incidents, and only in those that have changed since it was last read."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from incident_docs.document.model import Document
from incident_docs.workspace.cache import Cache, code_stamp, digest
from incident_docs.workspace.files import Unreadable, decode_text, fetch_file
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import Project

_ROOMS = ("format", "document", "reading", "audience", "insight")


def cached_readings(
    paths: Iterable[Path], project: Project, name: str, read: Callable[[Document], Any]
) -> Iterator[tuple[Path, Any]]:
    """Give what `read` reads in each incident, as JSON holds it; files that cannot be read are left out.

    `name` is what no other reading of documents is called.
    """
    variant = f"{name}-{digest(repr(project.format).encode())}"
    cache = Cache(project.root, variant, code_stamp(_ROOMS))
    for path in paths:
        content = fetch_file(path)
        if isinstance(content, Unreadable):
            continue
        file, key = shown_path(path, project.root), digest(content)
        found = cache.get(file, key)
        if found is None:
            text = decode_text(content)
            if isinstance(text, Unreadable):
                continue
            found = read(_parsed(text, path, project))
            cache.put(file, key, found)
        yield path, found
    cache.save()


def _parsed(text: str, path: Path, project: Project) -> Document:
    # Imported here, as a run that finds everything in the cache needs no parser.
    from incident_docs.document.parse import parse  # noqa: PLC0415

    return parse(text, str(path), project.format)
