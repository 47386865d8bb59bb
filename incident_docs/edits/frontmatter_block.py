"""Repair the frontmatter as a whole, where it is missing or not all readers see it."""

from collections.abc import Iterator
from datetime import UTC

from incident_docs.document import scaffold
from incident_docs.document.edit import Edit, Fix, insert_lines, replace_text
from incident_docs.document.frontmatter import BYTE_ORDER_MARK, read_frontmatter
from incident_docs.document.frontmatter_model import FrontmatterFault
from incident_docs.document.model import Document
from incident_docs.document.scaffold import scaffold_frontmatter
from incident_docs.document.text import Text
from incident_docs.document.times import read_moment
from incident_docs.format.vocabulary import Severity, Stage, Status
from incident_docs.format.wording import only_letters
from incident_docs.reading.lenient_date import moment_in_format


def repair_frontmatter(fault: FrontmatterFault, document: Document) -> Fix | None:
    """Close the frontmatter, write it as all read it, or make one; None if what it must say cannot be known."""
    if fault is FrontmatterFault.READERS_DISAGREE:
        return Fix(tuple(_as_all_read_it(document)))
    return _closed(document) if fault is FrontmatterFault.UNCLOSED else _made(document)


def _as_all_read_it(document: Document) -> Iterator[Edit]:
    if document.lines[0].startswith(BYTE_ORDER_MARK):
        yield replace_text(Text(BYTE_ORDER_MARK, 1), "")
    end = document.frontmatter.end
    close = document.lines[end - 1]
    if close.rstrip(" \t") != "---":
        yield replace_text(Text(close, end), "---")


def _closed(document: Document) -> Fix | None:
    """The block ends at the first empty line, if what stands above it can be read."""
    end = next((n for n, line in enumerate(document.lines, 1) if not line.strip()), len(document.lines) + 1)
    read = read_frontmatter([*document.lines[: end - 1], "---"])
    return Fix((insert_lines(end, "---\n"),)) if read.values and read.problem is None else None


def _made(document: Document) -> Fix | None:
    """A block that says what the header says of an incident that runs: one that is over has more to say."""
    head = document.header
    severity, status = _severity(document), _status(document)
    began = head.duration.value.partition(" - ")[0] if head.duration else ""
    started = read_moment(moment_in_format(began, UTC) or "")
    title = head.title.value.value if head.title else ""
    if not title or severity is None or status is None or started is None or status.stage is Stage.RESOLVED:
        return None
    block = scaffold_frontmatter(scaffold.Facts(title, severity, started), status)
    below = "\n" if document.lines[0].strip() else ""
    return Fix((insert_lines(1, f"{block}{below}"),), is_safe=False)


def _severity(document: Document) -> Severity | None:
    heading = document.header.severity
    written = only_letters(heading.value.value) if heading else ""
    return next((each for each in document.format.severities if only_letters(each.id) == written), None)


def _status(document: Document) -> Status | None:
    heading = document.header.status
    written = only_letters(heading.value.value) if heading else ""
    return next(
        (each for each in document.format.statuses if written in (only_letters(each.label), only_letters(each.id))),
        None,
    )
