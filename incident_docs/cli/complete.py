"""Complete what has been typed of a name in a shell. Nothing here waits for a parser."""

from collections.abc import Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from incident_docs.errors import IncidentDocsError
from incident_docs.workspace import find_incidents
from incident_docs.workspace.project import Project, load_project


def incidents(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Offer files, and the ids of the project's incidents: those that begin with what is typed, or else those that contain it."""
    project = _project()
    ids = sorted({path.stem for path in find_incidents.find_incidents([project.folder])} if project else ())
    return [CompletionItem(typed, type="file"), *(_items(ids, typed) or _items(ids, typed, anywhere=True))]


def severities(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Offer the ids of the project's severities, in any case."""
    project = _project()
    levels = project.format.severities if project else ()
    return [
        CompletionItem(level.id, help=level.impact)
        for level in levels
        if level.id.casefold().startswith(typed.casefold())
    ]


def rules(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem[str]]:
    """Offer the names of the rules."""
    from incident_docs.rules.all_names import ALL_NAMES  # noqa: PLC0415 - commands that have this completion start sooner

    return _items(sorted(ALL_NAMES), typed)


def _items(names: Iterable[str], typed: str, *, anywhere: bool = False) -> list[CompletionItem[str]]:
    return [CompletionItem(name) for name in names if (typed in name if anywhere else name.startswith(typed))]


def _project() -> Project | None:
    try:
        return load_project(Path.cwd())
    except IncidentDocsError:
        # A shell has no place to say it; the command will.
        return None
