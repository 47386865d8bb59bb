"""Say what a rule is: a module with a name, traits, and a function that checks.

Its docstring is its page on the site, its help in the terminal, and its tests.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, Protocol

from incident_docs.document.finding import Allowance, Finding, Level
from incident_docs.format.sections import FormatSection
from incident_docs.format.vocabulary import Stage

if TYPE_CHECKING:
    # Tree-wide rules run where no document is read, and must not wait for its parsers.
    from incident_docs.document.known_files import KnownFiles, Mentions
    from incident_docs.document.model import Document
    from incident_docs.workspace.files import Unreadable


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
