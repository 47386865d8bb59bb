"""Lines to the fenced blocks among them, those in lists and quotations too."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from incident_docs.document.text import Text

_FENCE = re.compile(r"[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)")
_QUOTED = re.compile(r"[\s>]*")


class Fence(NamedTuple):
    """A fenced block; lines are 1-based, in the file."""

    opening: Text
    last: int
    """The closing line, or the last of all if it is not closed."""
    content: tuple[Text, ...]
    """Trimmed, without the marks of a quotation."""


def find_fences(lines: Sequence[str], first: int) -> list[Fence]:
    """The blocks in these lines, which stand in the file from line `first` on."""
    found: list[Fence] = []
    mark = ""
    for number, line in enumerate(lines, first):
        match = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if not mark:
            if match is not None:
                mark = match["fence"]
                found.append(Fence(_trimmed(line, number), number, ()))
            continue
        is_close = match is not None and match["fence"].startswith(mark) and not match["info"].strip()
        content = () if is_close else (_trimmed(line, number),)
        found[-1] = found[-1]._replace(last=number, content=found[-1].content + content)
        mark = "" if is_close else mark
    return found


def _trimmed(line: str, number: int) -> Text:
    text = _QUOTED.sub("", line, count=1).rstrip()
    return Text(text, number, len(line.rstrip()) - len(text) + 1)
