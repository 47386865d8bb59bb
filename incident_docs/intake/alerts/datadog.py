"""Read Datadog's webhook, whose fields each organisation chooses; those of its usual template are expected."""

import re
from collections.abc import Iterator

from incident_docs.intake.alerts.alert import Alert, Kind, Link
from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.alerts.values import (
    Payload,
    first_text,
    joined_texts,
    labels_in,
    links_of,
    prefixed,
    services_of,
)

_NAME = "Datadog"
_TITLE_STATE = re.compile(r"\[(?:P\d\] \[)?(?P<state>[A-Za-z -]+?)(?: on \{(?P<scope>[^}]*)\})?\]")
_WELL = ("recovered", "ok", "success")
_MONITOR = re.compile(r"/monitors[/#](\d+)")
_MENTION = re.compile(r"(?<!\w)@[\w.-]+(?:@[\w.-]+)?")
_ADDRESS = re.compile(r"\[(?P<label>[^\]]*)\]\((?P<url>https?://[^\s)]+)\)")


def is_datadogs(payload: Payload) -> bool:
    """Tell whether it has what Datadog's templates have."""
    keys = payload.keys()
    return bool({"alert_transition", "alert_cycle_key", "alert_metric", "alert_query"} & keys) or (
        "event_type" in keys and bool({"last_updated", "org"} & keys) and "incident" not in keys
    )


def read_datadog(payload: Payload) -> Iterator[Alert]:
    """Read its alert."""
    title, body = (
        first_text(payload, "alert_title", "title", "event_title"),
        first_text(payload, "body", "text_only_msg", "event_msg"),
    )
    state = _TITLE_STATE.search(first_text(payload, "title", "event_title"))
    transition = (
        first_text(payload, "alert_transition")
        or (state["state"] if state else "")
        or first_text(payload, "alert_type")
    )
    scope = first_text(payload, "alert_scope", "scope") or (state["scope"] or "" if state else "")
    monitor = _MONITOR.search(body)
    id = first_text(payload, "alert_id") or (monitor[1] if monitor else "")
    links = [Link(match["label"] or "link", match["url"]) for match in _ADDRESS.finditer(body)]
    yield Alert(
        _NAME,
        Kind.RECOVERY if transition.casefold().strip() in _WELL else Kind.FIRING,
        title,
        _MENTION.sub("", joined_texts({**payload, "body": body}, "body", "alert_status")),
        first_text(payload, "alert_priority", "alert_type") or ("warning" if "warn" in transition.casefold() else ""),
        read_instant(payload.get("date")) or read_instant(payload.get("last_updated")),
        services=services_of(labels_in(payload.get("tags")), labels_in(scope)),
        links=(*links_of(payload, ("link", _NAME)), *links),
        fingerprints=prefixed(
            "datadog", f"{id}:{scope}" if id and scope else id or first_text(payload, "aggreg_key", "id")
        ),
    )
