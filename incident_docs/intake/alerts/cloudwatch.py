"""Read Amazon CloudWatch: alarms as SNS and EventBridge deliver them, and SNS messages that are plain text."""

from collections.abc import Iterator

from incident_docs.intake.alerts.alert import Alert, Kind
from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.alerts.values import (
    Payload,
    as_text,
    first_text,
    joined_texts,
    labels_in,
    object_in,
    prefixed,
    services_of,
    texts_in,
)

_NAME = "CloudWatch"
_SNS = "Amazon SNS"
_KINDS = {"OK": Kind.RECOVERY, "INSUFFICIENT_DATA": Kind.OTHER}
_RESOURCES = (
    "ServiceName",
    "FunctionName",
    "ApiName",
    "DBInstanceIdentifier",
    "DBClusterIdentifier",
    "QueueName",
    "TableName",
    "LoadBalancer",
    "ClusterName",
)
"""Dimensions that name what is measured."""
_SUBSCRIPTIONS = {
    "SubscriptionConfirmation": "the request to confirm a subscription",
    "UnsubscribeConfirmation": "the confirmation that a subscription has ended",
}


def is_amazons(payload: Payload) -> bool:
    """Tell whether it is an alarm, an event or a message."""
    return (
        "AlarmName" in payload
        or {"detail-type", "detail"} <= payload.keys()
        or ("TopicArn" in payload and ("Message" in payload or as_text(payload.get("Type")) in _SUBSCRIPTIONS))
    )


def read_amazon(payload: Payload) -> Iterator[Alert]:
    """Read its alarm."""
    if "AlarmName" in payload:
        yield _alarm(payload)
    elif "detail" in payload:
        yield _event(payload)
    else:
        yield _message(payload)


def _alarm(alarm: Payload) -> Alert:
    name, state = first_text(alarm, "AlarmName"), first_text(alarm, "NewStateValue")
    kind = _KINDS.get(state, Kind.FIRING)
    return Alert(
        _NAME,
        kind,
        name,
        joined_texts(alarm, "AlarmDescription", "NewStateReason", "Region"),
        started=read_instant(alarm.get("StateChangeTime")),
        services=_services(labels_in(object_in(alarm, "Trigger").get("Dimensions"))),
        fingerprints=prefixed("cloudwatch", _alarm_key(first_text(alarm, "AlarmArn"), name)),
        what=_insufficient(kind),
    )


def _event(event: Payload) -> Alert:
    detail = object_in(event, "detail")
    state = first_text(detail, "state.value")
    kind = _KINDS.get(state, Kind.FIRING)
    resource = next(texts_in(event.get("resources")), "")
    name = first_text(detail, "alarmName")
    metric = object_in(detail, "configuration.metrics.0.metricStat.metric")
    return Alert(
        _NAME if name else "EventBridge",
        kind,
        name
        or first_text(detail, "title", "description", "eventTypeCode", "eventName")
        or first_text(event, "detail-type"),
        joined_texts(
            event,
            "detail.configuration.description",
            "detail.state.reason",
            "detail-type",
            "detail.description",
            "region",
        ),
        first_text(detail, "severity", "severity.label"),
        read_instant(detail.get("startTime"))
        or read_instant(object_in(detail, "state").get("timestamp"))
        or read_instant(event.get("time")),
        services=_services(labels_in(metric.get("dimensions"))) or tuple(texts_in(detail.get("service"))),
        fingerprints=prefixed("cloudwatch", _alarm_key(resource, name or first_text(event, "id"))),
        what=_insufficient(kind),
    )


def _message(message: Payload) -> Alert:
    kind = as_text(message.get("Type"))
    if kind in _SUBSCRIPTIONS:
        return Alert(_SNS, Kind.OTHER, what=_SUBSCRIPTIONS[kind])
    subject, text = first_text(message, "Subject"), first_text(message, "Message")
    return Alert(
        _SNS,
        Kind.FIRING,
        subject or text,
        text,
        started=read_instant(message.get("Timestamp")),
        fingerprints=prefixed("sns", f"{first_text(message, 'TopicArn')} {subject or text}"),
    )


def _insufficient(kind: Kind) -> str:
    return "an alarm that has not enough data to tell" if kind is Kind.OTHER else ""


def _services(dimensions: dict[str, str]) -> tuple[str, ...]:
    found = next((dimensions[key] for key in _RESOURCES if dimensions.get(key)), "")
    # A load balancer is called `app/checkout/50dc6c495c0c9188`.
    parts = found.split("/")
    return services_of(dimensions) or ((parts[1] if len(parts) == 3 else found,) if found else ())


def _alarm_key(arn: str, name: str) -> str:
    """Name an alarm by region and name: the number of the account is nobody's business."""
    parts = arn.split(":", 6)
    return f"{parts[3]}:{parts[6]}" if len(parts) == 7 else name
