"""The frontmatter can be read as YAML: keys with values.

Why: one colon too many and none of the keys can be read. The incident has no severity and no start then, and disappears
from every list.

Bad, a colon and a space in a text without quotes:

    ---
    title: Checkout: errors for one customer in five  <-- mapping values are not allowed in this context; a text that holds a colon and a space must stand in quotes
    severity: P1
    status: resolved
    ---

Good:

    ---
    title: "Checkout: errors for one customer in five"
    severity: P1
    status: resolved
    ---
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.frontmatter_model import FrontmatterFault
from incident_docs.document.model import Document
from incident_docs.format.vocabulary import Stage
from incident_docs.rules import Traits

ID = "frontmatter-syntax"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)


def check(document: Document) -> Iterator[Finding]:
    problem = document.frontmatter.problem
    if problem is not None and problem.fault is FrontmatterFault.SYNTAX:
        yield Finding(problem.line, ID, problem.message, problem.column)
