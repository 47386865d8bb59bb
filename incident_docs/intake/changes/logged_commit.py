"""Put the commit that was put into the timeline into a command, such as one that takes it back."""

import re

from incident_docs.document.model import Document

_COMMIT = "<commit>"
"""Where a command takes a commit."""
_LOGGED = re.compile(r"(Commit|Merge) ([0-9a-f]{7,64}):.*")
_OF_MERGE = "-m 1 "
"""Git wants to know which side of a merge is to stay: the one that it was merged into."""


def with_logged_commit(command: str, document: Document) -> str:
    """Name in a command the commit that was put into the timeline last; without one it stays as it is."""
    rows = (_LOGGED.fullmatch(entry.event.value) for entry in document.timeline)
    latest = next((match for match in reversed([*rows]) if match), None)
    if latest is None:
        return command
    return command.replace(_COMMIT, f"{_OF_MERGE if latest[1] == 'Merge' else ''}{latest[2]}")
