"""Look up who changed each file of a folder last, when, and how often.

Where git does not know all of it, it says nothing: in a shallow clone every file looks as if changed by the last commit.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from incident_docs.errors import IncidentDocsError
from incident_docs.workspace.git import open_repository

_MARK, _BREAK = "\x01", "\x02"
# No address: a page is no place for people's. The name is the one that the project's .mailmap gives.
_FORM = "%x01%as%x02%aN"
_MOVES = ("R", "C")


class History(NamedTuple):
    """What git knows of a file."""

    changed_on: date
    """In the zone of who changed it, as the next."""
    changed_by: str
    changes: int
    """Commits, the first too."""
    first_on: date


class _Change(NamedTuple):
    on: date
    by: str
    name: str
    """Of the file, as seen from the root."""
    before: str
    """Its name until then; empty if it was not moved."""


def file_histories(folder: Path) -> Mapping[Path, History]:
    """Look up the history of the files in a folder, by their absolute paths; empty without git or a whole repository."""
    try:
        known = open_repository(folder)
    except IncidentDocsError:
        return {}
    found: dict[str, History] = {}
    now: dict[str, str] = {}
    for change in _changes(known.log(folder, _FORM) or ()):
        name = now.get(change.name, change.name)
        if change.before:
            now[change.before] = name
        latest = found.get(name) or History(change.on, change.by, 0, change.on)
        found[name] = latest._replace(changes=latest.changes + 1, first_on=change.on)
    return {known.root / name: each for name, each in found.items()}


def _changes(fields: Sequence[str]) -> Iterator[_Change]:
    """The latest first."""
    rest = iter(fields)
    on, by = date.min, ""
    for field in rest:
        if field.startswith(_MARK):
            day, _, by = field.removeprefix(_MARK).partition(_BREAK)
            on = date.fromisoformat(day)
            continue
        # An empty line stands between a commit and its files.
        before = next(rest) if field.lstrip("\n").startswith(_MOVES) else ""
        yield _Change(on, by, next(rest), before)
