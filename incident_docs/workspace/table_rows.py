"""Find when commits wrote the rows of larger tables, such as those of action items, into the files of a folder.

Where git does not know all of it, it gives nothing: in a shallow clone every row looks as if written by the last commit.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from incident_docs.errors import IncidentDocsError
from incident_docs.workspace.git import Repository, open_repository

_MARK = "\x01"
_FORM = "%x01%as"
_FEWEST = 3
"""Cells. A timeline has two columns."""
_FILE, _FROM, _TO, _NEW, _HUNK = "diff --git ", "rename from ", "rename to ", "+++ b/", "@@ "


class Row(NamedTuple):
    """A row of a table, as a commit has added it."""

    on: date
    """In the zone of who committed it."""
    text: str


class TableRows:
    """The rows of a folder's files, asked of git when somebody wants to know."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _repository(self) -> Repository | None:
        try:
            return open_repository(self._folder)
        except IncidentDocsError:
            return None

    @cached_property
    def state(self) -> str:
        """Another one after each commit; empty if nothing can be known."""
        return self._repository.head() if self._repository else ""

    @cached_property
    def by_file(self) -> Mapping[str, Sequence[Row]]:
        """Those of each file, the latest first, by its absolute path with `/`."""
        if self._repository is None or not self.state:
            return {}
        found = _rows(self._repository.patches(self._folder, _FORM))
        return {(self._repository.root / name).as_posix(): rows for name, rows in found.items()}


def _rows(patch: Iterable[str]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    now: dict[str, str] = {}
    on, name, before, is_head = date.min, "", "", False
    for line in patch:
        if line.startswith(_MARK):
            on = date.fromisoformat(line.removeprefix(_MARK))
        elif line.startswith(_FILE):
            is_head = True
        elif line.startswith(_HUNK):
            is_head = False
        elif is_head:
            # Git ends a name that has a space with a tab.
            if line.startswith(_FROM):
                before = line.removeprefix(_FROM)
            elif line.startswith(_TO):
                after = line.removeprefix(_TO)
                now[before] = now.get(after, after)
            elif line.startswith(_NEW):
                name = line.removeprefix(_NEW).removesuffix("\t")
        elif line.startswith("+") and _is_large(row := line[1:].strip()):
            found.setdefault(now.get(name, name), []).append(Row(on, row))
    return found


def _is_large(row: str) -> bool:
    return row.count("|") - row.startswith("|") - row.endswith("|") >= _FEWEST - 1
