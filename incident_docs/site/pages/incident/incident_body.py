"""An incident's sections to Markdown: both halves, their headings moved up, their tables in the site's form."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from incident_docs.document.model import Document, Section
from incident_docs.document.table import Table
from incident_docs.document.text import Text
from incident_docs.format.sections import Half
from incident_docs.reading.unwritten import is_only_template
from incident_docs.site.pages.html import block, element, heading
from incident_docs.site.pages.prose import Piece, plain

_HALF_LEVEL = 2
_SECTION_LEVEL = 3


def withheld(document: Document, tables: Iterable[Table]) -> set[int]:
    """The lines that the page shows in another form: frontmatter, impact, duration, and these tables."""
    shown = set(range(1, document.frontmatter.end + 1))
    for text in (document.header.impact, document.header.duration):
        if text is not None:
            shown.update(_paragraph(document, text))
    for table in tables:
        shown.update(range(table.line, table.rows[-1][-1].line + 1))
    return shown


def _paragraph(document: Document, first: Text) -> Iterator[int]:
    """The lines of `**Label**: ...`, up to the next label or the end of the paragraph."""
    yield first.line
    for number, line in enumerate(document.lines[first.line :], first.line + 1):
        if not line.strip() or line.lstrip().startswith("**"):
            return
        yield number


def body(document: Document, pieces: Iterable[Piece], tables: Mapping[int, str]) -> Iterator[str]:
    """The page below its card. The tables are known by the line that their section's heading stands on."""
    regions = _regions(document, pieces)
    half = None
    for start, section, found in regions:
        here = Half.POSTMORTEM if _is_after_half(document, start) else Half.RESPONSE
        if section is not None and not document.is_resolved and is_only_template(section, document):
            continue
        if section is None and not found:
            continue
        if here is not half:
            half = here
            yield heading(_HALF_LEVEL, _half_title(document, here))
        if section is None:
            yield from _prose(found, _HALF_LEVEL)
        else:
            yield from _section(section, found, tables.get(section.heading.line, ""))
    if document.status is not None and not document.is_resolved and half is not Half.POSTMORTEM:
        yield heading(_HALF_LEVEL, _half_title(document, Half.POSTMORTEM))
        yield block(element("p", "To be written once the incident is resolved.", class_="idoc-secondary"))


def _regions(document: Document, pieces: Iterable[Piece]) -> Iterator[tuple[int, Section | None, Sequence[Piece]]]:
    """What stands under each heading of the format, by its line; first what stands before them all."""
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
    return _sentence(labels.title if half is Half.RESPONSE else labels.postmortem.split(" (")[0])


def _section(section: Section, pieces: Sequence[Piece], table: str) -> Iterator[str]:
    title = plain(section.heading.value)
    yield heading(_SECTION_LEVEL, _sentence(title) if section.known else title)
    line = section.table.line if section.table else 0
    yield from _prose([piece for piece in pieces if piece.line < line], _SECTION_LEVEL)
    if table:
        yield block(table)
    yield from _prose([piece for piece in pieces if piece.line >= line], _SECTION_LEVEL)


def _sentence(title: str) -> str:
    """A title with no more capitals than a sentence: those of abbreviations and names within a word stay."""
    first, *others = title.split(" ")
    return " ".join([first, *(word.lower() if word[1:].islower() else word for word in others)])


def _prose(pieces: Iterable[Piece], level: int) -> Iterator[str]:
    """Blocks and headings, each heading one level below the one that it stands under, whatever its author counted."""
    above: list[int] = []
    for is_heading, run in groupby(pieces, lambda piece: piece.level > 0):
        if not is_heading:
            yield block("".join(piece.content for piece in run), "idoc-prose")
            continue
        for piece in run:
            while above and above[-1] >= piece.level:
                above.pop()
            above.append(piece.level)
            yield heading(min(level + len(above), 6), piece.content)
