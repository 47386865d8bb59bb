"""A value as its author wrote it, and what to say and to write where another type of value is due."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from incident_docs.document import yaml_text
from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.format.fields import Field
from incident_docs.format.samples import sample

_COMMA = re.compile(r"\s*,\s*")
_QUOTES = ("'", '"')


class Fault(NamedTuple):
    """A part of a value that is not what the field asks for."""

    value: Value
    message: str
    right: str = ""
    """The YAML to write in its place; empty where that cannot be told."""
    is_safe: bool = True
    """It says what the author said, and is no guess."""


def said(value: Value, document: Document) -> str:
    """The author's words, on one line; in their quotes where space stands around them."""
    if isinstance(value.data, str) and value.data == value.data.strip():
        return " ".join(value.data.split())
    return source(value, document) or str(value.data).strip()


def source(value: Value, document: Document) -> str:
    """What stands in the file, quotes and all; empty if it runs over lines."""
    if value.end_column is None:
        return ""
    return document.lines[value.line - 1][value.column - 1 : value.end_column - 1]


def instead_of(value: Value, plain: str, document: Document) -> str:
    """YAML that may stand without quotes, in those that the author gave to the value."""
    first = source(value, document)[:1]
    return f"{first}{plain}{first}" if first in _QUOTES else plain


def type_of(value: Value) -> str:
    """The type as YAML reads it."""
    if isinstance(value.data, list):
        return "a list"
    if isinstance(value.data, dict):
        return "a mapping"
    if isinstance(value.data, bool):
        return "true or false"
    return "a text" if isinstance(value.data, str) else "a number"


def not_a_text(name: str, value: Value, document: Document) -> Fault | None:
    """What is wrong where one text is due; None if it is one."""
    if value.data is None or (isinstance(value.data, str) and not value.data.strip()):
        return Fault(value, f"{name} is empty; write a text, or remove it")
    if isinstance(value.data, str):
        return None
    if isinstance(value.data, (list, dict)):
        return Fault(value, f"{name} is {type_of(value)}; write one text")
    message = f"{name} is {said(value, document)}, which is read as {type_of(value)}; put it in quotes"
    return Fault(value, message, yaml_text.quoted(source(value, document)))


def not_a_list(
    field: Field, value: Value, document: Document, meant: Callable[[str], str | None], *, is_listed: bool
) -> Iterator[Fault]:
    """What is wrong where a list is due; nothing if it is one.

    `meant` gives the item that a word stands for. Only where such words are listed somewhere, a comma surely separates
    two of them.
    """
    if isinstance(value.data, list):
        return
    written = source(value, document)
    if not written or isinstance(value.data, dict):
        message = f"{field.key} is {type_of(value)}; write a list, as in {sample(field, document.format)}"
        yield Fault(value, message)
        return
    words = _COMMA.split(value.data if isinstance(value.data, str) else written)
    items = [item for word in words if (item := meant(word))]
    right = ", ".join(yaml_text.scalar(item, in_list=True) for item in items)
    if len(items) == 1 and yaml_text.is_item(written, items[0]):
        right = written
    is_safe = len(words) == 1 or is_listed
    message = f"{field.key} is {written}; write a list: {field.key}: [{written}]"
    yield Fault(value, message, f"[{right}]" if len(items) == len(words) else "", is_safe)
