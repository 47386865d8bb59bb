"""Tell which services a change touches, by the files that it changes."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from incident_docs.format.change_sources import ChangeSources

_ANYWHERE = "**/"


def touched_services(names: Iterable[str], services: Iterable[str], sources: ChangeSources) -> Iterator[str]:
    """Find those of the services whose patterns match one of the files."""
    patterns = {service.casefold(): patterns for service, patterns in sources.paths}
    changed = tuple(names)
    for service in services:
        if any(_matches(name, pattern) for pattern in patterns.get(service.casefold(), ()) for name in changed):
            yield service


def _matches(name: str, pattern: str) -> bool:
    """A pattern of a folder matches all that is in it; a star matches slashes too."""
    folder = str(PurePosixPath(pattern))
    forms = (pattern, pattern.removeprefix(_ANYWHERE))
    return any(fnmatchcase(name, form) for form in forms) or name.startswith(f"{folder}/")
