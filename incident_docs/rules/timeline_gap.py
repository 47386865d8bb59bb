"""The timeline of a grave incident leaves no hour without a row.

Why: an hour in which nothing is written is the hour in which something was tried that did not help. It teaches more
than the row that ended the incident, and it is the first to be forgotten. How much a timeline should hold is an
opinion: the rule is off until it is switched on.

The rule reads the rows between `started` and `resolved` of incidents whose severity asks for action items (by default
P1 and P2). A span lasts until its end, a row that says only its day until the end of that day.

Bad:

    ---
    resolved: 2026-03-04T11:58:00Z
    ---

    #### Timeline
    | Time  | Event                                    |
    |-------|------------------------------------------|
    | 09:50 | Release 4.12 reaches every region        |
    | 10:20 | Release 4.12 is rolled back; errors stop |
    | 11:58 | Queued payments are settled              |  <-- no row between 10:20 and 11:58 (1h 38m); add what was tried or found, even if it led nowhere

Good:

    ---
    resolved: 2026-03-04T11:58:00Z
    ---

    #### Timeline
    | Time             | Event                                    |
    |------------------|------------------------------------------|
    | 2026-03-03 16:00 | Release 4.12 is approved                 |
    | 09:50            | Release 4.12 reaches every region        |
    | 10:20-11:10      | Release 4.12 is rolled back by region    |
    | 11:58            | Queued payments are settled              |
    | 2026-03-05 09:00 | Customers get an apology                 |
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document, TimelineEntry
from incident_docs.document.times import write_duration
from incident_docs.format.sections import TIMELINE
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.timeline_rows import is_sound_timeline
from incident_docs.rules import Option, Traits, option

ID = "timeline-gap"
LONGEST_MINUTES = Option(ID, "longest-minutes", 60, "A gap may be so many minutes long.")
TRAITS = Traits(Level.OFF, Stage.RESOLVED, sections=(TIMELINE,), options=(LONGEST_MINUTES,))


def check(document: Document) -> Iterator[Finding]:
    severity = document.severity
    started, resolved = document.times.get("started"), document.times.get("resolved")
    if severity is None or not severity.actions_required or started is None or resolved is None:
        return
    if not is_sound_timeline(document):
        return
    longest = timedelta(minutes=option(document, LONGEST_MINUTES))
    last: tuple[TimelineEntry, datetime] | None = None
    for entry in document.timeline:
        end = entry.until or entry.latest
        if entry.at is None or end is None or end < started.at or entry.at > resolved.at:
            continue
        if last is not None and entry.at - last[1] > longest:
            hole = f"{last[0].time.value} and {entry.time.value} ({write_duration(entry.at - last[1])})"
            message = f"no row between {hole}; add what was tried or found, even if it led nowhere"
            yield Finding.at(entry.time, ID, message)
        if last is None or end > last[1]:
            last = entry, end
