"""Define an alert: what a monitoring or paging service says of one thing that is wrong, or well again."""

from datetime import datetime
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What an alert asks for."""

    FIRING = "firing"
    RECOVERY = "recovery"
    NOTE = "note"
    """It adds something to an incident that somebody else has opened."""
    OTHER = "other"
    """Nothing is wrong: a test, the confirmation of a subscription, a deploy."""


class Link(NamedTuple):
    """An address that helps to respond."""

    label: str
    url: str


class Alert(NamedTuple):
    """One alert, whatever service it comes from."""

    source: str
    """The name of the service."""
    kind: Kind = Kind.FIRING
    title: str = ""
    body: str = ""
    """What else it says, in one line or more."""
    severity: str = ""
    """In the service's own word; empty if it names none."""
    started: datetime | None = None
    """Without a zone where the service does not say which one it means."""
    ended: datetime | None = None
    services: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    fingerprints: tuple[str, ...] = ()
    """What it is known by when it comes again: any of these."""
    what: str = ""
    """What it is, with its article, if it is neither firing nor a recovery: a test notification."""
