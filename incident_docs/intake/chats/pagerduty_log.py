"""Read the log entries of a PagerDuty incident."""

from typing import Any

from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.chats.message import Message, first_of, objects_in, text_of

_NOISE = frozenset(["notify_log_entry", "assign_log_entry"])
"""Whom a pager called belongs to its own log."""


def is_pagerduty_log(payload: object) -> bool:
    """Tell whether it is an answer with log entries, or a list of them."""
    return any(text_of(each.get("type")).removesuffix("_reference").endswith("_log_entry") for each in _raw(payload))


def read_pagerduty_log(payload: object) -> list[Message]:
    """Read the entries; that somebody was called or assigned counts as news of the service itself."""
    found = []
    for raw in _raw(payload):
        at = read_instant(raw.get("created_at"))
        if at is not None and at.tzinfo is not None:
            kind = text_of(raw.get("type")).removesuffix("_reference")
            # Entries of one moment may share their id.
            id = f"{first_of(raw, 'id')} {kind}"
            found.append(Message(at, "PagerDuty", _words(raw), id=id, is_system=kind in _NOISE))
    return found


def _raw(payload: object) -> list[dict[str, Any]]:
    return objects_in(payload, "log_entries") or objects_in(payload)


def _words(raw: dict[str, Any]) -> str:
    said = first_of(
        raw,
        "channel.content",
        "channel.summary",
        "event_details.description",
        "note",
        "channel.details.description",
        "channel.subject",
    )
    summary = first_of(raw, "summary")
    return ": ".join(dict.fromkeys(filter(None, [summary, said])))
