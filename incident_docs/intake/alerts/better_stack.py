"""Read Better Stack: incidents of its uptime monitors."""

from collections.abc import Iterator

from incident_docs.intake.alerts.alert import Alert, Kind
from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.alerts.values import (
    Payload,
    as_text,
    find_value,
    first_text,
    joined_texts,
    links_of,
    object_in,
    objects,
    prefixed,
    texts_in,
)

_NAME = "Better Stack"


def is_better_stacks(payload: Payload) -> bool:
    """Tell whether it is one, or a list of them."""
    return any(_is_incident(each) for each in objects(payload.get("data")))


def _is_incident(data: Payload) -> bool:
    facts = object_in(data, "attributes")
    return as_text(data.get("type")) == "incident" or {"cause", "started_at"} <= facts.keys()


def read_better_stack(payload: Payload) -> Iterator[Alert]:
    """Read its incidents."""
    for data in objects(payload["data"]):
        facts = object_in(data, "attributes")
        is_over = bool(as_text(facts.get("resolved_at"))) or first_text(facts, "status").casefold() == "resolved"
        name, cause = first_text(facts, "name"), first_text(facts, "cause")
        yield Alert(
            _NAME,
            Kind.RECOVERY if is_over else Kind.FIRING,
            f"{name}: {cause}" if name and cause else name or cause,
            joined_texts(facts, "cause", "http_method", "team_name"),
            "critical" if facts.get("critical_alert") is True else "",
            read_instant(facts.get("started_at")),
            read_instant(facts.get("resolved_at")),
            tuple(texts_in(name)),
            links_of(facts, ("origin_url", _NAME), ("url", "monitored address")),
            prefixed("betterstack", first_text(data, "id"), _monitor(data)),
        )


def _monitor(data: Payload) -> str:
    id = as_text(find_value(data, "relationships.monitor.data.id"))
    return id and f"monitor-{id}"
