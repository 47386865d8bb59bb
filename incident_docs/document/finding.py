"""Say what a rule found in a document and where, and what an allow comment allows."""

from enum import StrEnum
from typing import NamedTuple

from incident_docs.document.edit import Fix
from incident_docs.document.text import Text


class Level(StrEnum):
    """How serious a rule's findings are."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"
    """The rule does not run unless it is switched on."""


class Finding(NamedTuple):
    """What is wrong, where it stands, and by which rule."""

    line: int
    """1-based, in the file."""
    rule: str
    message: str
    column: int = 1
    """1-based, in characters."""
    end_column: int | None = None
    """The column after the last character; None means to the end of the line."""
    level: Level = Level.ERROR
    """Set by whoever runs the rules, who knows what is configured."""
    fix: Fix | None = None
    """What fixes it, where that can be known."""
    is_confidential: bool = False
    """No report may show its line. Set by whoever runs the rules, as the rule declares it."""

    @classmethod
    def at(cls, text: Text, rule: str, message: str, fix: Fix | None = None) -> "Finding":
        """Make a finding that points at this piece of text."""
        return cls(text.line, rule, message, text.column, text.end_column, fix=fix)


class Allowance(NamedTuple):
    """What one name in an allow comment allows."""

    name: Text
    """A rule, or a pattern such as `timeline-*`."""
    first: int
    """The first line that it is about, and the last."""
    last: int
    is_alone: bool = False
    """The comment names nothing else."""
    rule_has_run: bool = False
    """A rule of this name had its say about the document alone: where it found nothing, the comment is not needed."""
