"""The timeline of a resolved incident runs until it was resolved.

Why: a timeline that stops at the rollback hides the rest: queues that drained, data that was repaired, the watch that
followed. Whoever plans the next response then plans it too short.

Minutes are compared. Where the last row or `resolved` is rough (`~`), the row may be up to an hour early; a row that says
only its day lasts until the end of that day.

Bad:

    #### Timeline
    | Time  | Event                                     |
    |-------|-------------------------------------------|
    | 09:50 | Release 4.12 reaches every region         |
    | 10:20 | Release 4.12 is rolled back; errors stop  |  <-- the timeline ends at 10:20, but the incident was resolved at 2026-03-04 10:58; add the row that tells how

Good:

    #### Timeline
    | Time  | Event                                     |
    |-------|-------------------------------------------|
    | 09:50 | Release 4.12 reaches every region         |
    | 10:20 | Release 4.12 is rolled back; errors stop  |
    | 10:58 | Queued payments are settled               |

Good, a rough time:

    #### Timeline
    | Time   | Event                                    |
    |--------|------------------------------------------|
    | 09:50  | Release 4.12 reaches every region        |
    | ~10:30 | The error rate is normal                 |
"""

from collections.abc import Iterator
from datetime import timedelta

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document, TimelineEntry
from incident_docs.document.times import Moment
from incident_docs.format.sections import TIMELINE
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.timeline_rows import to_minute
from incident_docs.rules import Option, Traits, option

ID = "timeline-ends-early"
ROUGH_MINUTES = Option(ID, "rough-minutes", 60, "A rough time may be so many minutes early.")
TRAITS = Traits(Level.ERROR, Stage.RESOLVED, sections=(TIMELINE,), options=(ROUGH_MINUTES,))


def check(document: Document) -> Iterator[Finding]:
    resolved = document.times.get("resolved")
    if resolved is None or any(entry.at is None for entry in document.timeline):
        return
    roughly = timedelta(minutes=option(document, ROUGH_MINUTES))
    # From the end, where such a row is most often the first one looked at.
    if document.timeline and not any(_reaches(entry, resolved, roughly) for entry in reversed(document.timeline)):
        last = document.timeline[-1]
        limit = f"{resolved.at.astimezone(document.zone):%Y-%m-%d %H:%M}"
        message = f"the timeline ends at {last.time.value}, but the incident was resolved at {limit}"
        yield Finding.at(last.time, ID, f"{message}; add the row that tells how")


def _reaches(entry: TimelineEntry, resolved: Moment, roughly: timedelta) -> bool:
    """The row is not over before the incident was."""
    end = entry.until or entry.latest
    is_rough = resolved.approximate or (entry.clock is not None and entry.clock.approximate)
    margin = roughly if is_rough else timedelta()
    return end is not None and to_minute(end) + margin >= to_minute(resolved.at)
