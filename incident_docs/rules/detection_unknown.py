"""A resolved incident tells how it was noticed.

Why: whether an alert or a customer was first is what decides if the monitoring is good enough. Without `detected`, the
incident drops out of every figure on detection too.

The rule is silent as soon as the timeline or What happened has a word for it: an alert, a page, a report, somebody who
noticed.

Bad:

    ---  <-- nothing tells how it was noticed; write detected, as in detected: 2026-03-04T14:02:00Z, and a row for the alert or the report
    title: Checkout returned errors for one customer in five
    severity: P1
    status: resolved
    started: 2026-03-04T09:50:00Z
    resolved: 2026-03-04T10:58:00Z
    services: [checkout]
    ---

    #### Timeline
    | Time  | Event                              |
    |-------|------------------------------------|
    | 09:50 | Release 4.12 reaches every region  |
    | 10:20 | Release 4.12 is rolled back        |
    | 10:58 | Queued payments are settled        |

Good:

    ---
    title: Checkout returned errors for one customer in five
    severity: P1
    status: resolved
    started: 2026-03-04T09:50:00Z
    resolved: 2026-03-04T10:58:00Z
    services: [checkout]
    ---

    #### Timeline
    | Time  | Event                              |
    |-------|------------------------------------|
    | 09:50 | Release 4.12 reaches every region  |
    | 10:05 | A customer writes to support       |
    | 10:20 | Release 4.12 is rolled back        |
    | 10:58 | Queued payments are settled        |
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.samples import sample_field
from incident_docs.format.sections import TIMELINE, WHAT_HAPPENED
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.narrative import story_mentions
from incident_docs.rules import Option, Traits, option

ID = "detection-unknown"
EXTEND_WORDS = Option(ID, "extend-words", (), "Words that tell how it was noticed too, as in `canary`.")
TRAITS = Traits(Level.WARNING, Stage.RESOLVED, sections=(TIMELINE, WHAT_HAPPENED), options=(EXTEND_WORDS,))

_SIGNS = (
    *("alert", "alarm", "page", "paging", "monitor", "detect", "notic", "report", "ticket", "complain", "support"),
    *("discover", "observ", "spotted", "saw ", "sees ", "realis", "realiz", "tell", "told", "calls", "called", "aware"),
    *("found", "finds", "reveal", "showed", "warn", "notif", "investigat", "diagnos", "identif", "tweet", "mail"),
)


def check(document: Document) -> Iterator[Finding]:
    if not document.timeline or document.section(WHAT_HAPPENED.id) is None:
        # That these are missing is another fault, and it may be reported elsewhere.
        return
    signs = (*_SIGNS, *map(str.lower, option(document, EXTEND_WORDS)))
    if "detected" in document.frontmatter.keys or story_mentions(document, signs, (TIMELINE.id, WHAT_HAPPENED.id)):
        return
    example = sample_field(document.format.field["detected"], document.format)
    message = (
        f"nothing tells how it was noticed; write detected, as in {example}, and a row for the alert or the report"
    )
    yield Finding(1, ID, message)
