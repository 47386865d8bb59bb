"""Say what a rule is: a module with a name, traits, and a function that checks.

Its docstring is its page on the site, its help in the terminal, and its tests.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, Protocol, TypeVar, cast

from incident_docs.document.finding import Allowance, Finding, Level
from incident_docs.format.sections import FormatSection
from incident_docs.format.vocabulary import Stage

if TYPE_CHECKING:
    # Tree-wide rules run where no document is read, and must not wait for its parsers.
    from incident_docs.document.known_files import KnownFiles, Mentions
    from incident_docs.document.model import Document
    from incident_docs.workspace.files import Unreadable


_Value = TypeVar("_Value", int, tuple[str, ...])


class Option(NamedTuple, Generic[_Value]):
    """A number or a list of words that an organisation can set for a rule, in `[lint.rules.NAME]`."""

    rule: str
    name: str
    default: _Value
    meaning: str
    """A sentence for the rule's page, in Markdown."""


def option(document: "Document", option: Option[_Value]) -> _Value:
    """Give the value that is configured for an option, or its default."""
    return cast("_Value", document.format.option.get((option.rule, option.name), option.default))


class Traits(NamedTuple):
    """What a rule declares of itself."""

    level: Level
    """Of its findings, unless the configuration says otherwise."""
    since: Stage
    """The stage of an incident from which on it looks at the document."""
    sections: tuple[FormatSection, ...] = ()
    """The sections that it is about; none if it is about the frontmatter, the header, or the document as a whole."""
    is_confidential: bool = False
    """No report may show the lines that it finds."""
    options: tuple[Option[Any], ...] = ()


class Named(Protocol):
    """What all rules have."""

    ID: str
    TRAITS: Traits


class FileRule(Named, Protocol):
    """Checks why a file could not be read."""

    def check(self, unreadable: "Unreadable", /) -> Iterator[Finding]: ...


class AllowRule(Named, Protocol):
    """Checks a comment that allows what nobody finds."""

    def check(self, unused: Allowance, /) -> Iterator[Finding]: ...


class Rule(Named, Protocol):
    """Checks one document."""

    def check(self, document: "Document", /) -> Iterator[Finding]: ...


class TreeRule(Named, Protocol):
    """Checks what a document says of other files, without the document."""

    def check(self, mentions: "Mentions", known_files: "KnownFiles", /) -> Iterator[Finding]: ...
