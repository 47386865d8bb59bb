"""A key stands once in the frontmatter.

Why: some readers take the first of two values and some the last, and none of them says so. An incident is then P1 on the
site and P3 in the monthly numbers.

Bad:

    ---
    title: Checkout returned errors for one customer in five
    severity: P1
    status: resolved
    severity: P3  <-- severity stands in line 3 already; keep the one that is right
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
from incident_docs.document.model import Document
from incident_docs.format.vocabulary import Stage
from incident_docs.rules import Traits

ID = "frontmatter-duplicate-key"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)


def check(document: Document) -> Iterator[Finding]:
    for later, first in document.frontmatter.duplicates:
        message = f"{later.value} stands in line {first.line} already; keep the one that is right"
        yield Finding.at(later, ID, message)
