"""A value as its author wrote it, and what to say where another type of value is due."""

from incident_docs.document.frontmatter import Value
from incident_docs.document.model import Document
from incident_docs.format.fields import Field
from incident_docs.format.samples import sample


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


def type_of(value: Value) -> str:
    """The type as YAML reads it."""
    if isinstance(value.data, list):
        return "a list"
    if isinstance(value.data, dict):
        return "a mapping"
    if isinstance(value.data, bool):
        return "true or false"
    return "a text" if isinstance(value.data, str) else "a number"


def not_a_text(name: str, value: Value, document: Document) -> str | None:
    """What is wrong where one text is due; None if it is one."""
    if value.data is None or (isinstance(value.data, str) and not value.data.strip()):
        return f"{name} is empty; write a text, or remove it"
    if isinstance(value.data, str):
        return None
    if isinstance(value.data, (list, dict)):
        return f"{name} is {type_of(value)}; write one text"
    return f"{name} is {said(value, document)}, which is read as {type_of(value)}; put it in quotes"


def not_a_list(field: Field, value: Value, document: Document) -> str | None:
    """What is wrong where a list is due; None if it is one."""
    if isinstance(value.data, list):
        return None
    written = source(value, document)
    if written and not isinstance(value.data, dict):
        return f"{field.key} is {written}; write a list: {field.key}: [{written}]"
    return f"{field.key} is {type_of(value)}; write a list, as in {sample(field, document.format)}"
