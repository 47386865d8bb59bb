"""Lay out an incident's sections: both halves, their headings moved up, their tables in the site's form."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from incident_docs.document.model import Document, Section
from incident_docs.document.table import Table
from incident_docs.document.text import Text
from incident_docs.format.sections import VERIFICATION, Half
from incident_docs.reading.unwritten import is_only_template
from incident_docs.reading.verification_outcomes import Outcomes, count_outcomes
from incident_docs.site.pages.author_markdown import Piece, plain

_HALF_LEVEL = 2
_SECTION_LEVEL = 3


class BodyPart(NamedTuple):
    """A heading, a block of prose, or the place of a table; `incident.html` shows one after the other."""

    heading: str = ""
    level: int = 0
    """Of the heading; 0 if this is none."""
    prose: Markup = Markup()
    table: str = ""
    """The id of the section whose table goes here, such as `timeline`."""
    outcomes: Outcomes | None = None
    """What came of the commands that verified the resolution."""
    is_to_be_written: bool = False
    """Here goes the postmortem, which nobody has to write yet."""


def lines_elsewhere(document: Document, tables: Iterable[Table]) -> set[int]:
    """Find the lines that the page shows in another form: frontmatter, impact, duration, and these tables."""
    shown = set(range(1, document.frontmatter.end + 1))
    for text in (document.header.impact, document.header.duration):
        if text is not None:
            shown.update(_paragraph(document, text))
    for table in tables:
        shown.update(range(table.line, table.rows[-1][-1].line + 1))
    return shown


def _paragraph(document: Document, first: Text) -> Iterator[int]:
    """Give the lines of `**Label**: ...`, up to the next label or the end of the paragraph."""
    yield first.line
    for number, line in enumerate(document.lines[first.line :], first.line + 1):
        if not line.strip() or line.lstrip().startswith("**"):
            return
        yield number


def lay_out(document: Document, pieces: Iterable[Piece], tables: Iterable[str]) -> Iterator[BodyPart]:
    """Lay out all below the card. The tables that are shown in the site's form are named by the ids of their sections."""
    placed = {id(document.sections_by_id[table]): table for table in tables}
    half = None
    for start, section, found in _regions(document, pieces):
        here = Half.POSTMORTEM if _is_after_half(document, start) else Half.RESPONSE
        if section is not None and not document.is_resolved and is_only_template(section, document):
            continue
        if section is None and not found:
            continue
        if here is not half:
            half = here
            yield BodyPart(_half_title(document, here), _HALF_LEVEL)
        if section is None:
            yield from _prose(found, _HALF_LEVEL)
        else:
            yield from _section(section, found, placed.get(id(section), ""))
            outcomes = count_outcomes(document) if section.known and section.known.id == VERIFICATION.id else None
            if outcomes and any(outcomes):
                yield BodyPart(outcomes=outcomes)
    if document.status is not None and not document.is_resolved and half is not Half.POSTMORTEM:
        yield BodyPart(_half_title(document, Half.POSTMORTEM), _HALF_LEVEL)
        yield BodyPart(is_to_be_written=True)


def _regions(document: Document, pieces: Iterable[Piece]) -> Iterator[tuple[int, Section | None, Sequence[Piece]]]:
    """Give what is under each heading of the format, by its line; first what is before them all."""
    sections = {section.heading.line: section for section in document.sections}
    header = (document.header.title, document.header.status, document.header.severity)
    silent = {each.text.line for each in header if each} | {half.line for half in document.halves}
    starts = sorted({0, *sections, *(half.line for half in document.halves)})
    content: dict[int, list[Piece]] = {start: [] for start in starts}
    start = 0
    for piece in pieces:
        start = piece.line if piece.line in content else start
        if piece.line not in silent and piece.line not in sections:
            content[start].append(piece)
    for start, found in content.items():
        yield start, sections.get(start), found


def _is_after_half(document: Document, line: int) -> bool:
    return any(half.line <= line for half in document.halves)


def _half_title(document: Document, half: Half) -> str:
    labels = document.format.labels
    return _in_sentence_case(labels.title if half is Half.RESPONSE else labels.postmortem.split(" (")[0])


def _section(section: Section, pieces: Sequence[Piece], table: str) -> Iterator[BodyPart]:
    title = plain(section.heading.value)
    yield BodyPart(_in_sentence_case(title) if section.known else title, _SECTION_LEVEL)
    line = section.table.line if section.table else 0
    yield from _prose([piece for piece in pieces if piece.line < line], _SECTION_LEVEL)
    if table:
        yield BodyPart(table=table)
    yield from _prose([piece for piece in pieces if piece.line >= line], _SECTION_LEVEL)


def _in_sentence_case(title: str) -> str:
    """Take capitals away that a sentence would not have: those of abbreviations and names within a word stay."""
    first, *others = title.split(" ")
    return " ".join([first, *(word.lower() if word[1:].islower() else word for word in others)])


def _prose(pieces: Iterable[Piece], level: int) -> Iterator[BodyPart]:
    """Give blocks and headings, each heading one level below the one that it is under, whatever level its author wrote."""
    above: list[int] = []
    for is_heading, run in groupby(pieces, lambda piece: piece.level > 0):
        if not is_heading:
            yield BodyPart(prose=Markup().join(piece.content for piece in run))
            continue
        for piece in run:
            while above and above[-1] >= piece.level:
                above.pop()
            above.append(piece.level)
            yield BodyPart(piece.content, min(level + len(above), 6))
