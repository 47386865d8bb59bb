"""Read Rootly's webhook: incidents and alerts."""

from collections.abc import Iterator

from incident_docs.intake.alerts.alert import Alert, Kind
from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.alerts.values import (
    Payload,
    as_text,
    first_text,
    joined_texts,
    labels_in,
    links_of,
    object_in,
    prefixed,
    services_of,
    texts_in,
)

_NAME = "Rootly"
_OVER = ("resolved", "cancelled", "canceled", "closed", "completed", "mitigated")


def is_rootlys(payload: Payload) -> bool:
    """Tell whether it is one."""
    return {"issued_at", "type"} <= object_in(payload, "event").keys()


def read_rootly(payload: Payload) -> Iterator[Alert]:
    """Read its incident or alert."""
    event, data = object_in(payload, "event"), object_in(payload, "data")
    name = first_text(event, "type")
    is_about_incident = name.startswith(("incident.", "alert."))
    ended = (data.get(key) for key in ("resolved_at", "ended_at", "cancelled_at"))
    ends = [at for at in map(read_instant, ended) if at]
    is_over = (
        name.endswith((".resolved", ".cancelled", ".deleted"))
        or bool(ends)
        or first_text(data, "status").casefold() in _OVER
    )
    yield Alert(
        _NAME,
        Kind.OTHER if not is_about_incident else Kind.RECOVERY if is_over else Kind.FIRING,
        first_text(data, "title", "summary"),
        joined_texts(data, "summary", "description", "customer_impact", "source"),
        first_text(data, "severity.slug", "severity.name", "severity.severity", "severity", "alert_urgency.name"),
        read_instant(data.get("started_at"))
        or read_instant(data.get("created_at"))
        or read_instant(event.get("issued_at")),
        ends[0] if ends else None,
        tuple(texts_in(data.get("services"))) if data.get("services") else services_of(labels_in(data.get("labels"))),
        links_of(data, ("url", _NAME), ("external_url", as_text(data.get("source")) or "source")),
        prefixed("rootly", first_text(data, "id")),
        what=f"a message about {name or 'nothing'}",
    )
