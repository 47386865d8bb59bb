"""Take values out of a payload in which any of them may be missing, null, or of another kind than usual."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from incident_docs.intake.alerts.alert import Link

Payload = Mapping[str, Any]
_UNFILLED = re.compile(
    r"(?i)\s*(?:null|none|undefined|n/a|\*unknown\*|<no value>|\$[A-Z_]+|\{\$?[A-Z][A-Z0-9_.$<>]*\})\s*"
)
"""What services leave where they have no value."""
_SERVICE_KEYS = (
    "service",
    "services",
    "service_name",
    "service.name",
    "servicename",
    "app",
    "application",
    "app_kubernetes_io_name",
    "app.kubernetes.io/name",
    "component",
    "job",
)


def find_value(payload: object, path: str) -> Any:
    """Follow a path of keys, and of places in lists, with dots between them; None if it leads nowhere."""
    value: Any = payload
    for key in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(key)
        elif isinstance(value, list) and key.isdecimal() and int(key[:9]) < len(value):
            value = value[int(key[:9])]
        else:
            return None
    return value


def as_text(value: object) -> str:
    """Give a text or a number as text; empty for all else, and for what a service writes where it has no value."""
    if isinstance(value, bool):
        return ""
    if isinstance(value, float) and not math.isfinite(value):
        return ""
    if isinstance(value, (int, float)):
        return repr(value)
    return value if isinstance(value, str) and not _UNFILLED.fullmatch(value) else ""


def first_text(payload: object, *paths: str) -> str:
    """Give the first of these values that says anything."""
    texts = (as_text(find_value(payload, path)) for path in paths)
    return next((text for text in texts if text.strip()), "")


def joined_texts(payload: object, *paths: str) -> str:
    """Give all of these values that say anything, each once, on lines of their own."""
    texts = (as_text(find_value(payload, path)) for path in paths)
    return "\n".join(dict.fromkeys(text for text in texts if text.strip()))


def objects(value: object) -> list[Payload]:
    """Give the objects of a list, or the one that stands where a list is usual."""
    if isinstance(value, Mapping):
        return [value]
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def object_in(payload: object, path: str) -> Payload:
    """Give the object at the end of a path; an empty one if there is none."""
    value = find_value(payload, path)
    return value if isinstance(value, Mapping) else {}


def has_objects(payload: Payload, *keys: str) -> bool:
    """Tell whether each of these keys leads to an object."""
    return all(isinstance(payload.get(key), Mapping) for key in keys)


def texts_in(value: object) -> Iterator[str]:
    """Give the texts of a list, the names of its objects, or the one text that stands where a list is usual."""
    for item in value if isinstance(value, list) else [value]:
        text = (
            first_text(item, "name", "summary", "displayName", "slug", "value")
            if isinstance(item, Mapping)
            else as_text(item)
        )
        if text.strip():
            yield text


def labels_in(value: object) -> dict[str, str]:
    """Read labels however they are written: an object, `key:value` texts, pairs, or objects with a name and a value."""
    if isinstance(value, str) and value.lstrip().startswith(("[", "{")):
        value = read_json(value)
    if isinstance(value, str):
        value = value.split(",")
    if isinstance(value, Mapping):
        return {str(key).strip(): as_text(each) for key, each in value.items()}
    return dict(_label(item) for item in value) if isinstance(value, list) else {}


def _label(item: object) -> tuple[str, str]:
    if isinstance(item, Mapping):
        return first_text(item, "name", "tag", "key", "label").strip(), first_text(item, "value")
    if isinstance(item, list):
        return (as_text(item[0]).strip(), as_text(item[1])) if len(item) == 2 else ("", "")
    key, _, value = as_text(item).partition(":")
    return key.strip(), value.strip()


def services_of(*labels: Mapping[str, str]) -> tuple[str, ...]:
    """Find the services that labels name; what says more plainly that it is one counts more."""
    for key in _SERVICE_KEYS:
        for each in labels:
            folded = {name.casefold(): value for name, value in each.items()}
            if folded.get(key, "").strip():
                return (folded[key],)
    return ()


def links_of(payload: object, *labelled: tuple[str, str]) -> tuple[Link, ...]:
    """Make a link of each path that leads to an address; its label stands beside the path."""
    return tuple(Link(label, first_text(payload, path)) for path, label in labelled if first_text(payload, path))


def prefixed(name: str, *values: str) -> tuple[str, ...]:
    """Make fingerprints of the values that say anything."""
    return tuple(f"{name}:{value.strip()}" for value in values if value.strip())


def read_json(text: object) -> Any:
    """Read a JSON text that stands within another one; None if it is none."""
    try:
        return json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return None
