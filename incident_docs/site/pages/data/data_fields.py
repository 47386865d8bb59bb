"""A table of what is said of a thing, to an object that says it and to the JSON Schema of such objects.

Both are made of the one table, so they cannot differ.
"""

from collections.abc import Callable, Iterable
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

Shape: TypeAlias = dict[str, Any]
"""A JSON Schema, or a part of one."""
_Thing = TypeVar("_Thing")

TEXT: Shape = {"type": "string"}
TEXT_OR_NULL: Shape = {"type": ["string", "null"]}
DATE_OR_NULL: Shape = {"type": ["string", "null"], "format": "date"}
MOMENT_OR_NULL: Shape = {"type": ["string", "null"], "format": "date-time"}
SECONDS_OR_NULL: Shape = {"type": ["integer", "null"], "minimum": 0}
BOOLEAN: Shape = {"type": "boolean"}


class Field(NamedTuple, Generic[_Thing]):
    """One thing that is said."""

    name: str
    meaning: str
    shape: Shape
    value: Callable[[_Thing], object]
    """What JSON can hold."""


def record(fields: Iterable[Field[_Thing]], of: _Thing) -> dict[str, object]:
    """All that the table says of it."""
    return {field.name: field.value(of) for field in fields}


def shape(fields: Iterable[Field[Any]]) -> Shape:
    """What such objects look like."""
    properties = {field.name: {"description": field.meaning, **field.shape} for field in fields}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def listed(items: Shape) -> Shape:
    """A list of them."""
    return {"type": "array", "items": items}


def one_of(words: Iterable[str]) -> Shape:
    """One of these words, or null."""
    return {"enum": [*words, None]}
