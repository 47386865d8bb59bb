"""A comment that allows what a rule would report is needed, and names a rule.

Why: a comment that outlived its reason hides the next real mistake in that place, and one that misspells its rule makes
people believe that they have been heard.

It is checked after all other rules. A rule that does not run, or not yet because of the incident's status, is no reason to
take the comment out.

Fix: safe. A comment that is not needed is taken out, if it names one rule only.

Bad:

    ---
    title: Checkout returned errors for one customer in five
    severity: P1
    status: resolved
    started: 2026-03-04T09:50:00Z
    detected: 2026-03-04T09:56:00Z
    mitigated: 2026-03-04T10:20:00Z
    # incident-docs: allow frontmatter-requird  <-- there is no rule frontmatter-requird; did you mean frontmatter-required?
    resolved: 2026-03-04T10:58:00Z
    services: [checkout]
    ---

    #### Timeline
    <!-- incident-docs: allow timeline-order -->  <-- timeline-order finds nothing here; take it out

    | Time  | Event                                                       |
    |-------|-------------------------------------------------------------|
    | 09:50 | Release 4.12 of checkout reaches every region               |
    | 09:56 | The error-rate alert pages the on-call engineer             |
    | 10:20 | Release 4.12 is rolled back; errors stop                    |
    | 10:58 | Queued payments are settled and the error rate stays normal |

    #### Root Cause
    <!-- incident-docs: ignore root-cause-thin -->  <-- this allows nothing; write a line of its own: <!-- incident-docs: allow NAME -->

    Release 4.12 opened a database connection for every request and used up the connection pool within minutes.

Good:

    #### Timeline
    <!-- incident-docs: allow timeline-order -- the clock of the second data centre was wrong -->

    | Time  | Event                                                       |
    |-------|-------------------------------------------------------------|
    | 09:50 | Release 4.12 of checkout reaches every region               |
    | 09:56 | The error-rate alert pages the on-call engineer             |
    | 09:55 | The second data centre reports errors                       |
    | 10:20 | Release 4.12 is rolled back; errors stop                    |
    | 10:58 | Queued payments are settled and the error rate stays normal |
"""

from collections.abc import Iterator

from incident_docs.document.edit import Fix, delete_lines
from incident_docs.document.finding import Allowance, Finding, Level
from incident_docs.document.text import Text
from incident_docs.format.vocabulary import Stage
from incident_docs.rules import Traits

ID = "unused-allow"
TRAITS = Traits(Level.WARNING, Stage.ACTIVE)


def check(unused: Allowance) -> Iterator[Finding]:
    fix = Fix((delete_lines(unused.name.line, unused.name.line),)) if unused.is_alone else None
    yield Finding.at(unused.name, ID, f"{unused.name.value} finds nothing here; take it out", fix)


def unread(comment: Text) -> Finding:
    """Make the finding on a comment that says something else, or stands where it is not read."""
    form = "# incident-docs: allow NAME" if comment.value.startswith("#") else "<!-- incident-docs: allow NAME -->"
    return Finding.at(comment, ID, f"this allows nothing; write a line of its own: {form}")


def unknown(name: Text, message: str) -> Finding:
    """Make the finding on a name that no rule has."""
    return Finding.at(name, ID, message)
