"""What the parts of a report are, for whoever knows how a terminal shows them."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias


class Part(StrEnum):
    """A part of a report that may have a colour."""

    PLACE = "place"
    ERROR = "error"
    WARNING = "warning"
    MARGIN = "margin"
    GOOD = "good"


Paint: TypeAlias = Callable[[str, Part], str]
