"""Read and check the values of a TOML table, and find the line of a key. A wrong value is a mistake that knows its keys."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from incident_docs.format.wording import suggest_quoted

_HEADER = re.compile(r"\s*(\[\[?.+\]\]?)\s*(?:#.*)?")


class MistakeError(Exception):
    """A setting is not what it can be."""

    def __init__(self, keys: tuple[str, ...], message: str, word: str = "") -> None:
        super().__init__(message)
        self.keys = keys
        """The tables and keys that lead to it."""
        self.word = word
        """The text that is wrong in a list; empty if it is no list, or all of it."""


class TomlTable:
    """One table of the configuration, and where it stands."""

    def __init__(self, values: Mapping[str, Any], keys: tuple[str, ...] = ()) -> None:
        self._values = values
        self.keys = keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def only(self, *allowed: str) -> None:
        """Refuse every other key."""
        for key in self._values:
            if key not in allowed:
                raise MistakeError((*self.keys, key), f"there is no setting {key!r}; {suggest_quoted(key, allowed)}")

    def is_table(self, key: str) -> bool:
        return isinstance(self._values.get(key), dict)

    def table(self, key: str) -> "TomlTable":
        """Give the table of this name; an empty one if there is none."""
        value = self._values.get(key, {})
        path = (*self.keys, key)
        if not isinstance(value, dict):
            raise MistakeError(path, f"{key} is {value!r}; write a table, as in [{'.'.join(path)}]")
        return TomlTable(value, path)

    def tables(self, key: str) -> Iterator[tuple[str, "TomlTable"]]:
        """Give the tables in the table of this name."""
        outer = self.table(key)
        for name in outer:
            yield name, outer.table(name)

    def text(self, key: str, default: str | None = None) -> str:
        """Give a text; without a default it must be there."""
        value = self._values.get(key, default)
        if value is None:
            raise MistakeError(self.keys, f"{key} is missing in {'.'.join(self.keys)}")
        if not isinstance(value, str):
            raise MistakeError((*self.keys, key), f"{key} is {value!r}; write a text in quotes")
        return value

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Give a list of texts."""
        value = self._values.get(key, list(default))
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise MistakeError((*self.keys, key), f"{key} is {value!r}; write a list of texts")
        return tuple(value)

    def number_or_texts(self, key: str) -> int | tuple[str, ...]:
        """Read a whole number that is not negative, or a list of texts."""
        value = self._values[key]
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        if not isinstance(value, list):
            raise MistakeError((*self.keys, key), f"{key} is {value!r}; write a whole number, or a list of texts")
        return self.texts(key)

    def flag(self, key: str) -> bool:
        """Give true or false; false if it is not there."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            raise MistakeError((*self.keys, key), f"{key} is {value!r}; write true or false")
        return value

    def choice(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """Give one of a few texts."""
        value = self.text(key, default)
        if value not in allowed:
            raise MistakeError((*self.keys, key), f"{key} is {value!r}; {suggest_quoted(value, allowed)}")
        return value


def line_of(text: str, keys: Sequence[str]) -> int:
    """Find the line (1-based) that sets `keys`, or the nearest table around it; 1 if there is none."""
    best, best_depth = 1, 0
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.split("\n"), 1):
        header = _HEADER.fullmatch(line)
        here = _path(header[1]) if header else (*table, *_path(f"{line.partition('=')[0]}=0"))
        table = here if header else table
        depth = len(here) if tuple(keys[: len(here)]) == here else 0
        if depth > best_depth:
            best, best_depth = number, depth
    return best


def line_of_word(text: str, keys: Sequence[str], word: str) -> int:
    """Find the line of a text in the list that `keys` are set to: lists often have a line for each of their texts."""
    first = line_of(text, keys)
    quoted = re.compile(f"[\"']{re.escape(word)}[\"']")
    lines = enumerate(text.split("\n")[first - 1 :], first)
    return next((number for number, line in lines if quoted.search(line)), first)


def _path(toml: str) -> tuple[str, ...]:
    """The keys that one line of TOML sets; none if it cannot be read by itself."""
    try:
        node = tomllib.loads(toml)
    except tomllib.TOMLDecodeError:
        return ()
    path = []
    while isinstance(node, dict) and node:
        key = next(iter(node))
        path.append(key)
        node = node[key]
    return tuple(path)
