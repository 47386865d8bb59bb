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

Bad, a slip that is read as midnight passing:

    ---
    started: 2026-03-04T14:02:00Z
    resolved: 2026-03-04T15:10:00Z
    ---

    #### Timeline
    | Time  | Event                                      |
    |-------|--------------------------------------------|
    | 14:02 | Release 4.12 reaches every region          |
    | 01:20 | Release 4.12 is rolled back                |  <-- 01:20 stands after 14:02 and is read as 2026-03-05 01:20, after the incident was resolved at 2026-03-04 15:10; correct it, or write its day
    | 15:10 | The error rate is normal                   |

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
from incident_docs.document.model import Document, TimelineEntry
from incident_docs.document.times import Moment
from incident_docs.format.sections import TIMELINE
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.timeline_rows import is_step_back, rows_with_above, to_minute
from incident_docs.rules import Option, Traits, option

ID = "timeline-outside"
ROUGH_MINUTES = Option(ID, "rough-minutes", 30, "A rough time may be so many minutes off.")
TRAITS = Traits(Level.WARNING, Stage.ACTIVE, sections=(TIMELINE,), options=(ROUGH_MINUTES,))


def check(document: Document) -> Iterator[Finding]:
    started, resolved = document.times.get("started"), document.times.get("resolved")
    is_adrift = False
    for above, entry in rows_with_above(document):
        if entry.clock is None or entry.clock.day is not None:
            is_adrift = False
        # A row out of order lies on no day for certain, and is reported as that.
        elif entry.at is None or is_adrift or is_step_back(above, entry):
            continue
        elif started is not None and _is_earlier(entry.at, started.at, _margin(entry, started, document)):
            yield _finding(entry, entry.at, started, "before the incident started", document)
        elif resolved is not None and _is_earlier(resolved.at, entry.at, _margin(entry, resolved, document)):
            # The rows after one that was put on a wrong day follow it there.
            is_adrift = above is None or above.at is None or above.at.date() < entry.at.date()
            if is_adrift:
                yield _read_as(entry, entry.at, above, resolved, document)
            else:
                yield _finding(entry, entry.at, resolved, "after the incident was resolved", document)


def _is_earlier(first: datetime, second: datetime, margin: timedelta) -> bool:
    return first < second and to_minute(first) + margin < to_minute(second)


def _margin(entry: TimelineEntry, moment: Moment, document: Document) -> timedelta:
    is_rough = moment.approximate or (entry.clock is not None and entry.clock.approximate)
    return timedelta(minutes=option(document, ROUGH_MINUTES) if is_rough else 0)


def _finding(entry: TimelineEntry, at: datetime, bound: Moment, where: str, document: Document) -> Finding:
    message = (
        f"{entry.time.value} is {where} at {_minute(bound, document)}; write {_dated(entry, at)} if it is meant so"
    )
    return Finding.at(entry.time, ID, message)


def _read_as(
    entry: TimelineEntry, at: datetime, above: TimelineEntry | None, resolved: Moment, document: Document
) -> Finding:
    why = f"stands after {above.time.value} and is" if above is not None else "is"
    when = f"after the incident was resolved at {_minute(resolved, document)}"
    message = f"{entry.time.value} {why} read as {_dated(entry, at)}, {when}; correct it, or write its day"
    return Finding.at(entry.time, ID, message)


def _minute(moment: Moment, document: Document) -> str:
    return f"{moment.at.astimezone(document.zone):%Y-%m-%d %H:%M}"


def _dated(entry: TimelineEntry, at: datetime) -> str:
    """The time with its day, as the row must write it."""
    rough = "~" if entry.time.value.startswith("~") else ""
    return f"{rough}{at:%Y-%m-%d} {entry.time.value.removeprefix('~')}"
