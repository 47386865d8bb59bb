"""Read Azure Monitor: its common schema, and the older ones of metrics and of the activity log."""

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
    objects,
    prefixed,
    services_of,
    texts_in,
)

_NAME = "Azure Monitor"
_WELL = ("resolved", "deactivated", "closed")
_GUID = re.compile(r"[0-9a-fA-F-]{36}")


def is_azures(payload: Payload) -> bool:
    """Tell whether it is one of these."""
    return "schemaId" in payload or {"essentials", "alertContext"} <= object_in(payload, "data").keys()


def read_azure(payload: Payload) -> Iterator[Alert]:
    """Read its alert."""
    data = object_in(payload, "data")
    yield _common(data) if "essentials" in data else _older(data)


def _common(data: Payload) -> Alert:
    facts, context = object_in(data, "essentials"), object_in(data, "alertContext")
    targets = [text for text in texts_in(facts.get("configurationItems")) if not _GUID.fullmatch(text)]
    labels = (labels_in(data.get("customProperties")), labels_in(context.get("properties")))
    return Alert(
        _NAME,
        Kind.RECOVERY if first_text(facts, "monitorCondition").casefold() in _WELL else Kind.FIRING,
        first_text(context, "properties.title") or first_text(facts, "alertRule"),
        "\n".join(
            filter(
                None,
                (joined_texts(facts, "alertRule", "description", "monitoringService"), _measured(context), *targets),
            )
        ),
        first_text(facts, "severity"),
        read_instant(find_value(context, "properties.impactStartTime")) or read_instant(facts.get("firedDateTime")),
        read_instant(facts.get("resolvedDateTime")),
        services_of(*labels) or tuple(targets[:1]),
        links_of(
            context, ("LinkToSearchResults", "search results"), ("linkToFilteredSearchResultsUI", "search results")
        ),
        prefixed("azure", first_text(facts, "alertId").rpartition("/")[2], _rule_key(facts, targets)),
    )


def _rule_key(facts: Payload, targets: list[str]) -> str:
    rule = first_text(facts, "alertRule")
    return f"{rule}/{targets[0]}" if rule and targets else ""


def _measured(context: Payload) -> str:
    """What was measured, as far as the kind of alert tells."""
    lines = [joined_texts(context, "properties.communication", "SearchQuery")]
    for one in objects(find_value(context, "condition.allOf")):
        words = (first_text(one, key) for key in ("metricName", "metricValue", "operator", "threshold"))
        lines.append(" ".join(word for word in words if word))
    return "\n".join(line for line in lines if line)


def _older(data: Payload) -> Alert:
    context = object_in(data, "context") or data
    facts = object_in(context, "activityLog") or context
    labels = labels_in(data.get("properties"))
    return Alert(
        _NAME,
        Kind.RECOVERY if as_text(data.get("status")).casefold() in _WELL else Kind.FIRING,
        first_text(facts, "properties.title", "name", "description", "operationName"),
        joined_texts(facts, "description", "conditionType", "properties.communication"),
        _word(first_text(facts, "severity", "level")),
        read_instant(facts.get("timestamp")) or read_instant(facts.get("eventTimestamp")),
        services=services_of(labels) or tuple(texts_in(facts.get("resourceName"))),
        links=links_of(facts, ("portalLink", _NAME)),
        fingerprints=prefixed("azure", first_text(facts, "id", "correlationId", "name").rpartition("/")[2]),
    )


def _word(severity: str) -> str:
    """Older schemas write `2` where the common one writes `Sev2`."""
    return f"Sev{severity}" if severity.isdecimal() else severity
