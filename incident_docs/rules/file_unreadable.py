"""A file can be read: it is a regular file of UTF-8 text, of a sane size, and we may open it.

Why: an incident that nobody can read is lost, and a run that stops at it hides the findings on all the others. So it
is a finding like any other, and the run goes on.

Bad: a file that is not there, a folder named `2026-03-04-checkout.md`, a link to nothing, a file without permission,
a binary file, a file in another encoding (the first wrong byte is shown), a file of more than ten megabytes.

Good: plain UTF-8, with either kind of line ends.
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.format.vocabulary import Stage
from incident_docs.rules import Traits
from incident_docs.workspace.files import Unreadable

ID = "file-unreadable"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)


def check(unreadable: Unreadable) -> Iterator[Finding]:
    yield Finding(unreadable.line, ID, unreadable.message, unreadable.column)
