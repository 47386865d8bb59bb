"""Read incident.io's webhook. Of what is private it sends no more than an id."""

from collections.abc import Iterator
from datetime import datetime

from incident_docs.intake.alerts.alert import Alert, Kind
from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.alerts.values import (
    Payload,
    as_text,
    find_value,
    first_text,
    joined_texts,
    links_of,
    object_in,
    objects,
    prefixed,
    texts_in,
)

_NAME = "incident.io"
_OVER = ("closed", "declined", "merged", "canceled", "cancelled", "learning", "post-incident", "resolved")
"""Categories of status in which nobody responds any more."""
_BEGINNINGS = ("Impact started", "Started at", "Incident started", "Identified at", "Reported at", "Accepted at")


def is_incident_ios(payload: Payload) -> bool:
    """Tell whether it is one: what happened is the key of what is said about it."""
    return as_text(payload.get("event_type")).startswith(("public_", "private_"))


def read_incident_io(payload: Payload) -> Iterator[Alert]:
    """Read its incident, or its alert."""
    name = as_text(payload["event_type"])
    said = payload.get(name)
    body = said if isinstance(said, dict) else {}
    incident = object_in(body, "incident") or body
    category = first_text(body, "new_status.category") or first_text(incident, "incident_status.category", "status")
    is_about_incident = "incident" in name.partition(".")[2] or "alert" in name
    is_private = name.startswith("private_") and not first_text(incident, "name", "title")
    yield Alert(
        _NAME,
        Kind.RECOVERY if category.casefold() in _OVER else Kind.FIRING if is_about_incident else Kind.NOTE,
        first_text(incident, "name", "title"),
        joined_texts({**incident, "message": body.get("message")}, "reference", "summary", "description", "message"),
        first_text(incident, "severity.name", "severity"),
        _began(incident) or read_instant(incident.get("created_at")),
        services=_services(incident),
        links=links_of(
            incident,
            ("permalink", _NAME),
            ("external_issue_reference.issue_permalink", "ticket"),
            ("source_url", "source"),
        ),
        fingerprints=prefixed("incident-io", first_text(incident, "id")),
        what="a private incident, of which only the id is sent" if is_private else "a note on an incident",
    )


def _began(incident: Payload) -> datetime | None:
    moments = {
        first_text(each, "incident_timestamp.name"): read_instant(find_value(each, "value.value"))
        for each in objects(incident.get("incident_timestamp_values"))
    }
    return next((moments[name] for name in _BEGINNINGS if moments.get(name)), None)


def _services(incident: Payload) -> tuple[str, ...]:
    found: list[str] = []
    for entry in objects(incident.get("custom_field_entries")):
        if "service" in first_text(entry, "custom_field.name").casefold():
            for value in objects(entry.get("values")):
                found += texts_in(
                    value.get("value_catalog_entry") or value.get("value_option") or value.get("value_text")
                )
    return tuple(found)
