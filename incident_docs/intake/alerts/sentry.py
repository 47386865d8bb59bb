"""Read Sentry: alerts on issues and on metrics, changes of issues, and the webhook of its old plug-in."""

import re
from collections.abc import Iterator

from incident_docs.intake.alerts.alert import Alert, Kind
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
    prefixed,
    services_of,
    texts_in,
)

_NAME = "Sentry"
_WELL = ("resolved", "ignored", "archived")
_PROJECT = re.compile(r"/projects/[^/]+/([^/]+)/")


def is_sentrys(payload: Payload) -> bool:
    """Tell whether it is one of these."""
    data = object_in(payload, "data")
    if "triggering_rules" in payload or "metric_alert" in data or "issue_alert" in data:
        return True
    keys = {*object_in(data, "event"), *object_in(data, "error"), *object_in(data, "issue")}
    return bool({"event_id", "shortId", "culprit"} & keys)


def read_sentry(payload: Payload) -> Iterator[Alert]:
    """Read its alert."""
    data = object_in(payload, "data")
    action = first_text(payload, "action")
    if "metric_alert" in data:
        yield _metric(data, action)
    elif "issue" in data and "event" not in data:
        yield _issue(object_in(data, "issue"), action)
    elif "event" in data or "error" in data:
        said = object_in(data, "event") or object_in(data, "error")
        yield _event(said, {**data, "rule": data.get("triggered_rule")})
    else:
        yield _event(object_in(payload, "event"), payload)


def _metric(data: Payload, action: str) -> Alert:
    alert, rule = object_in(data, "metric_alert"), object_in(data, "metric_alert.alert_rule")
    is_well = action.casefold() in _WELL
    return Alert(
        _NAME,
        Kind.RECOVERY if is_well else Kind.FIRING,
        first_text(rule, "name") or first_text(data, "description_title") or first_text(alert, "title"),
        joined_texts(data, "description_title", "description_text"),
        "" if is_well else action,
        read_instant(alert.get("date_started")) or read_instant(alert.get("date_created")),
        read_instant(alert.get("date_closed")),
        tuple(texts_in(alert.get("projects") or rule.get("projects"))),
        links_of(data, ("web_url", _NAME)),
        prefixed("sentry", first_text(alert, "id") and f"alert-{first_text(alert, 'id')}"),
    )


def _issue(issue: Payload, action: str) -> Alert:
    state = action or first_text(issue, "status")
    return Alert(
        _NAME,
        Kind.RECOVERY if state.casefold() in _WELL else Kind.FIRING,
        first_text(issue, "title", "metadata.value", "culprit"),
        joined_texts(issue, "culprit", "metadata.value"),
        first_text(issue, "level", "priority"),
        read_instant(issue.get("firstSeen")),
        services=tuple(texts_in(find_value(issue, "project.slug") or find_value(issue, "project.name"))),
        links=links_of(issue, ("web_url", _NAME), ("permalink", _NAME)),
        fingerprints=prefixed("sentry", first_text(issue, "id")),
    )


def _event(event: Payload, around: Payload) -> Alert:
    both = {**around, "event": event}
    labels = labels_in(event.get("tags"))
    project = _PROJECT.search(first_text(event, "url"))
    named = first_text(both, "project_slug", "project_name", "event.project_slug") or (project[1] if project else "")
    return Alert(
        _NAME,
        Kind.FIRING,
        first_text(both, "event.title", "event.metadata.value", "message", "event.message", "culprit"),
        joined_texts(
            both, "message", "event.message", "event.culprit", "culprit", "rule", "event.environment", "event.release"
        ),
        first_text(both, "event.level", "level"),
        read_instant(event.get("datetime"))
        or read_instant(event.get("timestamp"))
        or read_instant(event.get("received")),
        services=services_of(labels) or tuple(texts_in(named or as_text(both.get("project")))),
        links=links_of(both, ("event.web_url", _NAME), ("url", _NAME)),
        fingerprints=prefixed("sentry", first_text(both, "event.issue_id", "event.groupID", "id", "event.event_id")),
    )
