"""Read Grafana: its alerting, which is shaped like Alertmanager's, and that of versions before 9, which has no times."""

from collections.abc import Iterator

from incident_docs.intake.alerts.alert import Alert, Kind
from incident_docs.intake.alerts.alertmanager import read_alerts
from incident_docs.intake.alerts.values import (
    Payload,
    as_text,
    find_value,
    first_text,
    joined_texts,
    labels_in,
    links_of,
    objects,
    prefixed,
    services_of,
)

_NAME = "Grafana"
_TEST = {"alertname": "TestAlert", "instance": _NAME}
"""The labels of what the button "Test" of a contact point sends."""
_WELL = ("ok", "resolved", "normal")


def is_grafanas(payload: Payload) -> bool:
    """Tell whether it is one of both."""
    if isinstance(payload.get("alerts"), list):
        return "orgId" in payload
    return "ruleUrl" in payload or "evalMatches" in payload or {"ruleName", "state"} <= payload.keys()


def read_grafana(payload: Payload) -> Iterator[Alert]:
    """Read its alerts."""
    if "alerts" not in payload:
        yield _legacy(payload)
        return
    sent = [labels_in(alert.get("labels")) for alert in objects(payload["alerts"])]
    is_test = bool(sent) and all(labels.get(key) == value for labels in sent for key, value in _TEST.items())
    for alert in read_alerts(payload, _NAME):
        yield alert._replace(kind=Kind.OTHER, what="a test notification") if is_test else alert


def _legacy(payload: Payload) -> Alert:
    labels = labels_in(payload.get("tags"))
    state = first_text(payload, "state").casefold()
    is_test = as_text(payload.get("ruleName")) == "Test notification" or payload.get("ruleId") == 0
    kind = Kind.OTHER if is_test else Kind.RECOVERY if state in _WELL else Kind.FIRING
    values = [
        joined_texts(match, "metric", "value").replace("\n", " = ") for match in objects(payload.get("evalMatches"))
    ]
    return Alert(
        _NAME,
        kind,
        first_text(payload, "ruleName", "title"),
        joined_texts({"message": payload.get("message"), "values": "\n".join(values)}, "message", "values"),
        labels.get("severity") or labels.get("priority", ""),
        services=services_of(labels),
        links=links_of(payload, ("ruleUrl", "panel")),
        fingerprints=prefixed("grafana", "-".join(_ids(payload))),
        what="a test notification" if is_test else "",
    )


def _ids(payload: Payload) -> list[str]:
    ids = [as_text(find_value(payload, key)) for key in ("dashboardId", "ruleId")]
    return [id for id in ids if id] or [first_text(payload, "ruleName")]
