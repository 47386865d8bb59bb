"""Read Uptime Kuma's webhook."""

from collections.abc import Iterator
from datetime import UTC, datetime

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

_NAME = "Uptime Kuma"
_UP, _PENDING, _MAINTENANCE = "1", "2", "3"
_KINDS = {_UP: Kind.RECOVERY, _PENDING: Kind.OTHER, _MAINTENANCE: Kind.OTHER}
_WHATS = {_PENDING: "a monitor that is tried again", _MAINTENANCE: "the maintenance of a monitor"}


def is_uptime_kumas(payload: Payload) -> bool:
    """Tell whether it is one: a test has the keys too, with nothing in them."""
    return "heartbeat" in payload and "monitor" in payload


def read_uptime_kuma(payload: Payload) -> Iterator[Alert]:
    """Read its alert."""
    beat, monitor = object_in(payload, "heartbeat"), object_in(payload, "monitor")
    message = first_text(payload, "msg")
    if not beat and not monitor:
        is_test = message.rstrip().casefold().endswith("testing")
        yield Alert(
            _NAME,
            Kind.OTHER if is_test else Kind.FIRING,
            _words(message),
            message,
            what="a test notification" if is_test else "",
        )
        return
    labels = labels_in(monitor.get("tags"))
    state = as_text(beat.get("status"))
    name = first_text(monitor, "name", "pathName", "url")
    yield Alert(
        _NAME,
        _KINDS.get(state, Kind.FIRING),
        f"{name}: {first_text(beat, 'msg')}" if name and first_text(beat, "msg") else _words(message) or name,
        joined_texts(
            {**payload, "path": monitor.get("pathName"), "text": monitor.get("description")}, "msg", "path", "text"
        ),
        labels.get("severity") or labels.get("priority", ""),
        _at(beat),
        services=services_of(labels) or tuple(texts_in(name)),
        links=links_of(monitor, ("url", "monitored address")),
        fingerprints=prefixed("uptime-kuma", as_text(find_value(monitor, "id")) or as_text(beat.get("monitorID"))),
        what=_WHATS.get(state, ""),
    )


def _words(message: str) -> str:
    """Give what a message without a monitor says: `[Checkout API][https://...] server certificate ...`."""
    if message.startswith("[") and "][" in message:
        name, _, rest = message[1:].partition("][")
        return f"{name}: {rest.partition(']')[2].strip()}"
    return message


def _at(beat: Payload) -> datetime | None:
    """Its `time` is in UTC, and does not say so."""
    at = read_instant(beat.get("time"))
    return at.replace(tzinfo=UTC) if at and at.tzinfo is None else at
