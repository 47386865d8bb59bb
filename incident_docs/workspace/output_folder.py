"""Write files to a folder again and again: what somebody else put there stays, or nothing is written at all.

A list in the folder says what we wrote.  A file that somebody has changed since then is theirs.
"""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from incident_docs.errors import IncidentDocsError
from incident_docs.workspace.cache import digest
from incident_docs.workspace.write_files import write_file

_LIST = ".incident-docs.json"


def write_output_folder(folder: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write files, given by their paths in the folder with `/`, and remove those of the last time that are not among them.

    Gives how many were new or have changed. Raises IncidentDocsError if that would touch what somebody else wrote.
    """
    try:
        before = _written(folder)
        _check_unchanged(folder, before)
        _save(folder, before)
        return _replace(folder, before, files)
    except OSError as error:
        raise IncidentDocsError(f"{error.filename or folder}: {os.strerror(error.errno or 0).lower()}") from error


def _replace(folder: Path, before: Mapping[str, str], files: Iterable[tuple[str, bytes]]) -> int:
    # What we have written is ours, however this ends.
    listed = dict(before)
    now: set[str] = set()
    changed = 0
    try:
        for path, content in files:
            now.add(path)
            seen = digest(content)
            if before.get(path) == seen and (folder / path).exists():
                continue
            if path not in before and (folder / path).exists():
                raise IncidentDocsError(f"{folder / path} would be written over; move it away, or remove it")
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            write_file(folder / path, content, is_durable=False)
            listed[path] = seen
            changed += 1
        for path in before.keys() - now:
            _remove(folder, path)
            del listed[path]
    finally:
        _save(folder, listed)
    return changed


def _written(folder: Path) -> Mapping[str, str]:
    """List what we wrote into it; empty if there is nothing. Raises IncidentDocsError if there is something else."""
    try:
        listed = json.loads((folder / _LIST).read_bytes())
    except FileNotFoundError:
        listed = {"files": {}}
        if folder.is_dir() and any(folder.iterdir()):
            raise IncidentDocsError(
                f"{folder} holds files that incident-docs did not write; name a new or an empty folder"
            ) from None
    except ValueError:
        listed = None
    files = listed.get("files") if isinstance(listed, dict) else None
    if not isinstance(files, dict) or not all(_is_inside(folder, path) for path in files):
        raise IncidentDocsError(f"{folder / _LIST} cannot be read; remove the folder, or name another one")
    return files


def _is_inside(folder: Path, path: str) -> bool:
    return Path(os.path.normpath(folder / path)).is_relative_to(folder)


def _check_unchanged(folder: Path, written: Mapping[str, str]) -> None:
    for path, seen in written.items():
        file = folder / path
        if file.exists() and digest(file.read_bytes()) != seen:
            raise IncidentDocsError(f"{file} was changed since incident-docs wrote it; move it away, or remove it")


def _remove(folder: Path, path: str) -> None:
    """Remove a file, and the folders that it leaves empty."""
    (folder / path).unlink(missing_ok=True)
    parent = (folder / path).parent
    while parent != folder and parent.is_dir() and not any(parent.iterdir()):
        parent.rmdir()
        parent = parent.parent


def _save(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    write_file(folder / _LIST, json.dumps({"files": files}, indent=1, sort_keys=True))
