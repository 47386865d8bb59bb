"""Where a key stands in a TOML text: tomllib does not say."""

import re
import tomllib
from collections.abc import Sequence

_HEADER = re.compile(r"\s*(\[\[?.+\]\]?)\s*(?:#.*)?")


def line_of(text: str, keys: Sequence[str]) -> int:
    """The line (1-based) that sets `keys`, or the nearest table around it; 1 if there is none."""
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
    """The line of a text in the list that `keys` are set to: lists often have a line for each of their texts."""
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
