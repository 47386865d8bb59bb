"""Read Google Cloud Monitoring's webhook."""

from collections.abc import Iterator

from incident_docs.intake.alerts.alert import Alert, Kind, Link
from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.alerts.values import (
    Payload,
    as_text,
    find_value,
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

_LABELS = ("metadata.user_labels", "resource.labels", "metric.labels", "policy_user_labels")


def is_googles(payload: Payload) -> bool:
    """Tell whether it is one."""
    keys = object_in(payload, "incident").keys()
    return bool({"policy_name", "scoping_project_id", "condition_name"} & keys)


def read_google(payload: Payload) -> Iterator[Alert]:
    """Read its incident."""
    incident = object_in(payload, "incident")
    is_test = as_text(payload.get("version")).casefold() == "test"
    is_closed = (
        first_text(incident, "state").casefold() == "closed" or read_instant(incident.get("ended_at")) is not None
    )
    labels = [labels_in(find_value(incident, path)) for path in _LABELS]
    links = [
        Link(first_text(link, "displayName") or "link", first_text(link, "url"))
        for link in objects(find_value(incident, "documentation.links"))
    ]
    yield Alert(
        "Google Cloud Monitoring",
        Kind.OTHER if is_test else Kind.RECOVERY if is_closed else Kind.FIRING,
        first_text(incident, "documentation.subject", "policy_name", "condition_name", "summary"),
        joined_texts(incident, "summary", "documentation.content", "documentation"),
        first_text(incident, "policy_user_labels.severity") or _severity(incident),
        read_instant(incident.get("started_at")),
        read_instant(incident.get("ended_at")),
        services_of(*labels) or tuple(texts_in(incident.get("resource_display_name"))),
        (*links_of(incident, ("url", "incident")), *links),
        prefixed("google", first_text(incident, "incident_id")),
        what="a test notification" if is_test else "",
    )


def _severity(incident: Payload) -> str:
    word = first_text(incident, "severity")
    return "" if word.casefold() == "no severity" else word
