"""The times of the frontmatter run forward: started, detected, mitigated, resolved.

Why: the time to detect, to mitigate and to resolve are read off these four. One slip of a date, and a month's average is
off by a day.

Two of them may be the same. Rough times are taken as they are written.

Bad:

    ---
    started: 2026-03-04T09:50:00Z
    detected: 2026-03-04T08:56:00Z  <-- detected 2026-03-04T08:56:00Z is before started 2026-03-04T09:50:00Z; correct one of them
    ---

Good:

    ---
    started: 2026-03-04T09:50:00Z
    detected: 2026-03-04T10:50:00+01:00
    mitigated: not published
    resolved: 2026-03-04T10:58:00Z
    ---
"""

from collections.abc import Iterator
from itertools import pairwise

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.fields import TIMES
from incident_docs.format.vocabulary import Stage
from incident_docs.rules import Traits

ID = "frontmatter-order-of-times"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)


def check(document: Document) -> Iterator[Finding]:
    for earlier, later in pairwise(key for key in TIMES if key in document.times):
        value = document.frontmatter.values[later]
        if document.times[later].at < document.times[earlier].at:
            order = f"{later} {value.data} is before {earlier} {document.text(earlier)}"
            yield Finding(value.line, ID, f"{order}; correct one of them", value.column, value.end_column)
