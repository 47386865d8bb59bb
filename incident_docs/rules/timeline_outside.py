"""The timeline's rows lie between the start and the end of the incident, or write their day out.

Why: a row before the start is either its cause, and a reader must see that it came earlier, or a sign that `started` is
too late and the incident is counted shorter than users felt it. The same goes for the end.

A row that writes its day out is meant to lie outside. Minutes are compared; a rough time (`~`), of the row or of the
incident, may be half an hour off.

Bad:

    #### Timeline
    | Time  | Event                                      |
    |-------|--------------------------------------------|
    | 09:41 | Release 4.12 is approved                   |  <-- 09:41 is before the incident started at 2026-03-04 09:50; write 2026-03-04 09:41 if it is meant so
    | 09:50 | Release 4.12 reaches every region          |
    | 10:58 | The error rate is normal                   |
    | 11:30 | Customers get an apology                   |  <-- 11:30 is after the incident was resolved at 2026-03-04 10:58; write 2026-03-04 11:30 if it is meant so

Good:

    #### Timeline
    | Time             | Event                                      |
    |------------------|--------------------------------------------|
    | 2026-03-04 09:41 | Release 4.12 is approved                   |
    | ~09:40           | First complaints about slow payments       |
    | 09:50            | Release 4.12 reaches every region          |
    | 10:58:40         | The error rate is normal                   |
    | 2026-03-04 11:30 | Customers get an apology                   |
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document, Entry
from incident_docs.document.timeline import steps_back, to_minute, with_above
from incident_docs.document.times import Moment
from incident_docs.format.vocabulary import Stage

ID = "timeline-outside"
LEVEL = Level.WARNING
SINCE = Stage.ACTIVE

_ROUGHLY = timedelta(minutes=30)


def check(document: Document) -> Iterator[Finding]:
    started, resolved = document.times.get("started"), document.times.get("resolved")
    for above, entry in with_above(document):
        # A row out of order lies on no day for certain, and is reported as that.
        if entry.clock is None or entry.clock.day is not None or entry.at is None or steps_back(above, entry):
            continue
        if started is not None and _is_earlier(entry.at, started.at, _margin(entry, started)):
            yield _finding(entry, entry.at, started, "before the incident started", document)
        elif resolved is not None and _is_earlier(resolved.at, entry.at, _margin(entry, resolved)):
            yield _finding(entry, entry.at, resolved, "after the incident was resolved", document)


def _is_earlier(first: datetime, second: datetime, margin: timedelta) -> bool:
    return to_minute(first) + margin < to_minute(second)


def _margin(entry: Entry, moment: Moment) -> timedelta:
    is_rough = moment.approximate or (entry.clock is not None and entry.clock.approximate)
    return _ROUGHLY if is_rough else timedelta()


def _finding(entry: Entry, at: datetime, bound: Moment, where: str, document: Document) -> Finding:
    limit = f"{bound.at.astimezone(document.zone):%Y-%m-%d %H:%M}"
    rough = "~" if entry.time.value.startswith("~") else ""
    dated = f"{rough}{at:%Y-%m-%d} {entry.time.value.removeprefix('~')}"
    return Finding.at(entry.time, ID, f"{entry.time.value} is {where} at {limit}; write {dated} if it is meant so")
