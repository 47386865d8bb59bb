"""The document begins with a frontmatter that all readers find: between two lines `---`.

Why: everything that is counted, sorted or drawn stands there. Where one program finds the block and another does not, the
site shows its text as a paragraph, and the incident is in no list.

The first line is `---`, and so is the line after the last key. GitHub, MkDocs and other readers disagree on every other
form, and on a byte-order mark before it.

Fix: the line that closes the block is written as `---`, and the byte-order mark is taken out, both safe. Where there is no
block, one is made of what the body's header says of an incident that still runs, with a placeholder for the services:
unsafe, for the header may be wrong.

Bad:

    ---
    title: Checkout returned errors for one customer in five
    severity: P1
    status: resolved
    ...  <-- the frontmatter is closed with ..., which readers disagree on; write ---

Good:

    ---
    title: Checkout returned errors for one customer in five
    severity: P1
    status: resolved
    ---
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.frontmatter_model import FrontmatterFault
from incident_docs.document.model import Document
from incident_docs.edits.frontmatter_block import repair_frontmatter
from incident_docs.format.vocabulary import Stage
from incident_docs.rules import Traits

ID = "frontmatter-missing"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)


def check(document: Document) -> Iterator[Finding]:
    problem = document.frontmatter.problem
    if problem is not None and problem.fault is not FrontmatterFault.SYNTAX:
        fix = repair_frontmatter(problem.fault, document)
        yield Finding(problem.line, ID, problem.message, problem.column, fix=fix)
