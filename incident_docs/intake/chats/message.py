"""Describe a message of a conversation elsewhere, and what is known of the times that it is read by."""

from datetime import date, datetime, tzinfo
from typing import Any, NamedTuple


class Message(NamedTuple):
    """What somebody, or some program, said at one time."""

    at: datetime
    """With a zone."""
    author: str
    """Empty if it is not known."""
    text: str
    """As Markdown, of one or several lines."""
    reactions: tuple[str, ...] = ()
    """Names without colons; one that is pinned has a pushpin."""
    id: str = ""
    """What the service knows it by; empty if it gives none."""
    is_edited: bool = False
    is_system: bool = False
    """Written by the service itself: somebody joined, the topic was changed."""
    is_rough: bool = False
    """The time is known only roughly."""


class Setting(NamedTuple):
    """What a text without zones or days is read by."""

    zone: tzinfo
    day: date


class Names(NamedTuple):
    """What people and channels are called, by their ids."""

    users: dict[str, str]
    channels: dict[str, str]


def text_of(value: object) -> str:
    """Give a text or a number as text; empty for all else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return value if isinstance(value, str) else repr(value)


def first_of(payload: object, *keys: str) -> str:
    """Give the first of these values that says anything; the keys of objects within others have dots between them."""
    return next((text for text in (text_of(value_at(payload, key)) for key in keys) if text.strip()), "")


def value_at(payload: object, path: str) -> Any:
    """Follow keys from object to object; None if they lead nowhere."""
    value = payload
    for key in path.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return value


def objects_in(payload: object, path: str = "") -> list[dict[str, Any]]:
    """Give the objects of a list; without a path the list is the payload itself."""
    found = value_at(payload, path) if path else payload
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
