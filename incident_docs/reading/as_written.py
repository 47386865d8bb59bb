"""Say how an author wrote a value of the frontmatter, and what to write where another type of value is due."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.document.yaml_text import is_yaml_item, yaml_quoted, yaml_scalar
from incident_docs.format.fields import Field
from incident_docs.format.samples import sample_field

_COMMA = re.compile(r"\s*,\s*")
_QUOTES = ("'", '"')


class FieldFault(NamedTuple):
    """A part of a value that is not what the field asks for."""

    value: Value
    message: str
    right: str = ""
    """The YAML to write in its place; empty where that is not known."""
    is_safe: bool = True
    """It writes what the author meant, and is no guess."""


def value_as_written(value: Value, document: Document) -> str:
    """Give the author's words on one line; in their quotes where space stands around them."""
    if isinstance(value.data, str) and value.data == value.data.strip():
        return " ".join(value.data.split())
    return value_source(value, document) or str(value.data).strip()


def value_source(value: Value, document: Document) -> str:
    """Give what stands in the file, quotes and all; empty if it runs over lines."""
    if value.end_column is None:
        return ""
    return document.lines[value.line - 1][value.column - 1 : value.end_column - 1]


def in_same_quotes(value: Value, plain: str, document: Document) -> str:
    """Put YAML that may stand without quotes in those that the author gave to the value."""
    first = value_source(value, document)[:1]
    return f"{first}{plain}{first}" if first in _QUOTES else plain


def type_of(value: Value) -> str:
    """Name the type that YAML reads."""
    if isinstance(value.data, list):
        return "a list"
    if isinstance(value.data, dict):
        return "a mapping"
    if isinstance(value.data, bool):
        return "true or false"
    return "a text" if isinstance(value.data, str) else "a number"


def check_is_text(name: str, value: Value, document: Document) -> FieldFault | None:
    """Say what is wrong where one text is due; None if it is one."""
    if value.data is None or (isinstance(value.data, str) and not value.data.strip()):
        return FieldFault(value, f"{name} is empty; write a text, or remove it")
    if isinstance(value.data, str):
        return None
    if isinstance(value.data, (list, dict)):
        return FieldFault(value, f"{name} is {type_of(value)}; write one text")
    message = f"{name} is {value_as_written(value, document)}, which is read as {type_of(value)}; put it in quotes"
    return FieldFault(value, message, yaml_quoted(value_source(value, document)))


def check_is_list(
    field: Field, value: Value, document: Document, meant: Callable[[str], str | None], *, is_listed: bool
) -> Iterator[FieldFault]:
    """Say what is wrong where a list is due; nothing if it is one.

    `meant` gives the item that a word stands for. Only where such words are listed somewhere, a comma surely separates
    two of them.
    """
    if isinstance(value.data, list):
        return
    written = value_source(value, document)
    if not written or isinstance(value.data, dict):
        message = f"{field.key} is {type_of(value)}; write a list, as in {sample_field(field, document.format)}"
        yield FieldFault(value, message)
        return
    words = _COMMA.split(value.data if isinstance(value.data, str) else written)
    items = [item for word in words if (item := meant(word))]
    right = ", ".join(yaml_scalar(item, in_list=True) for item in items)
    if len(items) == 1 and is_yaml_item(written, items[0]):
        right = written
    is_safe = len(words) == 1 or is_listed
    message = f"{field.key} is {written}; write a list: {field.key}: [{written}]"
    yield FieldFault(value, message, f"[{right}]" if len(items) == len(words) else "", is_safe)
