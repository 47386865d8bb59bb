"""A frontmatter that is missing, or that not all readers see, to what makes them see it."""

from collections.abc import Iterator
from datetime import UTC

from incident_docs.document import frontmatter, scaffold, times
from incident_docs.document.edit import Edit, Fix, insert_before, replace
from incident_docs.document.frontmatter import BYTE_ORDER_MARK
from incident_docs.document.frontmatter_model import Fault
from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.format.vocabulary import Severity, Stage, Status
from incident_docs.reading import lenient_moment as loose_moment
from incident_docs.reading.wording import letters


def fix(fault: Fault, document: Document) -> Fix | None:
    """What mends the block as a whole; None where what it must say cannot be told."""
    if fault is Fault.READERS_DISAGREE:
        return Fix(tuple(_as_all_read_it(document)))
    return _closed(document) if fault is Fault.UNCLOSED else _made(document)


def _as_all_read_it(document: Document) -> Iterator[Edit]:
    if document.lines[0].startswith(BYTE_ORDER_MARK):
        yield replace(Text(BYTE_ORDER_MARK, 1), "")
    end = document.frontmatter.end
    close = document.lines[end - 1]
    if close.rstrip(" \t") != "---":
        yield replace(Text(close, end), "---")


def _closed(document: Document) -> Fix | None:
    """The block ends at the first empty line, if what stands above it can be read."""
    end = next((n for n, line in enumerate(document.lines, 1) if not line.strip()), len(document.lines) + 1)
    read = frontmatter.read([*document.lines[: end - 1], "---"])
    return Fix((insert_before(end, "---\n"),)) if read.values and read.problem is None else None


def _made(document: Document) -> Fix | None:
    """A block that says what the header says of an incident that runs: one that is over has more to say."""
    head = document.header
    severity, status = _severity(document), _status(document)
    began = head.duration.value.partition(" - ")[0] if head.duration else ""
    started = times.moment(loose_moment.strict(began, UTC) or "")
    title = head.title.value.value if head.title else ""
    if not title or severity is None or status is None or started is None or status.stage is Stage.RESOLVED:
        return None
    block = scaffold.frontmatter(scaffold.Facts(title, severity, started), status)
    below = "\n" if document.lines[0].strip() else ""
    return Fix((insert_before(1, f"{block}{below}"),), is_safe=False)


def _severity(document: Document) -> Severity | None:
    heading = document.header.severity
    written = letters(heading.value.value) if heading else ""
    return next((each for each in document.format.severities if letters(each.id) == written), None)


def _status(document: Document) -> Status | None:
    heading = document.header.status
    written = letters(heading.value.value) if heading else ""
    return next((each for each in document.format.statuses if written in (letters(each.label), letters(each.id))), None)
