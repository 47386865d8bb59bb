"""Define what a frontmatter says, and where each part of it stands."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from incident_docs.document.text import Text

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


class FrontmatterFault(StrEnum):
    """Why there are no values, or not all readers see them."""

    MISSING = "missing"
    UNCLOSED = "unclosed"
    READERS_DISAGREE = "readers disagree"
    SYNTAX = "syntax"


class FrontmatterProblem(NamedTuple):
    """What is wrong with the block as a whole."""

    fault: FrontmatterFault
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
    problem: FrontmatterProblem | None = None

    @property
    def is_readable(self) -> bool:
        """There is a block, and it has values; its form may still be one that readers disagree on."""
        return self.problem is None or self.problem.fault is FrontmatterFault.READERS_DISAGREE
