"""Read alerts whose shape the configuration tells: which keys lead to the title, the start, and so on."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from incident_docs.format.alerting import AlertMapping
from incident_docs.intake.alerts.alert import Alert, Kind, Link
from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.alerts.values import Payload, as_text, find_value, prefixed, texts_in


def is_of(mapping: AlertMapping, payload: Payload) -> bool:
    """Tell whether a payload has this shape."""
    wanted = mapping.when or dict(mapping.paths)["title"]
    return find_value(payload, wanted) is not None


def read_mapped(mapping: AlertMapping, payload: Payload) -> Iterator[Alert]:
    """Read its alert."""
    values = {key: find_value(payload, path) for key, path in mapping.paths}
    texts = {key: as_text(value) for key, value in values.items()}
    state, ended = texts.get("state", ""), _at(mapping, values.get("ended"))
    is_well = state.casefold() in {word.casefold() for word in mapping.recovered} or (not state and ended is not None)
    yield Alert(
        mapping.name,
        Kind.RECOVERY if is_well else Kind.FIRING,
        texts["title"],
        texts.get("body", ""),
        texts.get("severity", ""),
        _at(mapping, values.get("started")),
        ended,
        tuple(texts_in(values.get("services"))),
        (Link(mapping.name, texts.get("link", "")),),
        prefixed(mapping.name, texts.get("fingerprint", "")),
    )


def _at(mapping: AlertMapping, value: object) -> datetime | None:
    at = read_instant(value)
    if at is None or at.tzinfo is not None or not mapping.timezone:
        return at
    return at.replace(tzinfo=ZoneInfo(mapping.timezone))
