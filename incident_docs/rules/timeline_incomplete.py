"""The timeline tells of the moments that the frontmatter counts: start, detection, mitigation, resolution.

Why: "detected after 6 minutes" is a number. How it was noticed, and what ended the impact, is what the next team can
use, and it stands nowhere if no row tells it.

A row within five minutes tells of a moment; within half an hour, where the row or the moment is rough (`~`). A row that
says only its day tells of all that day, a span of all that it spans. Timelines with a row that cannot be read, or out
of order, are not checked.

Bad:

    ---
    detected: 2026-03-04T10:01:00Z
    mitigated: 2026-03-04T10:20:00Z
    ---

    #### Timeline  <-- no row tells how it was detected at 2026-03-04 10:01 and mitigated at 2026-03-04 10:20; add what happened then
    | Time  | Event                                     |
    |-------|-------------------------------------------|
    | 09:50 | Release 4.12 reaches every region         |
    | 10:12 | Ana finds the full connection pool        |
    | 10:58 | Queued payments are settled               |

Good:

    #### Timeline
    | Time        | Event                                         |
    |-------------|-----------------------------------------------|
    | 09:52       | Release 4.12 reaches the last region          |
    | 09:54       | The error-rate alert pages the on-call        |
    | 10:10-10:25 | Release 4.12 is rolled back, region by region |
    | 10:58       | Queued payments are settled                   |
"""

from collections.abc import Iterator
from datetime import timedelta

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document, TimelineEntry
from incident_docs.document.times import Moment
from incident_docs.format.sections import TIMELINE
from incident_docs.format.vocabulary import Stage
from incident_docs.format.wording import join_words
from incident_docs.reading.timeline_rows import is_sound_timeline
from incident_docs.rules import Option, Traits, option

ID = "timeline-incomplete"
NEAR_MINUTES = Option(ID, "near-minutes", 5, "A row within so many minutes tells of a moment.")
ROUGH_MINUTES = Option(ID, "rough-minutes", 30, "The same, where the row or the moment is rough.")
TRAITS = Traits(Level.WARNING, Stage.RESOLVED, sections=(TIMELINE,), options=(NEAR_MINUTES, ROUGH_MINUTES))

_EARLY = ("started", "detected")


def check(document: Document) -> Iterator[Finding]:
    section, moments = document.section(TIMELINE.id), [moment.at for moment in document.times.values()]
    if section is None or not is_sound_timeline(document) or moments != sorted(moments):
        return
    rows, untold = document.timeline, []
    for key, moment in document.times.items():
        # That the rows end before the incident did is another fault.
        is_reached = key != "resolved" or any(entry.latest and entry.latest >= moment.at for entry in reversed(rows))
        if is_reached and not any(
            _tells(entry, moment, document) for entry in (rows if key in _EARLY else reversed(rows))
        ):
            untold.append(f"{key} at {moment.at.astimezone(document.zone):%Y-%m-%d %H:%M}")
    if untold:
        message = f"no row tells how it was {join_words(untold)}; add what happened then"
        yield Finding.at(section.heading, ID, message)


def _tells(entry: TimelineEntry, moment: Moment, document: Document) -> bool:
    is_rough = moment.approximate or (entry.clock is not None and entry.clock.approximate)
    margin = timedelta(minutes=option(document, ROUGH_MINUTES if is_rough else NEAR_MINUTES))
    end = entry.until or entry.latest
    return entry.at is not None and end is not None and entry.at - margin <= moment.at <= end + margin
