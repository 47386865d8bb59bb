"""The time of a timeline row can be read: `14:02` on a 24-hour clock, with `~` before it if it is rough.

Why: a row whose time cannot be read is left out of every chart and every duration. `2:34` may be night or afternoon to
a reader in another country, who was not there.

A span (`14:05-14:20`), seconds, a day before the time (`2026-03-05 00:10`) and a day alone can be read too. While the
incident runs, a placeholder may stand for the time.

Fix: what is read as a time is written on the 24-hour clock, in the zone of the document: `2:34 PM`, `9.05`, `1402`,
`2026-03-04T14:02:00Z`. That is unsafe where it may mean something else, such as `3:10` beside `2:34 PM`, or `14.02` in
February.

Bad:

    #### Timeline
    | Time     | Event                                                |
    |----------|------------------------------------------------------|
    | 9:50 AM  | Release 4.12 of checkout reaches every region        |  <-- 9:50 AM is no time of the 24-hour clock; write 09:50
    | 09.56    | The error-rate alert pages the on-call engineer      |  <-- 09.56 is no time of the 24-hour clock; write 09:56
    | 1020     | Release 4.12 is rolled back; errors stop             |  <-- 1020 is no time of the 24-hour clock; write 10:20
    | at lunch | Queued payments are settled                          |  <-- at lunch cannot be read as a time; write one such as 14:02, ~14:02 or 2026-03-05 14:02
    |          | The error rate has stayed normal                     |  <-- this row has no time; write one such as 14:02, or ~14:02 if it is rough
    |          |                                                      |  <-- this row is empty; write a time and an event, or remove it

Good:

    #### Timeline
    | Time             | Event                                         |
    |------------------|-----------------------------------------------|
    | 2026-03-03       | The load test of release 4.12 passes          |
    | 2026-03-04 09:41 | Release 4.12 is approved                      |
    | 09:50:30         | Release 4.12 of checkout reaches every region |
    | ~09:56           | The error-rate alert pages the on-call engineer |
    | 10:20-10:25      | Release 4.12 is rolled back; errors stop      |
    | 10:58            | The error rate has stayed normal              |
"""

from collections.abc import Iterator

from incident_docs.document.edit import Fix
from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document, TimelineEntry
from incident_docs.edits.table_editing import rewrite_cell
from incident_docs.edits.try_fix import try_fix
from incident_docs.format.sections import TIMELINE
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.lenient_clock import clock_in_format, is_doubtful_clock, mixes_clocks
from incident_docs.reading.placeholders import is_placeholder
from incident_docs.rules import Traits

ID = "timeline-time"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE, sections=(TIMELINE,))


def check(document: Document) -> Iterator[Finding]:
    unread = [entry for entry in document.timeline if entry.clock is None and not _is_still_open(entry, document)]
    is_mixed = bool(unread) and mixes_clocks(document)
    for entry in unread:
        strict = _strict(entry, document)
        yield Finding.at(entry.time, ID, _message(entry, strict), _fix(entry, strict, document, is_mixed=is_mixed))


def _is_still_open(entry: TimelineEntry, document: Document) -> bool:
    """A placeholder that may stand for now, or a row of placeholders, which is reported as such."""
    return is_placeholder(entry.time.value) and (not document.is_resolved or is_placeholder(entry.event.value))


def _strict(entry: TimelineEntry, document: Document) -> str | None:
    started = document.times.get("started")
    return clock_in_format(entry.time.value, document.zone, started.at if started else None)


def _message(entry: TimelineEntry, strict: str | None) -> str:
    written = entry.time.value
    if not written:
        if not entry.event.value:
            return "this row is empty; write a time and an event, or remove it"
        return "this row has no time; write one such as 14:02, or ~14:02 if it is rough"
    if strict is not None:
        return f"{written} is no time of the 24-hour clock; write {strict}"
    return f"{written} cannot be read as a time; write one such as 14:02, ~14:02 or 2026-03-05 14:02"


def _fix(entry: TimelineEntry, strict: str | None, document: Document, *, is_mixed: bool) -> Fix | None:
    if strict is None:
        return None
    is_safe = not is_mixed and not is_doubtful_clock(entry, strict, document)
    return try_fix(lambda: rewrite_cell(document, entry.time, strict), is_safe=is_safe)
