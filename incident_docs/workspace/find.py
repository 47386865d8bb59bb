"""Folders to the incidents in them, and a project to the names of all of its incidents."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from incident_docs.document.identity import is_dated, reads_as_incident
from incident_docs.document.tree import Tree
from incident_docs.workspace.files import Unreadable, read
from incident_docs.workspace.project import Project


def incidents(paths: Iterable[Path]) -> Iterator[Path]:
    """Each path that is no folder, and the incidents in each that is one, by name; each once."""
    seen: set[Path] = set()
    for path in paths:
        for found in _in_folder(path) if path.is_dir() and path.suffix != ".md" else [path]:
            if found not in seen:
                seen.add(found)
                yield found


def _in_folder(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        like_files = [name for name in folders if name.endswith(".md")]
        for name in sorted([*names, *like_files]):
            path = Path(here, name)
            if name.endswith(".md") and is_incident(path):
                yield path


def is_incident(path: Path) -> bool:
    """The file is an incident, not another page of the folder. One that cannot be read may be."""
    if is_dated(path.stem):
        return True
    text = read(path)
    return isinstance(text, Unreadable) or reads_as_incident(text)


def tree(project: Project, others: Iterable[Path] = ()) -> Tree:
    """The ids of the project's incidents and of the others; only files that do not begin with a date are looked into."""
    paths: dict[str, list[str]] = {}
    everything = [*_in_folder(project.folder), *(path.absolute() for path in others)]
    for path in dict.fromkeys(everything):
        paths.setdefault(path.stem, []).append(shown(path, project.root))
    return Tree({id: tuple(files) for id, files in paths.items()})


def shown(path: Path, base: Path) -> str:
    """A path as people and machines read it: relative to the base where it lies under it, with forward slashes."""
    absolute = path.absolute()
    return (absolute.relative_to(base) if absolute.is_relative_to(base) else path).as_posix()
