"""Define a change: what it was, when, and whom it concerns."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class ChangeKind(StrEnum):
    """What changed."""

    COMMIT = "commit"
    MERGE = "merge"
    TAG = "tag"
    DEPLOY = "deploy"
    EVENT = "event"
    """Something that another program told."""


class Change(NamedTuple):
    """One change, in words that can be shown and written."""

    kind: ChangeKind
    at: datetime
    name: str
    """The beginning of the commit's id, or the name of the tag; empty for an event."""
    summary: str
    by: str = ""
    """Who made it, or what told it."""
    repository: str = ""
    """The name of its folder; empty for an event."""
    commit: str = ""
    """The whole id, of a tag too; empty for an event."""
    touches: tuple[str, ...] = ()
    """The affected services whose paths it touches."""
    link: str = ""

    @property
    def event(self) -> str:
        """Say it as a row of the timeline does."""
        what = f"{self.kind.capitalize()} {self.name}".rstrip()
        source = f" ({self.by})" if self.by and self.kind is ChangeKind.EVENT else ""
        words = f"{what}: {self.summary}{source}" if self.summary else what
        return f"{words} ([details]({self.link}))" if self.link else words
