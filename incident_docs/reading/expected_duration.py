"""Tell what a document's Duration line must say, from the times in its frontmatter."""

from incident_docs.document.header import duration_text
from incident_docs.document.model import Document
from incident_docs.document.times import time_zone
from incident_docs.reading.frontmatter_keys import is_empty_value


def expected_duration(document: Document) -> str | None:
    """What must stand there in this document; None where its times are not known or contradict each other."""
    if not _is_duration_known(document):
        return None
    is_unpublished = document.is_unpublished(document.text("resolved"))
    return duration_text(document.times, document.format, document.zone, is_unpublished=is_unpublished)


def _is_duration_known(document: Document) -> bool:
    if "started" not in document.times or time_zone(document.text("timezone") or "UTC") is None:
        return False
    if "resolved" in document.times:
        return document.duration is not None
    resolved = document.value("resolved")
    if resolved is None or is_empty_value(resolved):
        return not document.is_resolved
    return document.is_unpublished(document.text("resolved"))
