"""What somebody types for an incident to its file: a path, an id, or a part of one."""

import os
from collections.abc import Iterable
from pathlib import Path

import click

from incident_docs.workspace import find_incidents
from incident_docs.workspace.project import Project


def files(paths: Iterable[Path], project: Project) -> list[Path]:
    """The same paths, with the files of incidents in the place of ids and parts of ids."""
    return [_file(path, project) for path in paths]


def _file(path: Path, project: Project) -> Path:
    typed = str(path)
    if path.name != typed or path.suffix or os.path.lexists(path):
        return path
    found = find_incidents.known_as(typed, project)
    if len(found) > 1:
        shown = "".join(f"\n  {find_incidents.shown(file, Path.cwd())}" for file in found)
        raise click.UsageError(f"{typed} may be each of these, type more of the one you mean:{shown}")
    return found[0] if found else path
