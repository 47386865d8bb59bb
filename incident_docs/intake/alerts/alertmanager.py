"""Read Alertmanager: its webhook (version 4), the list that `amtool alert query -o json` prints, and what people write by hand."""

from collections.abc import Iterator, Mapping

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
    objects,
    prefixed,
    services_of,
)

_SEVERITY_KEYS = ("severity", "priority", "level", "criticality")
_LINKS = (
    ("generatorURL", "graph"),
    ("annotations.runbook_url", "runbook"),
    ("annotations.runbook", "runbook"),
    ("annotations.dashboard_url", "dashboard"),
    ("annotations.dashboard", "dashboard"),
    ("dashboardURL", "dashboard"),
    ("panelURL", "panel"),
)


def is_alertmanagers(payload: Payload) -> bool:
    """Tell whether it holds alerts, or is one of such a list."""
    if isinstance(payload.get("alerts"), list):
        return True
    return isinstance(payload.get("labels"), Mapping) and bool({"startsAt", "annotations"} & payload.keys())


def read_alertmanager(payload: Payload) -> Iterator[Alert]:
    """Read its alerts."""
    yield from read_alerts(payload, "Alertmanager")


def read_alerts(payload: Payload, source: str) -> Iterator[Alert]:
    """Read alerts in the shape that Alertmanager has given them, whoever sends them."""
    if "alerts" not in payload:
        yield _alert(payload, payload, source)
        return
    for alert in objects(payload["alerts"]):
        yield _alert(alert, payload, source)


def _alert(alert: Payload, group: Payload, source: str) -> Alert:
    labels = {**labels_in(group.get("commonLabels")), **labels_in(alert.get("labels"))}
    name = labels.get("alertname", "")
    annotations = {**object_in(group, "commonAnnotations"), **object_in(alert, "annotations")}
    title = _title(name, first_text(annotations, "summary", "title", "message", "description"))
    left_out = find_value(group, "truncatedAlerts")
    more = f"{left_out} more alerts of the group were not sent." if isinstance(left_out, int) and left_out > 0 else ""
    folded = {key.casefold(): value for key, value in labels.items()}
    return Alert(
        source,
        _kind(alert, group),
        title,
        joined_texts({"name": name, "more": more, **annotations}, "name", "description", "message", "more"),
        next((folded[key] for key in _SEVERITY_KEYS if folded.get(key)), ""),
        read_instant(alert.get("startsAt")),
        read_instant(alert.get("endsAt")),
        services_of(labels),
        links_of({**alert, "annotations": annotations}, *_LINKS),
        _fingerprints(alert, labels, source),
    )


def _title(name: str, summary: str) -> str:
    """Begin with the rule's name if that is a sentence, as it is in Grafana, and the summary does not say it."""
    is_sentence = " " in name.strip() and name.casefold() not in summary.casefold()
    return f"{name}: {summary}" if is_sentence and summary else summary or name


def _kind(alert: Payload, group: Payload) -> Kind:
    state = first_text(alert, "status", "status.state", "state") or first_text(group, "status")
    return Kind.RECOVERY if state.casefold() in {"resolved", "ok", "normal"} else Kind.FIRING


def _fingerprints(alert: Payload, labels: Mapping[str, str], source: str) -> tuple[str, ...]:
    known = as_text(alert.get("fingerprint"))
    written = ",".join(f"{key}={labels[key]}" for key in sorted(labels))
    return prefixed(source.casefold(), known or written)
