"""Every timeline row says what happened, once.

Why: a time without an event makes readers ask what was left out, and on purpose or not. A row that stands twice makes
them look for the difference.

While the incident runs, a placeholder may stand for the event.

Bad:

    #### Timeline
    | Time  | Event                                    |
    |-------|------------------------------------------|
    | 09:50 | Release 4.12 reaches every region        |
    | 09:56 |                                          |  <-- 09:56 has no event; write what happened, or remove the row
    | 10:20 | Release 4.12 is rolled back              |
    | 10:20 | Release 4.12 is rolled back              |  <-- this row stands here twice; remove one of the two
    | 10:58 | -                                        |  <-- 10:58 has no event; write what happened, or remove the row

Good, two events of one minute:

    #### Timeline
    | Time  | Event                                    |
    |-------|------------------------------------------|
    | 09:50 | Release 4.12 reaches every region        |
    | 10:20 | Release 4.12 is rolled back              |
    | 10:20 | The alert ends                           |
    | 10:58 | Queued payments are settled              |
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.sections import TIMELINE
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.placeholders import is_placeholder
from incident_docs.reading.unwritten import is_blank
from incident_docs.rules import Traits

ID = "timeline-event-empty"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE, sections=(TIMELINE,))


def check(document: Document) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for entry in document.timeline:
        row = (str(entry.at or entry.time.value), entry.event.value)
        if is_blank(entry.event.value):
            # A row without a time either is reported for that.
            if entry.clock is not None:
                message = f"{entry.time.value} has no event; write what happened, or remove the row"
                yield Finding.at(entry.event, ID, message)
        elif row in seen and not is_placeholder(entry.event.value):
            yield Finding.at(entry.event, ID, "this row stands here twice; remove one of the two")
        seen.add(row)
