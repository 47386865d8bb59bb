"""Payloads that lack what is usual, or carry others."""

import base64
import json
from datetime import UTC, datetime
from typing import Any

import pytest

from incident_docs.format.alerting import Alerting, AlertMapping
from incident_docs.format.definition import DEFAULT
from incident_docs.intake.alerts.alert import Alert, Kind
from incident_docs.intake.alerts.alert_text import alert_rows, alert_section
from incident_docs.intake.alerts.incoming import put_together
from incident_docs.intake.alerts.read_alerts import read_alerts

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def _read(payload: Any, *mappings: AlertMapping) -> tuple[Alert, ...]:
    return read_alerts(json.dumps(payload).encode(), mappings)


@pytest.mark.parametrize(
    ("payload", "source", "kind", "title"),
    [
        ({"event_action": "trigger", "payload": {"summary": "Down"}}, "PagerDuty", Kind.FIRING, "Down"),
        ({"ruleId": 0, "ruleName": "Test notification", "state": "alerting"}, "Grafana", Kind.OTHER, "Test notification"),
        ({"ruleName": "CPU", "state": "ok"}, "Grafana", Kind.RECOVERY, "CPU"),
        ({"data": {"essentials": {"alertRule": "CPU"}, "alertContext": None}}, "Azure Monitor", Kind.FIRING, "CPU"),
        ({"data": [{"attributes": {"cause": "Timeout", "started_at": None}}]}, "Better Stack", Kind.FIRING, "Timeout"),
        ({"heartbeat": None, "monitor": {"name": "Shop"}, "msg": "[Shop][https://x] expires"}, "Uptime Kuma", Kind.FIRING, "Shop: expires"),
        ({"heartbeat": {"status": 2, "msg": "late"}, "monitor": {"name": "Shop"}}, "Uptime Kuma", Kind.OTHER, "Shop: late"),
        ({"data": {"error": {"event_id": "1", "title": "Broken"}}, "action": "created"}, "Sentry", Kind.FIRING, "Broken"),
        ({"event": {"event_type": "incident.responder.added", "resource_type": "x", "data": {"incident": {"summary": "Down"}}}}, "PagerDuty", Kind.NOTE, "Down"),
        ({"heartbeat": {"status": 3}, "monitor": {"name": "Shop"}}, "Uptime Kuma", Kind.OTHER, "Shop"),
        ({"heartbeat": None, "monitor": None, "msg": "Shop is down"}, "Uptime Kuma", Kind.FIRING, "Shop is down"),
        ({"eventid": "1", "triggerid": "2", "value": "0", "name": "CPU"}, "Zabbix", Kind.RECOVERY, "CPU"),
        ({"event_type": "x", "org": {}, "title": "[Recovered] CPU"}, "Datadog", Kind.RECOVERY, "CPU"),
        ({"event_type": "x", "org": {}, "title": "[Warn] CPU"}, "Datadog", Kind.FIRING, "CPU"),
        ({"event_action": "acknowledge", "dedup_key": "x"}, "PagerDuty", Kind.NOTE, "Acknowledged"),
        ({"page": {"status_indicator": "maintenance"}, "maintenance": {"name": "Upgrade"}}, "Statuspage", Kind.OTHER, "Upgrade"),
        ({"page": {"status_indicator": "operational"}, "incident": {"name": "Down"}}, "Statuspage", Kind.RECOVERY, "Down"),
        ({"page": {}, "component": {"name": "Shop"}}, "Statuspage", Kind.FIRING, "Shop"),
        ({"data": {"issue": {"culprit": "pay()"}}, "action": "created"}, "Sentry", Kind.FIRING, "pay()"),
        ({"detail-type": "GuardDuty Finding", "detail": {"service": None}}, "EventBridge", Kind.FIRING, "GuardDuty Finding"),
        ({"Records": [{"body": "no JSON", "AlarmName": "CPU"}]}, "CloudWatch", Kind.FIRING, "CPU"),
        ({"message": {"data": "no base64"}, "AlarmName": "CPU"}, "CloudWatch", Kind.FIRING, "CPU"),
        ({"event_type": "public_x.incident_y", "public_x.incident_y": {"name": "Down", "custom_field_entries": [{"custom_field": {"name": "Team"}}]}}, "incident.io", Kind.FIRING, "Down"),
        ({"alerts": [{"annotations": {"summary": True, "title": float("nan")}, "labels": {"alertname": 7}}]}, "Alertmanager", Kind.FIRING, "7"),
        ({"a": {"title": "Down"}, "s": "up"}, "own", Kind.RECOVERY, "Down"),
        ({"list": [{"t": "Down"}], "orgId": 1, "alerts": []}, "first", Kind.FIRING, "Down"),
    ],
)  # fmt: skip
def test_it_is_read_as_far_as_it_goes(payload: object, source: str, kind: Kind, title: str) -> None:
    mappings = (
        AlertMapping("own", (("title", "a.title"), ("state", "s"))),
        AlertMapping("first", (("title", "list.0.t"),), when="list"),
    )
    [alert] = _read(payload, *mappings)
    assert (alert.source, alert.kind, alert.title) == (source, kind, title)


def test_an_envelope_in_an_envelope_is_opened_but_not_without_end() -> None:
    payload: dict[str, Any] = {"alerts": [{"annotations": {"summary": "Down"}}]}
    inside = {"message": {"data": base64.b64encode(json.dumps(payload).encode()).decode()}}
    assert [alert.title for alert in _read([{"body": json.dumps(inside)}])] == ["Down"]
    for _ in range(9):
        payload = {"headers": {}, "body": payload, "AlarmName": "Shell"}
    assert [alert.title for alert in _read(payload)] == ["Shell"]


def test_of_very_many_alerts_the_first_are_told() -> None:
    alerts = [
        {"annotations": {"summary": f"Down {number:02}"}, "startsAt": f"2026-03-04T14:{number:02}:00Z"}
        for number in range(60)
    ]
    incoming = put_together(_read({"alerts": alerts}), Alerting(), DEFAULT, UTC, NOW)
    assert incoming.title == "Down 00 (and 59 more)"
    assert len(list(alert_rows(incoming))) == 10
    section = alert_section(incoming, DEFAULT, UTC)
    assert "- 14:49 Down 49\n- and 10 more\n" in section


def test_alerts_without_a_time_come_last() -> None:
    alerts = [{"annotations": {"summary": "B"}}, {"annotations": {"summary": "A"}, "startsAt": "2026-03-04T14:00:00Z"}]
    incoming = put_together(_read({"alerts": alerts}), Alerting(), DEFAULT, UTC, NOW)
    assert (incoming.title, incoming.started) == ("A (and 1 more)", datetime(2026, 3, 4, 14, tzinfo=UTC))
    assert "- 14:00 A\n- B\n" in alert_section(incoming, DEFAULT, UTC)


def test_a_note_beside_an_alert_is_told_as_what_it_is() -> None:
    note = {"alert": {"tinyId": "1", "note": "Rolled back"}, "action": "AddNote"}
    incoming = put_together(_read([note, {"alert": {"tinyId": "1", "message": "Down"}}]), Alerting(), DEFAULT, UTC, NOW)
    assert "- Down\n- Rolled back (a note on an alert)\n" in alert_section(incoming, DEFAULT, UTC)
