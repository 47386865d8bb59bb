"""Read change events as PagerDuty takes and gives them: one, a list, or one in each line."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from incident_docs.reading.clean_addresses import clean_url

_LISTS = ("change_events", "events")


class ChangeEvent(NamedTuple):
    """What another program told."""

    at: datetime
    summary: str
    source: str
    services: tuple[str, ...]
    link: str
    """Without what opens doors; empty if there is none."""


class ReadEvents(NamedTuple):
    """The events of a file, and what could not be read."""

    events: tuple[ChangeEvent, ...]
    faults: tuple[str, ...]
    """Each a sentence without an end."""


def read_change_events(text: str) -> ReadEvents:
    """Read all events of a text; what is none of them is a fault, never an exception."""
    events, faults = [], []
    for place, value in _values(text.removeprefix("\ufeff")):
        event = _event(value) if isinstance(value, dict) else None
        if event is None:
            faults.append(f"{place} is no change event with a summary and a timestamp")
        else:
            events.append(event)
    return ReadEvents(tuple(events), tuple(faults))


def _values(text: str) -> Iterator[tuple[str, Any]]:
    """What may be an event, and where it stands."""
    whole = _json(text)
    if whole is not None:
        listed = next((whole[key] for key in _LISTS if key in whole), whole) if isinstance(whole, dict) else whole
        items = listed if isinstance(listed, list) else [listed]
        yield from ((f"item {number}", item) for number, item in enumerate(items, 1))
        return
    yield from ((f"line {n}", _json(line)) for n, line in enumerate(text.split("\n"), 1) if line.strip())


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _event(value: dict[str, Any]) -> ChangeEvent | None:
    payload = value.get("payload", value)
    if not isinstance(payload, dict):
        return None
    summary, at = _text(payload, "summary"), _time(_text(payload, "timestamp"))
    if not summary or at is None:
        return None
    return ChangeEvent(at, summary, _text(payload, "source"), tuple(filter(None, _services(payload))), _link(value))


def _time(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _services(payload: dict[str, Any]) -> Iterator[str]:
    services = payload.get("services")
    for service in services if isinstance(services, list) else ():
        if isinstance(service, dict):
            yield _text(service, "summary")
    details = payload.get("custom_details")
    yield from (_text(each, "service") for each in (payload, details) if isinstance(each, dict))


def _link(value: dict[str, Any]) -> str:
    links = value.get("links")
    found = [_text(link, "href") for link in links if isinstance(link, dict)] if isinstance(links, list) else []
    return next(filter(None, map(clean_url, found)), "")


def _text(value: dict[str, Any], key: str) -> str:
    found = value.get(key)
    return found if isinstance(found, str) else ""
