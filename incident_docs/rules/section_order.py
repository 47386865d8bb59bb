"""The headings stand in the order of the format, each section in its half, and sections of your own after those.

Why: somebody who joins in the middle of an incident, or reads the tenth postmortem of a week, finds things by where they
stand. The response comes first, because it is read under pressure; the postmortem is read afterwards.

Fix: safe. The section is moved with all that stands under it, sections of your own to the end of their half. What would
make two of one kind stand together is not moved, nor is the heading between the halves, nor a heading of your own that by
its level may be a part of the section above it.

Bad, two sections that changed places:

    ### Incident Response: Checkout returned errors for one customer in five

    #### Status: 🟢 Resolved

    #### Severity: P1

    #### Timeline

    #### Mitigation Applied

    #### Root Cause  <-- Root Cause stands after Mitigation Applied; it belongs before it

    #### Current Status

Bad, a section of the postmortem in the response:

    ### Incident Response: Checkout returned errors for one customer in five

    #### Timeline

    #### What went well  <-- What went well stands before Root Cause; it belongs after Root cause

    #### Root Cause

    #### Communication  <-- Communication stands before Verification; sections of your own come after the required ones

    #### Verification

    ### Postmortem (after resolution)

    #### What happened

    #### Root cause

    #### What could improve

Good:

    #### Timeline
    | Time | Event |
    |------|-------|

    #### Contributing factors
    - The load test used a tenth of the traffic.

    #### Communication
    The status page was updated every 20 minutes.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from incident_docs.document.edit import Fix
from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document, Section
from incident_docs.document.text import Text
from incident_docs.edits.placing import line_behind, move_block
from incident_docs.format.sections import SECTION_LEVEL, Half
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.expected_texts import expected_headings
from incident_docs.rules import Traits

ID = "section-order"
TRAITS = Traits(Level.ERROR, Stage.ACTIVE)

_WEIGHT = 2
# One section that is on the wrong side of the postmortem's heading is misplaced; of two, the heading is.
_WEIGHT_OF_HALF = 3


class _Place(NamedTuple):
    """A heading of the format where it stands."""

    rank: int
    """Where it should stand among the others."""
    text: Text
    weight: int
    is_section: bool
    is_movable: bool


def check(document: Document) -> Iterator[Finding]:
    places = sorted(_places(document), key=lambda place: place.text.line)
    in_order = _longest_in_order(places)
    for place in places:
        if place not in in_order:
            yield Finding.at(place.text, ID, _misplaced(place, in_order), _moved(place, in_order, document))
    yield from _own(document, in_order)


def _places(document: Document) -> Iterator[_Place]:
    for rank, each in enumerate(expected_headings(document)):
        weight = _WEIGHT_OF_HALF if each.opens_postmortem else _WEIGHT
        is_movable = len(each.found) == 1 and not each.opens_postmortem
        for text in each.found:
            yield _Place(rank, text, weight, each.section is not None, is_movable)


def _longest_in_order(places: Sequence[_Place]) -> list[_Place]:
    """Those that are in order; the fewest others are left out."""
    if all(before.rank < place.rank for before, place in pairwise(places)):
        return list(places)
    best: list[tuple[int, list[_Place]]] = []
    for place in places:
        before = [row for row in best if row[1][-1].rank < place.rank]
        weight, row = max(before, key=lambda row: row[0], default=(0, []))
        best.append((weight + place.weight, [*row, place]))
    return max(best, key=lambda row: row[0], default=(0, []))[1]


def _misplaced(place: _Place, in_order: Sequence[_Place]) -> str:
    above = [each for each in in_order if each.text.line < place.text.line]
    below = [each for each in in_order if each.text.line > place.text.line]
    if any(each.rank <= place.rank for each in below):
        target = next((each for each in reversed(in_order) if each.rank < place.rank), below[0])
        return _message(place.text, "before", below[0].text, "after", target.text)
    target = next((each for each in in_order if each.rank > place.rank), above[-1])
    return _message(place.text, "after", above[-1].text, "before", target.text)


def _moved(place: _Place, in_order: Sequence[_Place], document: Document) -> Fix | None:
    before = next((each.text for each in reversed(in_order) if each.rank < place.rank), None)
    return _behind(before, place.text, document, is_section=place.is_section) if place.is_movable else None


def _moved_to_end(section: Section, half: Half, document: Document) -> Fix | None:
    there = [each.heading for each in document.sections if each.half is half]
    above = [each for each in document.sections if each.known and each.heading.line < section.heading.line]
    is_part = section.level != SECTION_LEVEL or (bool(above) and above[-1].level < SECTION_LEVEL)
    return _behind(there[-1], section.heading, document, is_section=True) if there and not is_part else None


def _behind(before: Text | None, heading: Text, document: Document, *, is_section: bool) -> Fix | None:
    edits = move_block(heading, line_behind(before, document, is_section=is_section), document)
    return Fix(edits) if edits else None


def _message(text: Text, side: str, neighbour: Text, right_side: str, target: Text) -> str:
    where = "it" if target == neighbour else target.value
    return f"{text.value} stands {side} {neighbour.value}; it belongs {right_side} {where}"


def _own(document: Document, in_order: Sequence[_Place]) -> Iterator[Finding]:
    """Sections that the format does not ask for, among those that it does or in the other half than theirs."""
    for section in document.sections:
        if section.known is None or section.known.demanded_from is None:
            text = section.heading
            below = next((place for place in in_order if place.text.line > text.line), None)
            is_first = not in_order or in_order[0].text.line > text.line
            if below is not None and below.is_section and not is_first:
                where = f"stands before {below.text.value}; sections of your own come after the required ones"
                fix = _moved_to_end(section, section.half, document)
                yield Finding.at(text, ID, f"{text.value} {where}", fix)
            elif document.halves and section.known is not None and section.known.half is not section.half:
                sides = ("before", "after") if section.half is Half.RESPONSE else ("after", "before")
                message = _message(text, sides[0], document.halves[0], sides[1], document.halves[0])
                yield Finding.at(text, ID, message, _moved_to_end(section, section.known.half, document))
