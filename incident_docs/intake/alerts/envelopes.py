"""Take payloads out of what carries them: lists, SNS, SQS and Lambda records, Pub/Sub, and stored HTTP requests."""

import base64
from collections.abc import Iterator, Mapping
from typing import Any

from incident_docs.intake.alerts.values import Payload, find_value, objects, read_json

_DEEPEST = 6
_CARRIERS = ("Sns.Message", "Message", "body", "Body", "rawBody")
"""Where a payload stands in a text."""
_OF_REQUESTS = ("headers", "method")
_ENCODED = ("message.data", "data")


def payloads_in(value: object, depth: int = 0) -> Iterator[Payload]:
    """Give the payloads themselves, in their order."""
    if isinstance(value, list):
        for item in value:
            yield from payloads_in(item, depth + 1) if depth < _DEEPEST else ()
    elif isinstance(value, Mapping):
        inside = _inside(value) if depth < _DEEPEST else None
        if inside is None:
            yield value
        else:
            yield from payloads_in(inside, depth + 1)


def _inside(value: Payload) -> Any:
    """What this carries; None if it is a payload itself."""
    if objects(value.get("Records")):
        return [record.get("Sns", record) for record in objects(value["Records"])]
    texts = [
        *(find_value(value, path) for path in _CARRIERS),
        *(_decoded(find_value(value, path)) for path in _ENCODED),
    ]
    inside = next((inner for inner in map(read_json, texts) if objects(inner)), None)
    is_request = isinstance(value.get("body"), Mapping) and not value.keys().isdisjoint(_OF_REQUESTS)
    return value["body"] if inside is None and is_request else inside


def _decoded(text: object) -> str | None:
    if not isinstance(text, str):
        return None
    try:
        return base64.b64decode(text, validate=True).decode()
    except ValueError:
        return None
