"""Find the incidents in folders, and the names of all incidents of a project."""

import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from incident_docs.document.incident_ids import is_dated, reads_as_incident
from incident_docs.document.known_files import KnownFiles
from incident_docs.workspace.files import Unreadable, read_file
from incident_docs.workspace.project import Project


def find_incidents(paths: Iterable[Path]) -> Iterator[Path]:
    """Give each path that is no folder, and the incidents in each that is one, by name; each once."""
    seen: set[Path] = set()
    for path in paths:
        for found in _in_folder(path) if path.is_dir() and path.suffix != ".md" else [path]:
            if found not in seen:
                seen.add(found)
                yield found


def incidents_named(part: str, project: Project) -> list[Path]:
    """Find the project's incidents with this id, or without one those whose id has this in it."""
    files = list(_in_folder(project.folder))
    return [file for file in files if file.stem == part] or [file for file in files if part in file.stem]


def _in_folder(folder: Path) -> Iterator[Path]:
    return map(Path, _names_in_folder(folder))


# Texts, for to make a path of a name takes longer than to read a small file.
def _names_in_folder(folder: Path) -> Iterator[str]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        like_files = [name for name in folders if name.endswith(".md")]
        for name in sorted([*names, *like_files]):
            if name.endswith(".md") and (is_dated(name) or _may_be_incident(Path(here, name))):
                yield f"{here}{os.sep}{name}"


def markdown_files(folder: Path) -> Iterator[Path]:
    """Find the Markdown files in a folder, incidents or not, without those that are hidden."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(".md") and not name.startswith("."):
                yield Path(here, name)


def _may_be_incident(path: Path) -> bool:
    """Whether the file reads as an incident, not as another page of the folder. One that cannot be read may be."""
    text = read_file(path)
    return isinstance(text, Unreadable) or reads_as_incident(text)


def find_known_files(project: Project, others: Iterable[Path] = ()) -> KnownFiles:
    """Find the ids of the project's incidents and of the others; only files that do not begin with a date are looked into."""
    paths: dict[str, list[str]] = {}
    # A path that leads over `..` is the same file, and `absolute` keeps it.
    everything = [*_names_in_folder(project.folder), *(os.path.abspath(path) for path in others)]  # noqa: PTH100
    for path in dict.fromkeys(everything):
        stem, _ = os.path.splitext(os.path.basename(path))  # noqa: PTH119, PTH122 - there may be thousands
        paths.setdefault(stem, []).append(shown_path(path, project.root))
    return KnownFiles({id: tuple(files) for id, files in paths.items()}, partial(_exists, project.root))


def _exists(root: Path, path: str) -> bool:
    return os.path.exists(root / path)  # noqa: PTH110 - Path.exists raises for a name that is too long


def shown_path(path: Path | str, base: Path) -> str:
    """Write a path as people and machines read it: relative to the base where it lies under it, with forward slashes."""
    # Not with pathlib: a tree has thousands of paths, and this is what takes most of the time with them.
    text, start = str(path), f"{base}{os.sep}"
    is_tidy = text.startswith(start) and f"{os.sep}." not in text and os.sep * 2 not in text
    absolute = text if is_tidy else os.path.abspath(path)  # noqa: PTH100
    return (absolute[len(start) :] if absolute.startswith(start) else text).replace(os.sep, "/")
