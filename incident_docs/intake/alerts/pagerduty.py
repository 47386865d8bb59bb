"""Read PagerDuty: webhooks of version 3, what its Events API is sent, and incidents of its REST API."""

from collections.abc import Iterator

from incident_docs.intake.alerts.alert import Alert, Kind, Link
from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.alerts.values import (
    Payload,
    as_text,
    first_text,
    has_objects,
    joined_texts,
    labels_in,
    links_of,
    object_in,
    objects,
    prefixed,
    services_of,
    texts_in,
)

_NAME = "PagerDuty"
_NOTES = ("incident.annotated", "incident.status_update_published")


def is_pagerdutys(payload: Payload) -> bool:
    """Tell whether it is one of the three."""
    event, incident = object_in(payload, "event"), object_in(payload, "incident")
    return (
        {"event_type", "resource_type"} <= event.keys()
        or "routing_key" in payload
        or ("event_action" in payload and ("dedup_key" in payload or has_objects(payload, "payload")))
        or "incident_number" in incident
        or "incident_key" in incident
        or any("incident_number" in each for each in objects(payload.get("incidents")))
    )


def read_pagerduty(payload: Payload) -> Iterator[Alert]:
    """Read its incidents and events."""
    if "event_type" in object_in(payload, "event"):
        yield _webhook(object_in(payload, "event"))
    elif "incident" in payload or "incidents" in payload:
        for incident in objects(payload.get("incident") or payload.get("incidents")):
            yield _incident(incident, _kind(first_text(incident, "status")))
    else:
        yield _event(payload)


def _webhook(event: Payload) -> Alert:
    name, data = first_text(event, "event_type"), object_in(event, "data")
    if name.startswith("pagey") or first_text(data, "type") == "ping":
        return Alert(_NAME, Kind.OTHER, first_text(data, "message"), what="a test notification")
    if not name.startswith("incident"):
        return Alert(
            _NAME, Kind.OTHER, first_text(data, "title", "summary"), what=f"a message about {name or 'nothing'}"
        )
    if "incident" in data or name in _NOTES:
        return _note(event, data)
    known = _kind(first_text(data, "status"))
    alert = _incident(data, Kind.RECOVERY if name.endswith(".resolved") else known)
    # A start may be missing where the event's moment is not.
    return alert._replace(started=alert.started or read_instant(event.get("occurred_at")))


def _kind(status: str) -> Kind:
    return Kind.RECOVERY if status.casefold() == "resolved" else Kind.FIRING


def _note(event: Payload, data: Payload) -> Alert:
    incident = object_in(data, "incident") or data
    return Alert(
        _NAME,
        Kind.NOTE,
        first_text(data, "content", "message", "incident.summary", "summary"),
        started=read_instant(event.get("occurred_at")),
        fingerprints=prefixed("pagerduty", first_text(incident, "id")),
        what="a note on an incident",
    )


def _incident(incident: Payload, kind: Kind) -> Alert:
    return Alert(
        _NAME,
        kind,
        first_text(incident, "title", "summary", "description"),
        joined_texts(incident, "body.details", "description", "first_trigger_log_entry.channel.details"),
        first_text(incident, "priority.summary", "priority.name", "urgency"),
        read_instant(incident.get("created_at")),
        read_instant(incident.get("resolved_at")),
        tuple(texts_in(incident.get("service") or incident.get("impacted_services"))),
        links_of(incident, ("html_url", _NAME)),
        prefixed("pagerduty", first_text(incident, "id"), first_text(incident, "incident_key")),
    )


def _event(payload: Payload) -> Alert:
    said = object_in(payload, "payload")
    action = as_text(payload.get("event_action")).casefold()
    is_change = not action and "dedup_key" not in payload
    key = prefixed("pagerduty", as_text(payload.get("dedup_key")))
    details = labels_in(said.get("custom_details"))
    links = [
        Link(first_text(link, "text") or "link", first_text(link, "href")) for link in objects(payload.get("links"))
    ]
    if action == "acknowledge":
        return Alert(_NAME, Kind.NOTE, "Acknowledged", fingerprints=key, what="an acknowledgement")
    return Alert(
        _NAME,
        Kind.OTHER if is_change else _kind("resolved" if action == "resolve" else action),
        first_text(said, "summary"),
        "\n".join([*texts_in(said.get("source")), *(f"{key}: {value}" for key, value in details.items() if value)]),
        first_text(said, "severity"),
        read_instant(said.get("timestamp")),
        services=services_of(labels_in(payload.get("custom_details")), details)
        or tuple(texts_in(said.get("component"))),
        links=(*links, *links_of(payload, ("client_url", first_text(payload, "client") or "client"))),
        fingerprints=key,
        what="a change, not an incident" if is_change else "",
    )
