"""Make objects for JSON, and the JSON Schema of such objects, from one table of fields, so that they cannot differ."""

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
    """A field of such objects."""

    name: str
    meaning: str
    shape: Shape
    value: Callable[[_Thing], object]
    """What JSON can hold."""


def object_of(fields: Iterable[Field[_Thing]], thing: _Thing) -> dict[str, object]:
    """Make the object that says all that the table names of a thing."""
    return {field.name: field.value(thing) for field in fields}


def object_schema(fields: Iterable[Field[Any]]) -> Shape:
    """Describe such objects."""
    properties = {field.name: {"description": field.meaning, **field.shape} for field in fields}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def list_schema(items: Shape) -> Shape:
    """Describe a list of such values."""
    return {"type": "array", "items": items}


def one_of_or_null(words: Iterable[str]) -> Shape:
    """Describe a value that is one of these words, or null."""
    return {"enum": [*words, None]}
