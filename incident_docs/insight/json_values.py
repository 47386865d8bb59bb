"""Turn a value of the frontmatter into one that JSON can hold, whatever an author put there."""

from math import isfinite

from incident_docs.document.frontmatter_model import Value

_MOST = 1000
"""The values in one that are worth repeating: aliases can make billions of a few lines."""
_LONGEST_NUMBER = 64
"""The bits of a whole number that programs can read."""


def json_value(value: Value) -> object:
    """Give what is written; null where it is too much."""
    return _plain(value) if _size(value, {}) <= _MOST else None


def writable(text: str) -> str:
    """Replace halves of characters: YAML can name them, and no file can hold them."""
    return text.encode(errors="replace").decode()


def _plain(value: Value) -> object:
    if isinstance(value.data, list):
        return [_plain(item) for item in value.data]
    if isinstance(value.data, dict):
        return {key: _plain(item) for key, item in value.data.items()}
    if isinstance(value.data, float) and not isfinite(value.data):
        return str(value.data)
    if isinstance(value.data, int) and value.data.bit_length() > _LONGEST_NUMBER:
        return hex(value.data)
    return value.data


def _size(value: Value, known: dict[int, int]) -> int:
    """Count the values that it is when written out; each is counted once, however often it is named."""
    if not isinstance(value.data, (list, dict)):
        return 1
    if id(value) not in known:
        parts = value.data.values() if isinstance(value.data, dict) else value.data
        known[id(value)] = 1 + sum(_size(part, known) for part in parts)
    return known[id(value)]
