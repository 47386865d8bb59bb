"""Tell by its keys which service a payload is from, and read its alerts. A new service is a file, and a line here."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from incident_docs.format.alerting import AlertMapping
from incident_docs.intake.alerts.alert import Alert
from incident_docs.intake.alerts.alertmanager import is_alertmanagers, read_alertmanager
from incident_docs.intake.alerts.azure import is_azures, read_azure
from incident_docs.intake.alerts.better_stack import is_better_stacks, read_better_stack
from incident_docs.intake.alerts.cloudwatch import is_amazons, read_amazon
from incident_docs.intake.alerts.datadog import is_datadogs, read_datadog
from incident_docs.intake.alerts.firehydrant import is_firehydrants, read_firehydrant
from incident_docs.intake.alerts.google import is_googles, read_google
from incident_docs.intake.alerts.grafana import is_grafanas, read_grafana
from incident_docs.intake.alerts.incident_io import is_incident_ios, read_incident_io
from incident_docs.intake.alerts.mapped import is_of, read_mapped
from incident_docs.intake.alerts.opsgenie import is_opsgenies, read_opsgenie
from incident_docs.intake.alerts.pagerduty import is_pagerdutys, read_pagerduty
from incident_docs.intake.alerts.rootly import is_rootlys, read_rootly
from incident_docs.intake.alerts.sentry import is_sentrys, read_sentry
from incident_docs.intake.alerts.statuspage import is_statuspages, read_statuspage
from incident_docs.intake.alerts.uptime_kuma import is_uptime_kumas, read_uptime_kuma
from incident_docs.intake.alerts.values import Payload
from incident_docs.intake.alerts.zabbix import is_zabbixs, read_zabbix


class _Source(NamedTuple):
    is_from: Callable[[Payload], bool]
    read: Callable[[Payload], Iterator[Alert]]


# Shapes that have more keys of their own come before those that have fewer.
_SOURCES = (
    _Source(is_amazons, read_amazon),
    _Source(is_azures, read_azure),
    _Source(is_incident_ios, read_incident_io),
    _Source(is_grafanas, read_grafana),
    _Source(is_alertmanagers, read_alertmanager),
    _Source(is_googles, read_google),
    _Source(is_statuspages, read_statuspage),
    _Source(is_rootlys, read_rootly),
    _Source(is_firehydrants, read_firehydrant),
    _Source(is_pagerdutys, read_pagerduty),
    _Source(is_opsgenies, read_opsgenie),
    _Source(is_sentrys, read_sentry),
    _Source(is_better_stacks, read_better_stack),
    _Source(is_uptime_kumas, read_uptime_kuma),
    _Source(is_zabbixs, read_zabbix),
    _Source(is_datadogs, read_datadog),
)


def read_payload(payload: Payload, mappings: Sequence[AlertMapping]) -> list[Alert] | None:
    """Read the alerts of a payload; None if nobody knows its shape.

    A mapping that says when it applies comes before all, and one that does not after all.
    """
    for mapping in mappings:
        if mapping.when and is_of(mapping, payload):
            return list(read_mapped(mapping, payload))
    for source in _SOURCES:
        if source.is_from(payload):
            return list(source.read(payload))
    for mapping in mappings:
        if not mapping.when and is_of(mapping, payload):
            return list(read_mapped(mapping, payload))
    return None
