"""Read the labels and values of a section's bullets, as in `- Services: all healthy`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incident_docs.document.model import Block, Section
from incident_docs.document.text import Text

_BULLET = re.compile(r"(?P<indent>\s*)[-*+]\s+(?P<rest>.*)")
_LABEL = re.compile(r"(?:\*\*|__)?(?P<label>[^\s:*][^:*]*)(?:\*\*:|:\*\*|:__|:)\s*")
_DEEPER = 2
"""So many more spaces, and a bullet is part of the one above."""


class Bullet(NamedTuple):
    """A bullet that begins with a label."""

    label: Text
    lines: tuple[Text, ...]
    """The value, line by line; the first is empty if the value begins below the label."""

    @property
    def value(self) -> Text:
        """What stands beside the label."""
        return self.lines[0]

    @property
    def text(self) -> str:
        """All of the value."""
        return " ".join(line.value for line in self.lines if line.value)


def labelled_bullets(section: Section, lines: Sequence[str]) -> Iterator[Bullet]:
    """Find the labelled bullets of a section of the file that has these lines, in their order."""
    for block in section.blocks:
        if block.kind == "bullet_list":
            yield from _of_list(block, lines)


def _of_list(block: Block, lines: Sequence[str]) -> Iterator[Bullet]:
    outermost = len(lines[block.first - 1]) - len(lines[block.first - 1].lstrip())
    opened: Bullet | None = None
    for number in range(block.first, block.last + 1):
        line = lines[number - 1]
        match = _BULLET.match(line)
        if match and len(match["indent"]) < outermost + _DEEPER:
            if opened:
                yield opened
            opened = _bullet(line, number, match.start("rest"))
        elif opened:
            value = Text(line.strip(), number, len(line) - len(line.lstrip()) + 1)
            opened = opened._replace(lines=(*opened.lines, value))
    if opened:
        yield opened


def _bullet(line: str, number: int, start: int) -> Bullet | None:
    match = _LABEL.match(line, start)
    if match is None:
        return None
    label = Text(match["label"].rstrip("_ "), number, match.start("label") + 1)
    return Bullet(label, (Text(line[match.end() :].rstrip(), number, match.end() + 1),))
