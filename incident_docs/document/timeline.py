"""How timeline rows stand to each other, where more than one rule asks."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from incident_docs.document.model import Document, Entry


def with_above(document: Document) -> Iterator[tuple[Entry | None, Entry]]:
    """Each row whose instant is known, and the nearest such row above it."""
    rows: list[Entry | None] = [None, *(entry for entry in document.timeline if entry.at is not None)]
    return ((above, entry) for above, entry in pairwise(rows) if entry is not None)


def steps_back(above: Entry | None, entry: Entry) -> bool:
    """The row is surely earlier than the one above it."""
    return above is not None and above.at is not None and entry.latest is not None and entry.latest < above.at


def to_minute(at: datetime) -> datetime:
    """Without seconds, which rows mostly leave out."""
    return at.replace(second=0, microsecond=0)
