"""A section of the format to what it holds before anything is known: its columns, its labels, placeholders."""

from collections.abc import Iterator
from datetime import datetime

from incident_docs.format.sections import SECTION_LEVEL, TIMELINE, FormatSection


def section_skeleton(known: FormatSection, began: datetime | None) -> str:
    """The section with its heading; `began` is when the incident started, in the zone of the document, if that is known."""
    return f"{'#' * SECTION_LEVEL} {known.heading}\n{section_body(known, began)}\n"


def section_body(known: FormatSection, began: datetime | None) -> str:
    """What stands under the heading, without the last line end."""
    if known.columns:
        return "\n".join(_table(known, began))
    if known.bullets:
        return "\n".join(f"- {label}: {placeholder_for(label)}" for label in known.bullets)
    if known.fenced:
        return f"```\n{known.skeleton}\n```"
    return known.skeleton


def placeholder_for(label: str) -> str:
    """What stands for the value of a column or of a bullet."""
    return f"<{label.lower()}>"


def _table(known: FormatSection, began: datetime | None) -> Iterator[str]:
    headings = [column.heading for column in known.columns if column.required]
    cells = [placeholder_for(heading) for heading in headings]
    if known.id == TIMELINE.id and began is not None:
        cells[0] = f"{began:%H:%M}"
    yield _row(headings)
    yield "|" + "|".join("-" * (len(heading) + 2) for heading in headings) + "|"
    yield _row(cells)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
