"""Read Zabbix's media type for webhooks. All its values are texts, and its times have no zone."""

from collections.abc import Iterator
from datetime import datetime

from incident_docs.intake.alerts.alert import Alert, Kind
from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.alerts.values import (
    Payload,
    as_text,
    first_text,
    joined_texts,
    labels_in,
    links_of,
    prefixed,
    services_of,
)

_ID_KEYS = ("eventid", "event_id")
_WELL = ("resolved", "ok")


def is_zabbixs(payload: Payload) -> bool:
    """Tell whether it has what the media type sends."""
    keys = payload.keys()
    has_id = bool({*_ID_KEYS} & keys)
    return has_id and bool({"triggerid", "trigger_id", "nseverity", "event_nseverity", "hostip", "event_source"} & keys)


def read_zabbix(payload: Payload) -> Iterator[Alert]:
    """Read its problem."""
    labels = labels_in(payload.get("tags") or payload.get("event_tags"))
    state = first_text(payload, "status", "event_status").casefold()
    is_well = state in _WELL or (first_text(payload, "value", "event_value") == "0" and not state)
    yield Alert(
        "Zabbix",
        Kind.RECOVERY if is_well else Kind.FIRING,
        first_text(payload, "name", "event_name", "trigger_name", "subject", "alert_subject"),
        joined_texts(
            payload, "host", "host_name", "opdata", "event_opdata", "description", "trigger_description", "message"
        ),
        first_text(payload, "severity", "event_severity", "nseverity"),
        _at(payload, ("date", "event_date"), ("time", "event_time")),
        _at(payload, ("recovery_date", "event_recovery_date"), ("recovery_time", "event_recovery_time")),
        services_of(labels),
        links_of(payload, ("url", "Zabbix"), ("trigger_url", "trigger"), ("event_url", "Zabbix")),
        prefixed("zabbix", *_ids(payload)),
    )


def _at(payload: Payload, days: tuple[str, ...], times: tuple[str, ...]) -> datetime | None:
    return read_instant(f"{first_text(payload, *days).strip()} {first_text(payload, *times).strip()}") or read_instant(
        payload.get("timestamp")
    )


def _ids(payload: Payload) -> tuple[str, ...]:
    event, trigger = first_text(payload, *_ID_KEYS), first_text(payload, "triggerid", "trigger_id")
    return event and f"event-{as_text(event)}", trigger and f"trigger-{trigger}"
