"""The lines of a block to the keys and values in them: `severity: P1, P2`, one key a line."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_COMMENT = re.compile(r"(?:^|\s)#(?:\s.*)?$")
_LINE = re.compile(r"([^\s:]+)\s*:\s*(.*)")
_VALUE = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([^,]*))\s*(?:,|$)""")


class Setting(NamedTuple):
    """A key and what it is set to."""

    line: int
    key: str
    text: str
    """All that stands after the colon, but for a comment and the quotes around it."""
    values: tuple[str, ...]
    """The same, taken apart at its commas."""


class Mistake(NamedTuple):
    """Why a list cannot be made."""

    line: int
    message: str


def settings(lines: Sequence[str], first: int) -> Iterator[Setting | Mistake]:
    """What these lines say; `first` is the number of the first of them."""
    for number, written in enumerate(lines, first):
        line = _COMMENT.sub("", written).strip()
        if not line:
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            yield Mistake(number, f"{line!r} is no filter; write a key, a colon and what to look for")
            continue
        key, text = match[1].lower(), match[2]
        values = tuple(_values(text))
        if values:
            yield Setting(number, key, values[0] if _is_quoted(text) else text, values)
        else:
            yield Mistake(number, f"{key} has no value")


def _values(text: str) -> Iterator[str]:
    """Apart at the commas, but for those in quotes. A list may stand in brackets, as in the frontmatter."""
    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1]
    for match in _VALUE.finditer(text):
        value = next((group for group in match.groups() if group is not None), "").strip()
        if value:
            yield value


def _is_quoted(text: str) -> bool:
    match = _VALUE.match(text)
    return match is not None and match.end() == len(text) and match[3] is None
