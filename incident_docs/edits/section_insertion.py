"""Insert a section, or another heading of the format, in its place, with as much under it as may stand there now."""

from collections.abc import Iterator

from incident_docs.document.edit import Edit, apply_edits, insert_lines
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.document.scaffold import IMPACT_PLACEHOLDER, section_body, section_skeleton
from incident_docs.document.text import Text
from incident_docs.edits.placing import insert_block, line_behind
from incident_docs.errors import CannotEdit
from incident_docs.format.sections import ACTION_ITEMS, HALF_LEVEL, SECTION_LEVEL, FormatSection, Half
from incident_docs.reading.expected_texts import ExpectedHeading, expected_duration, expected_headings
from incident_docs.reading.unwritten import is_blank

_SEVERITY = 2
"""Where the heading of the severity stands among those that are expected."""


def insert_section(document: Document, id: str, body: str | None = None) -> tuple[Edit, ...]:
    """Insert a section of the format by its id, with this text or its placeholders under the heading.

    A postmortem that has no section yet gets its heading too.  Raises CannotEdit if the section is there, if its place
    cannot be known, or if it must be filled at once and there is nothing to fill it with.
    """
    known = document.format.section.get(id)
    if known is None:
        raise CannotEdit(f"the format has no section {id}")
    if document.section(id) is not None:
        raise CannotEdit(f"{known.heading} is there already")
    block = _section(known, document) if body is None else f"{'#' * SECTION_LEVEL} {known.heading}\n{body.rstrip()}\n"
    if block is None:
        raise CannotEdit(f"a resolved incident has to say something under {known.heading}")
    edit = _with_half(block, document) if _lacks_half(known, document) else _in_place(known, block, document)
    after = parse(apply_edits("\n".join(document.lines), [edit]), format=document.format)
    if after.section(id) is None or len(after.sections) != len(document.sections) + 1:
        raise CannotEdit(f"{known.heading} would be read as something else; look for a code block without an end")
    return (edit,)


def _lacks_half(known: FormatSection, document: Document) -> bool:
    return known.half is Half.POSTMORTEM and not document.halves


def _in_place(known: FormatSection, block: str, document: Document) -> Edit:
    """The section where the format has it; one that it does not demand behind the others of its half."""
    above = next((each.heading for each in reversed(document.sections) if each.half is known.half), None)
    if known.demanded_from is not None or above is None:
        wanted = next((each for each in expected_headings(document) if each.section is known), None)
        if wanted is None:
            raise CannotEdit(f"no section is there behind which {known.heading} could stand")
        above, _ = _neighbours(wanted, document)
    return insert_block(line_behind(above, document, is_section=True), block, document)


def _with_half(block: str, document: Document) -> Edit:
    """The first section of the postmortem, with the heading of that, at the end of the document."""
    heading = f"{'#' * HALF_LEVEL} {document.format.labels.postmortem}"
    if any(each.found for each in expected_headings(document) if each.section and each.section.half is Half.POSTMORTEM):
        raise CannotEdit(f"there is no {heading} above the other sections of the postmortem")
    rule = "" if "".join(document.lines).endswith("---") else "---\n\n"
    return insert_block(len(document.lines) + 1, f"{rule}{heading}\n\n{block}", document)


def insert_heading(document: Document, absent: ExpectedHeading) -> tuple[Edit, ...]:
    """Insert a heading that the format expects.

    Raises CannotEdit if its place or its words cannot be known, or if a resolved incident has to say something under it.
    """
    above, below = _neighbours(absent, document)
    is_severity = expected_headings(document).index(absent) == _SEVERITY
    edits = tuple(_heading(absent, above, below, document, is_severity=is_severity))
    if not edits:
        raise CannotEdit(f"what belongs to {absent.heading} is not known")
    return edits


def _neighbours(absent: ExpectedHeading, document: Document) -> tuple[Text | None, Text | None]:
    """The expected headings between which one belongs that is absent."""
    wanted = expected_headings(document)
    place = wanted.index(absent)
    above = max((text for each in wanted[:place] for text in each.found), key=_line, default=None)
    below = min((text for each in wanted[place + 1 :] for text in each.found), key=_line, default=None)
    is_out_of_order = above is not None and below is not None and above.line > below.line
    if is_out_of_order or (above is None and _begins_with_another(document, below)):
        raise CannotEdit(f"the place of {absent.heading} cannot be known among the headings that are there")
    return above, below


def _heading(
    absent: ExpectedHeading, above: Text | None, below: Text | None, document: Document, *, is_severity: bool
) -> Iterator[Edit]:
    """What puts the heading between these two."""
    if absent.opens_postmortem:
        if below is not None:
            yield insert_block(below.line, f"{absent.heading}\n", document)
    elif absent.section is not None:
        block = _section(absent.section, document)
        if block is not None:
            yield insert_block(line_behind(above, document, is_section=True), block, document)
    elif absent.is_determined and is_severity:
        yield from _severity(absent.heading, above, document)
    elif absent.is_determined:
        yield insert_block(line_behind(above, document, is_section=False), f"{absent.heading}\n", document)


def _begins_with_another(document: Document, below: Text | None) -> bool:
    """A heading that is not the format's stands first: it may be the title in the author's words."""
    return any(below is None or section.heading.line < below.line for section in document.sections[:1])


def _line(text: Text) -> int:
    return text.line


def _section(known: FormatSection, document: Document) -> str | None:
    """The section with its skeleton, which is empty in a resolved document."""
    started = document.times.get("started")
    began = started.at.astimezone(document.zone) if started else None
    must_be_filled = known.filled_from is not None and known.filled_from <= document.stage
    if not document.is_resolved:
        is_filled = not is_blank(section_body(known, began))
        return section_skeleton(known, began) if is_filled or not must_be_filled else None
    needs_actions = document.severity is None or document.severity.actions_required
    if must_be_filled or (known.id == ACTION_ITEMS.id and needs_actions):
        return None
    # Of a table the headings and the line under them.
    shown = 3 if known.columns else 1
    return "\n".join(section_skeleton(known, began).split("\n")[:shown]) + "\n"


def _severity(heading: str, above: Text | None, document: Document) -> Iterator[Edit]:
    """The heading of the severity, above the lines that belong under it, with those that are not there."""
    head, labels = document.header, document.format.labels
    if head.impact is None and document.is_resolved:
        return
    block = [heading] if head.impact else [heading, f"**{labels.impact}**: {IMPACT_PLACEHOLDER}"]
    duration = expected_duration(document) if head.duration is None else None
    if duration is not None and head.impact is None:
        block.append(f"**{labels.duration}**: {duration}")
    elif duration is not None:
        yield insert_lines(head.impact_lines[-1].line + 1, f"**{labels.duration}**: {duration}\n")
    text = "\n".join([*block, ""])
    there = [line.line for line in (head.impact, head.duration) if line]
    if there:
        is_close = document.lines[min(there) - 2].strip()
        yield insert_lines(min(there), f"\n{text}" if is_close else text)
    else:
        yield insert_block(line_behind(above, document, is_section=False), text, document)
