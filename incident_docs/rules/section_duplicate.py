"""A section stands once in its half of the document.

Why: commands and pages read the first of two Timelines; what stands in the second is in no chart and no list, and the
next entry is written into whichever the writer finds.

Root Cause and Root cause are two sections: one of the response, one of the postmortem.

Bad:

    ### Incident Response: Checkout returned errors for one customer in five

    #### Timeline
    | Time  | Event                            |
    |-------|----------------------------------|
    | 09:50 | Release 4.12 reaches all regions |

    #### Root Cause
    The connection pool ran empty.

    #### Timeline  <-- Timeline stands in line 14 already; move what is here to there

    ### Postmortem (after resolution)

    #### Root cause
    The load test used a tenth of the traffic.

Good:

    #### Root Cause
    The connection pool ran empty.

    #### Root cause
    The load test used a tenth of the traffic.
"""

from collections.abc import Iterator

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.format.sections import Half
from incident_docs.format.vocabulary import Stage
from incident_docs.rules import Traits

ID = "section-duplicate"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)


def check(document: Document) -> Iterator[Finding]:
    first: dict[tuple[Half, str] | None, Text] = {}
    for key, heading in _headings(document):
        if first.setdefault(key, heading) != heading:
            message = f"{heading.value} stands in line {first[key].line} already; move what is here to there"
            yield Finding.at(heading, ID, message)


def _headings(document: Document) -> Iterator[tuple[tuple[Half, str] | None, Text]]:
    """The headings of the format with the half and id of each; None stands for the heading of the postmortem."""
    yield from ((None, half) for half in document.halves)
    for section in document.sections:
        if section.known is not None:
            yield (section.half, section.known.id), section.heading
