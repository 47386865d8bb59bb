"""Text to frontmatter: the block's place, and its values with the place of each.

Readers disagree on how the block ends, so only the form is accepted that python-frontmatter, MkDocs and GitHub
read alike: `---` as the first line, `---` as the last, a line break.  Everything else is a `Problem`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from incident_docs.document.text import Text

_OPEN = re.compile(r"---[ \t]*")
_LOOSE_CLOSE = re.compile(r"(?:-{3,}|\.{3})\s*")
_HEADING = re.compile(r"#{2,6} ")
_UNCLOSED = "the frontmatter is not closed; put a line --- after its last key"
BYTE_ORDER_MARK = "\ufeff"

Data: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"


class Value(NamedTuple):
    """A value of the frontmatter and where it stands."""

    data: Data
    """Times stay text, as written."""
    line: int
    column: int
    end_column: int | None
    """None where it ends on another line."""

    @property
    def is_empty(self) -> bool:
        """Nothing is written, or only quotes or brackets."""
        return self.data is None or (isinstance(self.data, (str, list, dict)) and not self.data)

    @property
    def place(self) -> tuple[int, int, int | None]:
        return self.line, self.column, self.end_column

    @property
    def plain(self) -> object:
        """What is written, without its places. Aliases are written out, and can be many."""
        if isinstance(self.data, list):
            return [value.plain for value in self.data]
        if isinstance(self.data, dict):
            return {key: value.plain for key, value in self.data.items()}
        return self.data


class Fault(StrEnum):
    """Why there are no values, or not all readers see them."""

    MISSING = "missing"
    UNCLOSED = "unclosed"
    READERS_DISAGREE = "readers disagree"
    SYNTAX = "syntax"


class Problem(NamedTuple):
    """What is wrong with the block as a whole."""

    fault: Fault
    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Frontmatter:
    """The frontmatter of a document."""

    values: dict[str, Value] = field(default_factory=dict)
    """By key, in the order of the file; of a key that stands twice, the first."""
    keys: dict[str, Text] = field(default_factory=dict)
    duplicates: tuple[tuple[Text, Text], ...] = ()
    """Keys that stand twice: the later and the first."""
    end: int = 0
    """The line of the closing `---`; 0 if there is no block."""
    problem: Problem | None = None

    @property
    def is_readable(self) -> bool:
        """There is a block, and it has values; its form may still be one that readers disagree on."""
        return self.problem is None or self.problem.fault is Fault.READERS_DISAGREE


def read(bare: Sequence[str]) -> Frontmatter:
    """Read the frontmatter of a text of these bare lines."""
    first = bare[0] if bare else ""
    if not _OPEN.fullmatch(first.removeprefix(BYTE_ORDER_MARK)):
        message = "there is no frontmatter; the first line must be ---"
        return Frontmatter(problem=Problem(Fault.MISSING, 1, 1, message))
    end = next((n for n, line in enumerate(bare[1:], 2) if _LOOSE_CLOSE.fullmatch(line)), None)
    if end is None:
        return Frontmatter(problem=Problem(Fault.UNCLOSED, 1, 1, _UNCLOSED))
    problem = _disagreement(first, bare[end - 1], end)
    found = _values(bare[1 : end - 1], end, problem)
    if not found.is_readable and any(_HEADING.match(line) for line in bare[1 : end - 1]):
        # What closes the block is a rule in the body.
        return Frontmatter(problem=Problem(Fault.UNCLOSED, 1, 1, _UNCLOSED))
    return found


def _disagreement(first: str, close: str, end: int) -> Problem | None:
    if first.startswith(BYTE_ORDER_MARK):
        message = "a byte-order mark hides the frontmatter from some readers; save the file as UTF-8 without it"
        return Problem(Fault.READERS_DISAGREE, 1, 1, message)
    if not _OPEN.fullmatch(close):
        message = f"the frontmatter is closed with {close.strip()}, which readers disagree on; write ---"
        return Problem(Fault.READERS_DISAGREE, end, 1, message)
    return None


def _values(inside: Sequence[str], end: int, problem: Problem | None) -> Frontmatter:
    from incident_docs.document import plain_values  # noqa: PLC0415 - it makes values of ours

    values = plain_values.read(inside, first=2)
    if values is not None:
        keys = {key: Text(key, value.line) for key, value in values.items()}
        return Frontmatter(values, keys, (), end, problem)
    from incident_docs.document import yaml_values  # noqa: PLC0415 - most runs need no YAML

    return yaml_values.read(inside, end, problem)
