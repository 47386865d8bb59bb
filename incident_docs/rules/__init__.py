"""What a rule is: a module with a name, a weight, and a function that checks. Its docstring is its page, its tests and its help."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from incident_docs.document.finding import Finding, Level
from incident_docs.format.vocabulary import Stage

if TYPE_CHECKING:
    # Rules about the tree run where no document is read, and must not wait for its parsers.
    from incident_docs.document.allowance import Allowance
    from incident_docs.document.known_files import KnownFiles
    from incident_docs.document.mentions import Mentions
    from incident_docs.document.model import Document
    from incident_docs.workspace.files import Unreadable


class Named(Protocol):
    """What all rules have."""

    ID: str
    LEVEL: Level
    SINCE: Stage
    """The stage from which it speaks."""


class FileRule(Named, Protocol):
    """Speaks of a file that could not be read."""

    def check(self, unreadable: "Unreadable", /) -> Iterator[Finding]: ...


class AllowRule(Named, Protocol):
    """Speaks of a comment that allows what nobody finds."""

    def check(self, unused: "Allowance", /) -> Iterator[Finding]: ...


class Rule(Named, Protocol):
    """Looks at one document."""

    def check(self, document: "Document", /) -> Iterator[Finding]: ...


class TreeRule(Named, Protocol):
    """Looks at what a document says of the others, without the document."""

    def check(self, mentions: "Mentions", known_files: "KnownFiles", /) -> Iterator[Finding]: ...
