"""Read FireHydrant's webhook."""

from collections.abc import Iterator

from incident_docs.intake.alerts.alert import Alert, Kind
from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.alerts.values import (
    Payload,
    first_text,
    joined_texts,
    labels_in,
    links_of,
    object_in,
    objects,
    prefixed,
    services_of,
    texts_in,
)

_OVER = (
    "resolved",
    "closed",
    "retrospective_started",
    "retrospective_completed",
    "postmortem_started",
    "postmortem_completed",
)


def is_firehydrants(payload: Payload) -> bool:
    """Tell whether it is one."""
    event = object_in(payload, "event")
    return {"operation", "resource_type"} <= event.keys() and "occurred_at" not in event


def read_firehydrant(payload: Payload) -> Iterator[Alert]:
    """Read its incident."""
    data, event = object_in(payload, "data"), object_in(payload, "event")
    kind = first_text(event, "resource_type").casefold()
    incident = object_in(data, "incident")
    is_over = (
        first_text(incident, "current_milestone").casefold() in _OVER
        or first_text(event, "operation").casefold() == "deleted"
    )
    moments = {
        first_text(each, "type"): read_instant(each.get("occurred_at")) for each in objects(incident.get("milestones"))
    }
    yield Alert(
        "FireHydrant",
        Kind.OTHER if not incident else Kind.RECOVERY if is_over else Kind.FIRING,
        first_text(incident, "name"),
        joined_texts(incident, "summary", "description", "customer_impact_summary"),
        first_text(incident, "severity", "severity.slug", "priority"),
        moments.get("started") or read_instant(incident.get("started_at")) or read_instant(incident.get("created_at")),
        moments.get("resolved"),
        tuple(texts_in(incident.get("services")))
        if incident.get("services")
        else services_of(labels_in(incident.get("labels"))),
        links_of(incident, ("incident_url", "FireHydrant")),
        prefixed("firehydrant", first_text(incident, "id")),
        what=f"a message about {kind.replace('_', ' ') or 'nothing'}",
    )
