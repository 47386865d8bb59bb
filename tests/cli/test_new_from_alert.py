"""`incident-docs new --from-alert`: the right answer to every payload of the corpus, and what opens no incident."""

import json
import os
import threading
from pathlib import Path
from typing import NamedTuple

import pytest

from incident_docs.document.parse import parse
from tests.conftest import Run

CASES = Path(__file__).parent.parent / "cases/alerts"
UNTIMED = "now"


class Opens(NamedTuple):
    """What the document of an alert says."""

    title: str
    severity: str
    started: str
    services: tuple[str, ...] = ("<service>",)
    notes: tuple[str, ...] = ()
    """What was assumed: the sentences on stderr."""


NO_SEVERITY = "The alert names no severity, so P2 is assumed."
NO_TIME = "The alert says no time, so it starts now."
NO_ZONE = "Zabbix writes times without a zone; they are read as UTC here."
CHECKOUT = ("checkout",)
ERRORS = "checkout: more than 5 % of requests fail on 10.20.0.14:8080"
CPU_EU = "High CPU usage: This alert was triggered for zone eu-1"
MEMORY_US = "High memory usage: This alert was triggered for zone us-1"
PAGER = "Checkout: HTTP 5xx above 5 % | eu-1"
OPSGENIE = "[checkout] 5xx ratio above 5 %"
POOL = "ConnectionError: pool exhausted"
ZABBIX = "Zabbix agent is not available (for 3m)"
CERTIFICATE = "Checkout API: server certificate shop.example.com will expire in 7 days"
REFUSED = "Checkout API: connect ECONNREFUSED 192.0.2.15:443"

OPENING = {
    "alertmanager-api-v2-alerts-list.json": Opens("checkout: more than 5 % of requests fail", "P1", "2026-03-04T14:02:11Z", CHECKOUT),
    "alertmanager-resolved-first.json": Opens(f"{ERRORS} (and 1 more)", "P1", "2026-03-04T14:02:11Z", ("checkout", "payments")),
    "alertmanager-unknown-keys.json": Opens(ERRORS, "P1", "2026-03-04T14:02:11Z", CHECKOUT),
    "alertmanager-v4-firing-one.json": Opens(ERRORS, "P1", "2026-03-04T14:02:11Z", CHECKOUT),
    "alertmanager-v4-firing-several-mixed.json": Opens(f"{ERRORS} (and 1 more)", "P1", "2026-03-04T14:02:11Z", ("checkout", "payments")),
    "alertmanager-v4-minimal-handmade.json": Opens("测试告警", "P3", "2026-03-04T14:02:00Z"),
    "aws-cloudwatch-raw-delivery.json": Opens("checkout-5xx", "P2", "2026-03-04T14:02:24Z", CHECKOUT, (NO_SEVERITY,)),
    "aws-cloudwatch-sns-http-alarm.json": Opens("checkout-5xx", "P2", "2026-03-04T14:02:24Z", CHECKOUT, (NO_SEVERITY,)),
    "aws-eventbridge-cloudwatch-alarm-state-change.json": Opens("checkout-5xx", "P2", "2026-03-04T14:02:24Z", CHECKOUT, (NO_SEVERITY,)),
    "aws-health-event.json": Opens("AWS_EC2_OPERATIONAL_ISSUE", "P2", "2026-03-04T14:02:00Z", ("EC2",), (NO_SEVERITY,)),
    "aws-lambda-records.json": Opens("checkout-5xx", "P2", "2026-03-04T14:02:24Z", CHECKOUT, (NO_SEVERITY,)),
    "aws-sns-plain-text-message.json": Opens("All Fine", "P2", "2026-03-04T14:02:24Z", notes=(NO_SEVERITY,)),
    "aws-sqs-records.json": Opens("checkout-5xx", "P2", "2026-03-04T14:02:24Z", CHECKOUT, (NO_SEVERITY,)),
    "azure-activity-log.json": Opens("SQL Database - West Europe", "P2", "2026-03-04T14:02:31Z"),
    "azure-common-schema-log-fired.json": Opens("checkout-cpu", "P2", "2026-03-04T14:02:24Z", ("checkout-01",)),
    "azure-common-schema-metric-fired.json": Opens("checkout-cpu", "P1", "2026-03-04T14:02:24Z", CHECKOUT),
    "azure-common-schema-servicehealth-fired.json": Opens("Storage - West Europe", "P4", "2026-03-04T14:00:00Z", CHECKOUT),
    "bad-array-of-payloads.json": Opens(f"{ERRORS} (and 1 more)", "P1", "2026-03-04T14:02:11Z", ("checkout", "payments")),
    "bad-utf8-bom-crlf.json": Opens("checkout: more than 5 % of requests fail on h", "P1", "2026-03-04T14:02:11Z", CHECKOUT),
    "betterstack-incident-started.json": Opens("shop.example.com: Status 503", "P1", "2026-03-04T14:02:33Z", ("shop.example.com",)),
    "betterstack-statuspage-subscriber.json": Opens("Checkout errors", "P1", "2026-03-04T14:05:00Z"),
    "commented.json": Opens("Replication lag on db1.example.com", "P1", "2026-03-04T14:02:58Z", ("postgres",)),
    "datadog-default-template-triggered.json": Opens("Checkout 5xx", "P2", "2026-03-04T14:02:27Z", CHECKOUT, (NO_SEVERITY,)),
    "datadog-full-template-triggered.json": Opens("Checkout 5xx on env:prod", "P1", "2026-03-04T14:02:27Z", CHECKOUT),
    "datadog-unfilled.json": Opens("Checkout has no data", "P2", "2026-03-04T14:02:27Z", CHECKOUT, (NO_SEVERITY,)),
    "firehydrant-incident-created.json": Opens("Checkout returns 5xx", "P1", "2026-03-04T14:02:00Z", ("Checkout",)),
    "gcp-monitoring-v1.2-open.json": Opens("Checkout 5xx", "P1", "2026-03-04T14:02:27Z", CHECKOUT),
    "google-pubsub-push.json": Opens("Checkout 5xx", "P1", "2026-03-04T14:02:27Z", CHECKOUT),
    "grafana-legacy-alerting.json": Opens("Panel Title alert", "P2", UNTIMED, CHECKOUT, (NO_SEVERITY, NO_TIME)),
    "grafana-unified-firing.json": Opens(f"{MEMORY_US} (and 1 more)", "P2", "2026-03-04T13:58:03Z", notes=(NO_SEVERITY,)),
    "hostile-everything.json": Opens(f"{'word ' * 22}word…", "P2", "2026-03-04T14:02:11Z", ("status: resolved",), ("Status: Resolved is no severity that is known here, so P2 is assumed.",)),
    "hostile-markdown-yaml-injection.json": Opens("x | y a|b gnp.exe # not a heading", "P1", "2026-03-04T14:02:11Z", ("etc/passwd",)),
    "http-request.json": Opens(PAGER, "P1", "2026-03-04T14:02:27Z", ("Checkout API",)),
    "incidentio-alert.json": Opens("Checkout errors", "P2", "2026-03-04T14:02:00Z", notes=(NO_SEVERITY,)),
    "incidentio-public_incident.incident_created_v2.json": Opens("Checkout returns 5xx", "P2", "2026-03-04T14:02:00Z", ("Checkout",)),
    "json-lines.json": Opens(f"{MEMORY_US} (and 2 more)", "P1", "2026-03-04T13:58:03Z", CHECKOUT),
    "opsgenie-webhook-acknowledge.json": Opens(OPSGENIE, "P1", "2026-03-04T14:02:11Z", ("checkout-api",)),
    "opsgenie-webhook-create.json": Opens(OPSGENIE, "P1", "2026-03-04T14:02:11Z", ("checkout-api",)),
    "pagerduty-events-v2-trigger.json": Opens("Replication lag on db1.example.com", "P1", "2026-03-04T14:02:58Z", ("postgres",)),
    "pagerduty-list.json": Opens("Ledger: 5xx (and 1 more)", "P2", "2026-03-04T13:02:00Z", ("Ledger", "Checkout API")),
    "pagerduty-rest-v2-incident.json": Opens("Checkout: HTTP 5xx above 5 %", "P2", "2026-03-04T14:02:27Z", ("Checkout API",)),
    "pagerduty-v3-incident.acknowledged.json": Opens(PAGER, "P1", "2026-03-04T14:02:27Z", ("Checkout API",)),
    "pagerduty-v3-incident.reopened.json": Opens(PAGER, "P1", "2026-03-04T14:02:27Z", ("Checkout API",)),
    "pagerduty-v3-incident.triggered.json": Opens(PAGER, "P1", "2026-03-04T14:02:27Z", ("Checkout API",)),
    "rootly-alert.created.json": Opens("checkout-prod-002 memory threshold over 85%", "P2", "2026-03-04T14:02:29Z", notes=(NO_SEVERITY,)),
    "rootly-incident.created.json": Opens("Checkout returns 5xx", "P1", "2026-03-04T14:02:00Z", ("Checkout",)),
    "sentry-issue-alert-event_alert.json": Opens(f"{POOL} | 50 of 50", "P2", "2026-03-04T14:02:17Z", CHECKOUT),
    "sentry-legacy.json": Opens(POOL, "P2", "2026-03-04T14:02:17Z", CHECKOUT),
    "sentry-metric_alert-critical.json": Opens("Too many errors", "P1", "2026-03-04T13:52:40Z", CHECKOUT),
    "statuspage-component-outage.json": Opens("Checkout: partial outage", "P2", "2026-03-04T14:02:00Z", ("Checkout",)),
    "statuspage-incident.json": Opens("Checkout is unavailable", "P1", "2026-03-04T14:02:00Z", ("Checkout",)),
    "uptime-kuma-cert-expiry.json": Opens(CERTIFICATE, "P2", UNTIMED, notes=(NO_SEVERITY, NO_TIME)),
    "uptime-kuma-down.json": Opens(REFUSED, "P1", "2026-03-04T14:02:33Z", ("Checkout API",)),
    "uptime-kuma-form.txt": Opens(REFUSED, "P1", "2026-03-04T14:02:33Z", ("Checkout API",)),
    "utf-16-be-without-bom.json": Opens(OPSGENIE, "P1", "2026-03-04T14:02:11Z", ("checkout-api",)),
    "utf-16-le-with-bom.json": Opens(OPSGENIE, "P1", "2026-03-04T14:02:11Z", ("checkout-api",)),
    "zabbix-mediatype-problem.json": Opens(ZABBIX, "P2", "2026-03-04T14:02:33Z", CHECKOUT, (NO_ZONE,)),
    "zabbix-unresolved-macros.json": Opens(ZABBIX, "P1", "2026-03-04T14:02:33Z", notes=(NO_ZONE,)),
}  # fmt: skip

NOT_OPENING = {
    "alertmanager-no-alerts.json": "FILE: there is no alert in it",
    "alertmanager-v4-resolved-one.json": f"this is a recovery, and opens no incident: {ERRORS} (Alertmanager); incident-docs resolve ID?",
    "aws-cloudwatch-sns-http-insufficient-data.json": "this is an alarm that has not enough data to tell (CloudWatch), and opens no incident: checkout-5xx",
    "aws-cloudwatch-sns-http-ok.json": "this is a recovery, and opens no incident: checkout-5xx (CloudWatch); incident-docs resolve ID?",
    "aws-sns-subscription-confirmation.json": "this is the request to confirm a subscription (Amazon SNS), and opens no incident",
    "azure-common-schema-metric-resolved.json": "this is a recovery, and opens no incident: checkout-cpu (Azure Monitor); incident-docs resolve ID?",
    "azure-metric-older.json": "this is a recovery, and opens no incident: checkout-cpu (Azure Monitor); incident-docs resolve ID?",
    "bad-deep.json": "FILE: the alert is JSON that nobody can read: nested too deeply, or with a number too long",
    "bad-empty.json": "FILE: the alert is empty; pass the JSON that the service sends",
    "bad-latin-1.json": "FILE: the alert is neither UTF-8 nor UTF-16: byte 42 is 0xdc; save it as UTF-8",
    "bad-number.json": "FILE: the alert is JSON that nobody can read: nested too deeply, or with a number too long",
    "bad-only-text.json": "FILE: there is no alert in it",
    "bad-truncated.json": "FILE: the alert is not JSON, or not all of it: unterminated string starting at in line 1, column 54",
    "bad-unknown-shape.json": "FILE: the alert is of no service that is known: it has hello and time; tell its shape in [alerts.mappings.NAME] of the configuration",
    "betterstack-incident-resolved.json": "this is a recovery, and opens no incident: shop.example.com: Status 503 (Better Stack); incident-docs resolve ID?",
    "datadog-full-template-recovered.json": "this is a recovery, and opens no incident: Checkout 5xx on env:prod (Datadog); incident-docs resolve ID?",
    "firehydrant-change.json": "this is a message about change event (FireHydrant), and opens no incident",
    "firehydrant-incident-resolved.json": "this is a recovery, and opens no incident: Checkout returns 5xx (FireHydrant); incident-docs resolve ID?",
    "gcp-monitoring-test-notification.json": "this is a test notification (Google Cloud Monitoring), and opens no incident: projects/12345/alertPolicies/12345",
    "gcp-monitoring-v1.2-closed.json": "this is a recovery, and opens no incident: Checkout 5xx (Google Cloud Monitoring); incident-docs resolve ID?",
    "grafana-contact-point-test.json": "this is a test notification (Grafana), and opens no incident: Notification test",
    "incidentio-follow-up.json": "this is a note on an incident (incident.io), and opens none; incident-docs log ID 'Add an alert'",
    "incidentio-private_incident.incident_created_v2.json": 'this is a private incident, of which only the id is sent (incident.io); say what is wrong, as in: incident-docs new "Checkout returns errors" --from-alert FILE',
    "incidentio-public_incident.incident_status_updated_v2.json": "this is a recovery, and opens no incident: Checkout returns 5xx (incident.io); incident-docs resolve ID?",
    "mapped.json": "FILE: the alert is of no service that is known: it has check, level, begin and when; tell its shape in [alerts.mappings.NAME] of the configuration",
    "opsgenie-webhook-addnote.json": "this is a note on an alert (Opsgenie), and opens none; incident-docs log ID 'Rolled back to v41' --at 2026-03-04T14:02:13Z",
    "opsgenie-webhook-close.json": f"this is a recovery, and opens no incident: {OPSGENIE} (Opsgenie); incident-docs resolve ID?",
    "pagerduty-events-v2-change.json": "this is a change, not an incident (PagerDuty), and opens no incident: Build Success: Increase snapshot create timeout to 30 seconds",
    "pagerduty-events-v2-resolve.json": "this is a recovery, and opens no incident (PagerDuty); incident-docs resolve ID?",
    "pagerduty-service-created.json": "this is a message about service.created (PagerDuty), and opens no incident: Checkout API",
    "pagerduty-v3-incident.annotated.json": "this is a note on an incident (PagerDuty), and opens none; incident-docs log ID 'Rolled back to v41, watching' --at 2026-03-04T14:15:00Z",
    "pagerduty-v3-incident.resolved.json": f"this is a recovery, and opens no incident: {PAGER} (PagerDuty); incident-docs resolve ID?",
    "pagerduty-v3-pagey.ping.json": "this is a test notification (PagerDuty), and opens no incident: Hello from your friend Pagey!",
    "rootly-incident-resolved.json": "this is a recovery, and opens no incident: Checkout returns 5xx (Rootly); incident-docs resolve ID?",
    "rootly-retrospective.json": "this is a message about incident_post_mortem.created (Rootly), and opens no incident: Postmortem",
    "sentry-issue-resolved.json": f"this is a recovery, and opens no incident: {POOL} (Sentry); incident-docs resolve ID?",
    "sentry-metric_alert-resolved.json": "this is a recovery, and opens no incident: Too many errors (Sentry); incident-docs resolve ID?",
    "statuspage-component-operational.json": "this is a recovery, and opens no incident: Checkout: operational (Statuspage); incident-docs resolve ID?",
    "statuspage-incident-resolved.json": "this is a recovery, and opens no incident: Checkout is unavailable (Statuspage); incident-docs resolve ID?",
    "statuspage-maintenance.json": "this is a planned maintenance (Statuspage), and opens no incident: Database upgrade",
    "uptime-kuma-test.json": "this is a test notification (Uptime Kuma), and opens no incident: incident-docs Testing",
    "uptime-kuma-up.json": "this is a recovery, and opens no incident: Checkout API: 200 - OK (Uptime Kuma); incident-docs resolve ID?",
    "zabbix-mediatype-resolved.json": f"this is a recovery, and opens no incident: {ZABBIX} (Zabbix); incident-docs resolve ID?",
}  # fmt: skip

SECRETS = (
    "0123456789abcdef0123456789abcdef",
    "2336412f37EXAMPLE",
    "auth_token",
    "ghp_",
    "X-Amz",
    "AKIA",
    "erika",
    "robin",
    "192.0.2.90",
    "user:pw",
    "987654321",
    "abcdef\n",
    "unsubscribe",
    "<img",
    "<script",
    "\x1b",
    "\u202e",
    "@webhook",
)


def test_every_case_is_in_the_table() -> None:
    assert sorted(OPENING | NOT_OPENING) == sorted(path.name for path in CASES.iterdir())


@pytest.mark.parametrize("name", OPENING)
def test_an_alert_that_fires_opens_an_incident(project: Path, run: Run, name: str) -> None:
    result = run("new", "--from-alert", str(CASES / name))
    assert (result.exit_code, result.stderr.splitlines()) == (0, list(OPENING[name].notes))
    [path] = (project / "postmortems").iterdir()
    text = path.read_text(encoding="utf-8")
    document = parse(text, str(path))
    started = UNTIMED if OPENING[name].started == UNTIMED else str(document.times["started"])
    found = Opens(document.title, document.text("severity"), started, document.texts("services"), OPENING[name].notes)
    assert found == OPENING[name]
    assert all(note in text for note in OPENING[name].notes)
    assert result.stdout.startswith(f"postmortems/{path.name}\n\nIncident: {document.title}\n")
    assert [secret for secret in SECRETS if secret in text] == []
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"


@pytest.mark.parametrize("name", NOT_OPENING)
def test_what_opens_no_incident_says_what_it_is(project: Path, run: Run, name: str) -> None:
    result = run("new", "--from-alert", str(CASES / name))
    assert result.exit_code == 1
    assert result.output == f"Error: {NOT_OPENING[name].replace('FILE:', f'{CASES / name}:')}\n"
    assert list((project / "postmortems").iterdir()) == []


FIRING_ONE = (CASES / "alertmanager-v4-firing-one.json").read_text(encoding="utf-8")


def test_the_document_says_what_the_alert_said(project: Path, run: Run) -> None:
    result = run(
        "new", "--from-alert", "-", "--timezone", "Europe/Berlin", "--users", "Everybody in eu-1.", stdin=FIRING_ONE
    )
    path = project / "postmortems/2026-03-04-checkout-more-than-5-of-requests-fail-on-10-20-0-14-8080.md"
    assert result.stdout.splitlines()[0] == f"postmortems/{path.name}"
    text = path.read_text(encoding="utf-8")
    assert text[: text.index("#### Root Cause")] == (
        "---\n"
        'title: "checkout: more than 5 % of requests fail on 10.20.0.14:8080"\n'
        "severity: P1\n"
        "status: active\n"
        "started: 2026-03-04T15:02:11+01:00\n"
        "services: [checkout]\n"
        "timezone: Europe/Berlin\n"
        "alerts: [alertmanager:c6eadffa33fcdf37]\n"
        "---\n"
        "\n"
        "### Incident Response: checkout: more than 5 % of requests fail on 10.20.0.14:8080\n"
        "\n"
        "#### Status: 🔴 Active\n"
        "\n"
        "#### Severity: P1\n"
        "**Impact**: Everybody in eu-1.\n"
        "**Duration**: 2026-03-04 15:02 CET - ongoing\n"
        "\n"
        "---\n"
        "\n"
        "#### Timeline\n"
        "| Time | Event |\n"
        "|------|-------|\n"
        "| 15:02 | Alert from Alertmanager: checkout: more than 5 % of requests fail on 10.20.0.14:8080 |\n"
        "\n"
    )
    assert text[text.index("#### Current Status") : text.index("### Postmortem")] == (
        "#### Current Status\n"
        "- Services: <services>\n"
        "- Affected users: Everybody in eu-1.\n"
        "- Monitoring: <monitoring>\n"
        "\n"
        "#### Verification\n"
        "```\n"
        "<commands to verify resolution>\n"
        "```\n"
        "\n"
        "#### Alert\n"
        "Opened from an alert of Alertmanager. Severity there: critical.\n"
        "\n"
        "[graph](http://prometheus.example.net:9090/graph?g0.expr=sum%28rate%28http_requests_total%7Bcode%3D~%225..%22%7D%5B5m%5D%29%29+%3E+0.05&g0.tab=1), "
        "[runbook](https://runbooks.example.com/checkout/high-error-rate)\n"
        "\n"
        "```text\n"
        "HighErrorRate\n"
        "Error ratio 0.23 over 5m | threshold 0.05\n"
        "See dashboard.\n"
        "```\n"
        "\n"
        "---\n"
        "\n"
    )
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"


def test_several_alerts_are_one_incident_with_a_row_for_each_that_fires(project: Path, run: Run) -> None:
    run("new", "--from-alert", str(CASES / "alertmanager-resolved-first.json"), "--timezone", "America/New_York")
    [path] = (project / "postmortems").iterdir()
    text = path.read_text(encoding="utf-8")
    assert "alerts: [alertmanager:a1, alertmanager:c3]\n" in text
    assert (
        "| 09:02 | Alert from Alertmanager: checkout: more than 5 % of requests fail on 10.20.0.14:8080 |\n"
        "| 09:03 | Alert from Alertmanager: payments: more than 5 % of requests fail on 10.20.0.16:8080 |\n"
    ) in text
    assert (
        "Opened from 3 alerts of Alertmanager. Severity there: critical, warning.\n"
        "\n"
        "- 09:02 checkout: more than 5 % of requests fail on 10.20.0.14:8080\n"
        "- 09:03 payments: more than 5 % of requests fail on 10.20.0.16:8080\n"
        "- 08:58 checkout: more than 5 % of requests fail on 10.20.0.15:8080 (recovered 09:05)\n"
    ) in text
    assert "2 more alerts of the group were not sent.\n" in text


def test_options_count_more_than_the_alert(project: Path, run: Run) -> None:
    run(
        *(
            "new",
            "Shop is down",
            "--from-alert",
            "-",
            "-s",
            "p3",
            "--service",
            "shop",
            "--started",
            "2026-03-04T13:00:00Z",
        ),
        *("--impact", "Every second customer waits.", "--changed", "41.2.0 was rolled out"),
        stdin=FIRING_ONE,
    )
    [path] = (project / "postmortems").iterdir()
    document = parse(path.read_text(encoding="utf-8"), str(path))
    assert (document.id, document.text("severity")) == ("2026-03-04-shop-is-down", "P3")
    assert (document.texts("services"), str(document.times["started"])) == (("shop",), "2026-03-04T13:00:00Z")
    assert [entry.event.value for entry in document.timeline] == [
        "Alert from Alertmanager: checkout: more than 5 % of requests fail on 10.20.0.14:8080",
        "? 41.2.0 was rolled out",
    ]
    assert run("lint").output == "1 incident checked, nothing found\n"


def test_a_private_incident_takes_the_words_of_whoever_opens_it(project: Path, run: Run) -> None:
    name = "incidentio-private_incident.incident_created_v2.json"
    result = run("new", "Checkout is down", "--from-alert", str(CASES / name))
    assert result.exit_code == 0
    [path] = (project / "postmortems").iterdir()
    document = parse(path.read_text(encoding="utf-8"), str(path))
    assert document.texts("alerts") == ("incident-io:01FDAG4SAP5TYPT98WGR2N7W91",)
    assert [entry.event.value for entry in document.timeline] == ["Checkout is down"]


def test_an_open_incident_with_this_alert_gets_a_row_instead(project: Path, run: Run) -> None:
    run("new", "Checkout is down", "--from-alert", "-", stdin=FIRING_ONE)
    result = run("new", "--from-alert", "-", stdin=FIRING_ONE)
    assert result.exit_code == 1
    assert result.output == (
        "Error: 2026-03-04-checkout-is-down is open and has this alert; incident-docs log 2026-03-04-checkout-is-down "
        "'Alert from Alertmanager: checkout: more than 5 % of requests fail on 10.20.0.14:8080' --at 2026-03-04T14:02:11Z\n"
    )
    recovery = run("new", "--from-alert", str(CASES / "alertmanager-v4-resolved-one.json"))
    assert recovery.output == (
        "Error: this is a recovery, and opens no incident: checkout: more than 5 % of requests fail on 10.20.0.14:8080 "
        "(Alertmanager); incident-docs resolve 2026-03-04-checkout-is-down?\n"
    )
    assert len(list((project / "postmortems").iterdir())) == 1


def test_an_alert_that_opened_incidents_before_says_so(project: Path, run: Run) -> None:
    folder = project / "postmortems"
    for day in ("2025-11-02", "2026-01-20"):
        run("new", "Checkout is down", "--from-alert", "-", "--started", f"{day}T10:00:00Z", stdin=FIRING_ONE)
        path = folder / f"{day}-checkout-is-down.md"
        path.write_text(
            path.read_text(encoding="utf-8").replace("status: active", "status: resolved"), encoding="utf-8"
        )
    (folder / "2026-01-01-mentions.md").write_text("alertmanager:c6eadffa33fcdf37\n")
    (folder / "2026-01-02-broken.md").write_bytes(b"\xff")
    (folder / "2026-01-03-undated.md").write_text(
        "---\nalerts: [alertmanager:c6eadffa33fcdf37]\nstatus: resolved\n---\n"
    )
    result = run("new", "--from-alert", "-", stdin=FIRING_ONE)
    assert result.stderr.splitlines() == [
        "seen before: 2026-01-20-checkout-is-down",
        "seen before: 2025-11-02-checkout-is-down",
        "seen before: 2026-01-03-undated",
    ]
    text = (project / result.stdout.splitlines()[0]).read_text(encoding="utf-8")
    assert "related: [2026-01-20-checkout-is-down, 2025-11-02-checkout-is-down, 2026-01-03-undated]\n" in text


def test_an_organisation_tells_its_severities_and_the_shape_of_its_own_alerts(project: Path, run: Run) -> None:
    (project / "incident-docs.toml").write_text(
        "[alerts]\n"
        "unknown-severity = 'P3'\n"
        "[alerts.severities]\n"
        "Rot = 'P1'\n"
        "[alerts.mappings.monitor]\n"
        "title = 'check.label'\n"
        "body = 'check.text'\n"
        "severity = 'level'\n"
        "started = 'when.from'\n"
        "state = 'state'\n"
        "services = 'parts'\n"
        "link = 'address'\n"
        "fingerprint = 'key'\n"
        "timezone = 'Europe/Berlin'\n",
        encoding="utf-8",
    )
    assert run("new", "--from-alert", str(CASES / "mapped.json")).exit_code == 0
    [path] = (project / "postmortems").iterdir()
    text = path.read_text(encoding="utf-8")
    assert text.startswith(
        "---\ntitle: Checkout\nseverity: P1\nstatus: active\nstarted: 2026-03-04T14:02:11Z\n"
        "services: [checkout, ledger]\nalerts: [monitor:abc-1]\n---\n"
    )
    assert "[monitor](https://monitor.example.com/1)\n\n```text\n5xx above 5 %\n```\n" in text
    closed = json.loads((CASES / "mapped.json").read_text()) | {"state": "Resolved"}
    assert run("new", "--from-alert", "-", stdin=json.dumps(closed)).output == (
        f"Error: this is a recovery, and opens no incident: Checkout (monitor); incident-docs resolve {path.stem}?\n"
    )
    other = run("new", "--from-alert", str(CASES / "aws-sns-plain-text-message.json"))
    assert other.stderr == "The alert names no severity, so P3 is assumed.\n"


def test_where_the_site_is_for_everybody_the_words_of_the_alert_are_not(project: Path, run: Run) -> None:
    (project / "incident-docs.toml").write_text('[site]\naudience = "public"\n')
    run("new", "--from-alert", "-", stdin=FIRING_ONE)
    [path] = (project / "postmortems").iterdir()
    text = path.read_text(encoding="utf-8")
    start, end = text.index("<!-- internal -->\n#### Alert\n"), text.index("```\n<!-- /internal -->\n\n---\n")
    assert "prometheus.example.net" in text[start:end]
    assert "prometheus.example.net" not in text[:start] + text[end:]
    assert run("lint", "--strict").output == "1 incident checked, nothing found\n"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere.json", "nowhere.json: there is no such file"),
        ("postmortems", "postmortems: this is a folder, not a file"),
        ("", "'': this is a folder, not a file"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(run: Run, name: str, message: str) -> None:
    result = run("new", "--from-alert", name)
    assert (result.exit_code, result.output) == (1, f"Error: {message}\n")


def test_what_another_program_prints_is_read_through_a_pipe(project: Path, run: Run) -> None:
    pipe = project / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(FIRING_ONE,))
    writer.start()
    result = run("new", "--from-alert", str(pipe))
    writer.join()
    assert result.output.splitlines()[2] == f"Incident: {ERRORS}"


def test_standard_input_without_end_is_refused(run: Run) -> None:
    result = run("new", "--from-alert", "-", stdin=" " * 10_000_001)
    assert (result.exit_code, result.output) == (1, "Error: standard input: this is more than 10,000,000 bytes\n")


def test_an_alert_from_the_future_starts_now(run: Run) -> None:
    ahead = FIRING_ONE.replace("2026-03-04T14:02:11.612666101Z", "2199-03-04T14:02:11Z")
    result = run("new", "--from-alert", "-", stdin=ahead)
    assert result.stderr == "The alert is from the future, so it starts now.\n"
    assert run("lint").output == "1 incident checked, nothing found\n"
