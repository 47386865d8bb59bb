"""The name of the file is the incident's id: the day it started, and a few words, as in `2026-03-04-checkout-errors.md`.

Why: the id stands in links, in other incidents and in tickets, and the name sorts the folder. A name with another day, or
with spaces and capitals, breaks some of them on some machines.

The words are of lower-case letters and digits, joined by hyphens. The day is that of `started` in `timezone`.

Bad:

    ---
    started: 2026-03-04T23:50:00Z  <-- the incident started on 2026-03-05 in Europe/Berlin, but the file name says 2026-03-04; name it 2026-03-05-checkout-errors.md, or correct started
    timezone: Europe/Berlin
    ---

Good:

    ---
    started: 2026-03-03T23:50:00Z
    timezone: Europe/Berlin
    ---
"""

import re
from collections.abc import Iterator
from datetime import date

from incident_docs.document.finding import Finding, Level
from incident_docs.document.incident_ids import ID as PATTERN
from incident_docs.document.incident_ids import slug
from incident_docs.document.model import Document
from incident_docs.document.times import read_iso_date, time_zone
from incident_docs.format.vocabulary import Stage
from incident_docs.rules import Traits

ID = "file-name"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def check(document: Document) -> Iterator[Finding]:
    if not document.id:
        return
    id = PATTERN.fullmatch(document.id)
    named_day = read_iso_date(id[1]) if id else None
    started_on = _day_of_start(document)
    if named_day is None:
        yield Finding(1, ID, f"the file name {document.id} is no id; name it {_right_name(document.id, started_on)}")
    elif started_on is not None and started_on != named_day:
        value = document.frontmatter.values["started"]
        start = f"the incident started on {started_on} in {_zone(document)}, but the file name says {named_day}"
        message = f"{start}; name it {_right_name(document.id, started_on)}, or correct started"
        yield Finding(value.line, ID, message, value.column, value.end_column)


def _zone(document: Document) -> str:
    return document.text("timezone") or "UTC"


def _day_of_start(document: Document) -> date | None:
    """The day in the zone of the incident; None if it is not known, which another rule reports."""
    started, zone = document.times.get("started"), time_zone(_zone(document))
    return started.at.astimezone(zone).date() if started and zone else None


def _right_name(stem: str, started_on: date | None) -> str:
    day = _DAY.match(stem)
    right_day = started_on or read_iso_date(day[0] if day else "")
    words = slug(stem[day.end() :] if day else stem)
    return f"{right_day}-{words}.md" if right_day else f"<day it started>-{words}.md"
