"""Find the incident that a command is about: by its id, a part of it or its path, or the one that is not resolved."""

from collections.abc import Sequence
from pathlib import Path

from incident_docs.cli.asking import can_ask, choose
from incident_docs.errors import IncidentDocsError
from incident_docs.format.wording import suggest_word
from incident_docs.workspace.find_incidents import find_incidents, incidents_named, shown_path
from incident_docs.workspace.open_incidents import open_incidents
from incident_docs.workspace.project import Project

_MOST = 20
"""So many are shown."""


def chosen_incident(id: str | None, project: Project) -> Path:
    """Find the file of an incident; without an id that of the only one which is not resolved.

    Where several are meant, a terminal is asked.  Raises IncidentDocsError if it is not clear which one is.
    """
    if id is None:
        found = [path for path, _ in open_incidents(project)]
        if not found:
            raise IncidentDocsError("no incident is open; name one, by its id or a part of it")
        return _only(found, "several incidents are open", project)
    if id.endswith(".md") or Path(id).is_file():
        return _file(id)
    found = incidents_named(id, project)
    if not found:
        known = {path.stem for path in find_incidents([project.folder])}
        raise IncidentDocsError(f"there is no incident {id}; {suggest_word(id, known)}" if known else _none(project))
    return _only(found, f"several incidents have {id} in their ids", project)


def _file(path: str) -> Path:
    if not Path(path).is_file():
        raise IncidentDocsError(f"there is no file {path}")
    return Path(path)


def _none(project: Project) -> str:
    folder = shown_path(project.folder, Path.cwd())
    return f'there are no incidents in {folder}; open one with: incident-docs new "What is wrong"'


def _only(found: Sequence[Path], several: str, project: Project) -> Path:
    if len(found) == 1:
        return found[0]
    ids = [shown_path(path.with_suffix(""), project.folder) for path in found]
    if len(ids) > _MOST:
        raise IncidentDocsError(f"{several}; name one: {', '.join(ids[:_MOST])} and {len(ids) - _MOST} more")
    if can_ask():
        return found[choose("Which one", ids)]
    raise IncidentDocsError(f"{several}; name one: {', '.join(ids)}")
