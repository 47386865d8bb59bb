"""What was made of something earlier, by a key that says all it was made of; in the platform's cache folder.

A database, as one changed document must not cost the writing of a thousand.  Runs beside each other wait for one another; a
store that cannot be read or written is none, and no reason to fail.
"""

import os
import sqlite3
import weakref
import zlib
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from incident_docs.workspace.cache import cache_folder, digest

_TABLE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, day INTEGER, content BLOB) WITHOUT ROWID"
_DAYS = 7
_PATIENCE = 2.0
_FASTEST = 1
_MUCH = 5_000_000
"""Bytes."""


class Store:
    """The texts of one folder and one purpose. What nobody asks for in a week is forgotten."""

    def __init__(self, root: Path, purpose: str, today: date) -> None:
        self._file = cache_folder() / digest(str(root).encode()) / f"{purpose}.db"
        self._day = today.toordinal()
        self._days: dict[str, int] = {}
        """When each of those that are written was asked for last."""
        self._new: dict[str, bytes] = {}
        self._given = 0
        self._asked: set[str] = set()
        self._reader: tuple[int, sqlite3.Connection] | None = None
        """That of this process, by its number: a copy of it needs one of its own."""
        try:
            self._load()
        except (sqlite3.OperationalError, OSError):
            pass  # Somebody else has it, or nobody can.
        except sqlite3.DatabaseError:
            self._file.unlink(missing_ok=True)

    def _load(self) -> None:
        with closing(self._connection()) as connection:
            self._days.update(connection.execute("SELECT key, day FROM kept"))

    def _connection(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        # What is made beside the builds of a served site reads too, when no build does.
        connection = sqlite3.connect(self._file, timeout=_PATIENCE, check_same_thread=False)
        connection.execute(_TABLE)
        return connection

    def get(self, key: str) -> str | None:
        """What is kept under this key."""
        self._asked.add(key)
        content = self._new.get(key)
        if content is None and key in self._days:
            content = self._written(key)
        return None if content is None else zlib.decompress(content).decode()

    def _written(self, key: str) -> bytes | None:
        with suppress(sqlite3.Error, OSError):
            if self._reader is None or self._reader[0] != os.getpid():
                self._reader = os.getpid(), self._connection()
                weakref.finalize(self, self._reader[1].close)
            found: tuple[bytes] | None
            found = self._reader[1].execute("SELECT content FROM kept WHERE key = ?", (key,)).fetchone()
            return found and found[0]
        return None

    def put(self, key: str, text: str) -> None:
        """Keep a text."""
        self._new[key] = zlib.compress(text.encode(), _FASTEST)

    def has(self, key: str) -> bool:
        """Something is kept under this key; this counts as asking for it."""
        self._asked.add(key)
        return key in self._new or key in self._days

    def taken(self) -> dict[str, bytes]:
        """What is new, for the store of the process that this one is a copy of."""
        new, self._new = self._new, {}
        return new

    def give(self, taken: dict[str, bytes]) -> None:
        """Keep what a copy of this process has made. Much of it is written at once, as it would fill the memory."""
        self._new.update(taken)
        self._given += sum(map(len, taken.values()))
        if self._given > _MUCH:
            self._given = 0
            self._write([])

    def save(self) -> None:
        """Write what is new, and what was used today for the first time."""
        used = [key for key in self._asked & self._days.keys() if self._days[key] != self._day]
        if self._new or used:
            self._write(used)

    def _write(self, used: list[str]) -> None:
        with suppress(sqlite3.Error, OSError), closing(self._connection()) as connection, connection:
            rows = [(key, self._day, content) for key, content in self._new.items()]
            connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
            connection.executemany("UPDATE kept SET day = ? WHERE key = ?", [(self._day, key) for key in used])
            connection.execute("DELETE FROM kept WHERE day < ?", (self._day - _DAYS,))
            self._days.update(dict.fromkeys([*self._new, *used], self._day))
            self._new = {}
