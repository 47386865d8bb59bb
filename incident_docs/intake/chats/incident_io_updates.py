"""Read the updates of an incident of incident.io."""

from typing import Any

from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.chats.message import Message, first_of, objects_in


def is_incident_io(payload: object) -> bool:
    """Tell whether it is an answer with updates of an incident."""
    return any(
        "created_at" in each and ("new_incident_status" in each or "incident_id" in each) for each in _raw(payload)
    )


def read_incident_io(payload: object) -> list[Message]:
    """Read the updates: their words, and the status and severity that each brought."""
    found = []
    for raw in _raw(payload):
        at = read_instant(raw.get("created_at"))
        if at is not None and at.tzinfo is not None:
            who = first_of(
                raw, "updater.user.name", "updater.workflow.name", "updater.api_key.name", "updater.alert.title"
            )
            found.append(Message(at, who, _words(raw), id=first_of(raw, "id")))
    return found


def _raw(payload: object) -> list[dict[str, Any]]:
    return objects_in(payload, "incident_updates") or objects_in(payload)


def _words(raw: dict[str, Any]) -> str:
    status, severity = first_of(raw, "new_incident_status.name"), first_of(raw, "new_severity.name")
    changed = [f"status {status}" if status else "", f"severity {severity}" if severity else ""]
    news = ", ".join(filter(None, changed))
    message = first_of(raw, "message")
    return f"{message} ({news})" if message and news else message or news
