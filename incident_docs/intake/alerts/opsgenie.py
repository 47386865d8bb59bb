"""Read Opsgenie's webhook."""

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
    prefixed,
    services_of,
    texts_in,
)

_NOTES = ("addnote", "addtags", "removetags", "addteam", "addrecipient", "addresponder", "customaction")
_KINDS = {"close": Kind.RECOVERY, "delete": Kind.RECOVERY, **dict.fromkeys(_NOTES, Kind.NOTE)}


def is_opsgenies(payload: Payload) -> bool:
    """Tell whether it is one."""
    alert = object_in(payload, "alert")
    return "tinyId" in alert or ("alertId" in alert and "action" in payload)


def read_opsgenie(payload: Payload) -> Iterator[Alert]:
    """Read its alert."""
    alert = object_in(payload, "alert")
    kind = _KINDS.get(first_text(payload, "action").casefold(), Kind.FIRING)
    is_note = kind is Kind.NOTE
    details = labels_in(alert.get("details"))
    yield Alert(
        "Opsgenie",
        kind,
        first_text(alert, *(("note",) if is_note else ()), "message"),
        joined_texts(alert, "description", "note"),
        first_text(alert, "priority", "details.severity"),
        read_instant(alert.get("updatedAt" if is_note else "createdAt")),
        services=services_of(details) or tuple(texts_in(alert.get("entity"))),
        links=links_of(
            alert, ("details.url", "link"), ("details.runbook", "runbook"), ("details.dashboard", "dashboard")
        ),
        fingerprints=prefixed("opsgenie", first_text(alert, "alertId"), first_text(alert, "alias")),
        what="a note on an alert" if is_note else "",
    )
