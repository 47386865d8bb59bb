"""No two files have the same id, whatever their folders.

Why: a command that is given the id, a link and a page's address would each mean one of the two, and not the same one.

Bad:

    ---  <-- 2 files have this id: postmortems/2026-03-04-checkout-errors.md and postmortems/2026/2026-03-04-checkout-errors.md; rename all but one
    title: Checkout returned errors for one customer in five
    severity: P1
    status: resolved
    ---

Good:

    ---
    title: Checkout returned errors for one customer in five
    severity: P1
    status: resolved
    ---
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.known_files import KnownFiles, Mentions
from incident_docs.format.vocabulary import Stage
from incident_docs.format.wording import join_words
from incident_docs.rules import Traits

ID = "duplicate-id"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)


def check(mentions: Mentions, known_files: KnownFiles) -> Iterator[Finding]:
    paths = known_files.paths.get(mentions.id, ())
    if len(paths) > 1:
        yield Finding(1, ID, f"{len(paths)} files have this id: {join_words(paths)}; rename all but one")
