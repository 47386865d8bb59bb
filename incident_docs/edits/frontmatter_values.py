"""Write values of the frontmatter in the form that they have: in their quotes, in brackets or as a list of lines."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from incident_docs.document.edit import Edit, replace_text
from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.document.times import Moment
from incident_docs.document.yaml_text import yaml_quoted, yaml_scalar
from incident_docs.errors import CannotEdit
from incident_docs.reading.as_written import value_source

FieldValue: TypeAlias = str | int | float | bool | date | Moment | Sequence[str]
_SHARED = ("&", "*", "!")
_COMMENT = re.compile(r"\s*(?:#.*)?")


def write_value(document: Document, key: str, value: FieldValue) -> Edit:
    """Write another value for a field that is there. What stands behind it on its line, such as a comment, stays."""
    old = document.frontmatter.values[key]
    if isinstance(old.data, list) and old.data and not isinstance(value, (str, int, float, date, Moment)):
        return _items_written(document, key, old, old.data, value)
    return _value_written(document, key, old, value)


def write_source(document: Document, value: Value, source: str) -> tuple[Edit, ...]:
    """Write other YAML in the place of a value, which may be a part of a field's. Raises CannotEdit for a shared value."""
    written = value_source(value, document)
    if not written or written.startswith(_SHARED):
        raise CannotEdit(f"line {value.line} shares its value with another field, or runs over several lines")
    return (Edit(value.line, value.column, value.line, value.column + len(written), source),)


def to_yaml(value: FieldValue, quote: str = "") -> str:
    """Write a value as YAML, in the quotes that another one had."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, (Moment, date)):
        return f"{quote}{value}{quote}"
    if isinstance(value, str):
        return _text_source(value, quote)
    return f"[{', '.join(yaml_scalar(item, in_list=True) for item in value)}]"


def _text_source(text: str, quote: str = "") -> str:
    if quote == "'" and text.isprintable():
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return yaml_quoted(text) if quote == '"' else yaml_scalar(text)


def _value_written(document: Document, key: str, old: Value, value: FieldValue) -> Edit:
    """Write another value in the place of one. What is behind it on its line, such as a comment, stays."""
    line, column, end_column = old.place
    if column == end_column or line not in range(
        document.frontmatter.keys[key].line, last_line_of_field(document, key) + 1
    ):
        return _after_colon(document, key, value)
    source = document.lines[line - 1][column - 1 :]
    if source.startswith(_SHARED):
        raise CannotEdit(f"{key} shares its value with another field; write it by hand")
    quote = source[:1] if source[:1] in ("'", '"') else ""
    if end_column is not None:
        return Edit(line, column, line, end_column, to_yaml(value, quote))
    last = last_line_of_field(document, key)
    return Edit(line, column, last, len(document.lines[last - 1]) + 1, to_yaml(value, quote))


def _after_colon(document: Document, key: str, value: FieldValue) -> Edit:
    """Write a value for a field that has none."""
    place = document.frontmatter.keys[key]
    line = document.lines[place.line - 1]
    colon = line.find(":", place.end_column - 1)
    if colon < 0 or not _COMMENT.fullmatch(line[colon + 1 :]):
        raise CannotEdit(f"{key} is written in a way in which it cannot be set; write it by hand")
    return replace_text(Text("", place.line, colon + 2), f" {to_yaml(value)}")


def _items_written(document: Document, key: str, old: Value, items: Sequence[Value], value: Sequence[str]) -> Edit:
    """Write other items in a list, in the form of the list. Items that stay keep their quotes and their comments."""
    first, last_line = items[0], last_line_of_field(document, key)
    before = document.lines[first.line - 1][: first.column - 1]
    if not before.strip().endswith("-") or document.lines[old.line - 1][old.column - 1] == "[":
        return _list_in_brackets(document, key, items, value)
    ends = [*(item.line for item in items[1:]), last_line + 1]
    blocks = {
        item.data: "\n".join(document.lines[item.line - 1 : end - 1])
        for item, end in zip(items, ends, strict=True)
        if isinstance(item.data, str)
    }
    lines = [blocks.get(item) or f"{before}{yaml_scalar(item)}" for item in value]
    return Edit(first.line, 1, last_line, len(document.lines[last_line - 1]) + 1, "\n".join(lines))


def _list_in_brackets(document: Document, key: str, items: Sequence[Value], value: Sequence[str]) -> Edit:
    last = items[-1]
    if any(item.line != items[0].line or item.end_column is None for item in items):
        raise CannotEdit(f"{key} is a list over several lines; write it by hand")
    line = document.lines[last.line - 1]
    sources = {str(item.data): line[item.column - 1 : (item.end_column or 0) - 1] for item in items}
    texts = [sources.get(item) or yaml_scalar(item, in_list=True) for item in value]
    return Edit(last.line, items[0].column, last.line, last.end_column or 0, ", ".join(texts))


def last_line_of_field(document: Document, key: str) -> int:
    """Find the last line of a field's value, without the empty lines and comments behind it."""
    front = document.frontmatter
    start = front.keys[key].line
    below = min((place.line for place in front.keys.values() if place.line > start), default=front.end)
    last = below - 1
    while last > start and (not document.lines[last - 1].strip() or document.lines[last - 1].startswith("#")):
        last -= 1
    return last
