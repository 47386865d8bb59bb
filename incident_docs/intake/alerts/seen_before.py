"""Find the incidents that an alert has opened before."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.format.definition import Format
from incident_docs.workspace.files import Unreadable, read_file

FIELD = "alerts"


class Seen(NamedTuple):
    """Incidents with one of these alerts."""

    open: tuple[Path, ...]
    closed: tuple[Path, ...]
    """The newest first."""


def find_seen(fingerprints: Sequence[str], incidents: Iterable[Path], format: Format) -> Seen:
    """Find the incidents that were opened from an alert with one of these fingerprints."""
    open: list[tuple[float, Path]] = []
    closed: list[tuple[float, Path]] = []
    for path in incidents if fingerprints else ():
        text = read_file(path)
        # Of a thousand incidents hardly any needs to be parsed.
        if isinstance(text, Unreadable) or not any(each in text for each in fingerprints):
            continue
        document = parse(text, str(path), format)
        if not set(document.texts(FIELD)).isdisjoint(fingerprints):
            (closed if document.is_resolved else open).append((_began(document), path))
    return Seen(*(tuple(path for _, path in sorted(found, reverse=True)) for found in (open, closed)))


def _began(document: Document) -> float:
    return document.times["started"].at.timestamp() if "started" in document.times else 0.0
