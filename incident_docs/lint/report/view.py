"""What the parts of a report are, for whoever knows how a terminal shows them, and where its files can be seen."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple, TypeAlias


class Part(StrEnum):
    """A part of a report that may have a colour."""

    PLACE = "place"
    ERROR = "error"
    WARNING = "warning"
    MARGIN = "margin"
    GOOD = "good"


Paint: TypeAlias = Callable[[str, Part], str]


def plain(text: str, _part: Part) -> str:
    """The text without colours."""
    return text


class View(NamedTuple):
    """How a report is looked at."""

    paint: Paint = plain
    address: str = ""
    """Where the files are on the web, such as `https://github.com/us/ours/blob/main/`; empty if nobody knows."""
