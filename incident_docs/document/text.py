"""Define a piece of text that knows where it stands, and blank out what is not prose in a line."""

import re
from typing import NamedTuple

_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
_ADDRESS = re.compile(r"(?<!\w)\w+://[^\s)|]+|(?<=\]\()[^\s()]*[/.#][^\s()]*")


# A named tuple, not a dataclass: a document has a hundred of these, and they cost a third to make.
class Text(NamedTuple):
    """A stretch of one line."""

    value: str
    line: int
    """1-based, in the file."""
    column: int = 1
    """1-based, in characters."""

    @property
    def end_column(self) -> int:
        """The column after its last character."""
        return self.column + len(self.value)


def without_code(line: str) -> str:
    """Blank out the code spans of a line, every other character in its place."""
    if "`" not in line:
        return line
    return _CODE_SPAN.sub(_blank, line)


def without_addresses(line: str) -> str:
    """Blank out the URLs of a line and the targets of its links, every other character in its place."""
    return _ADDRESS.sub(_blank, line)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
