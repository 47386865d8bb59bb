"""Mark a row that was taken over from elsewhere, so that it is known again: by a short comment at the end of its event."""

import re
from hashlib import sha256
from typing import NamedTuple

_MARK = re.compile(r"\s*<!-- from ([0-9a-f]{10})-([0-9a-f]{6}) -->\s*$")


class RowMark(NamedTuple):
    """What a row was made from."""

    source: str
    """Stands for the message, whatever its words are now."""
    words: str
    """Stands for the words that were taken over: who edits them by hand does not change it."""

    def __str__(self) -> str:
        return f"<!-- from {self.source}-{self.words} -->"


def make_mark(source: str, words: str) -> RowMark:
    """Mark words that were taken over from a source."""
    return RowMark(_short(source)[:10], _short(words)[:6])


def split_row_mark(event: str) -> tuple[str, RowMark | None]:
    """Give an event without its mark, and the mark if there is one."""
    match = _MARK.search(event)
    return (event[: match.start()], RowMark(match[1], match[2])) if match else (event, None)


def _short(text: str) -> str:
    return sha256(text.encode("utf-8", "replace")).hexdigest()
