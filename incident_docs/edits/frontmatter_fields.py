"""Set and remove fields of the frontmatter; other fields, comments and the way of quoting stay."""

from collections.abc import Iterator, Mapping
from datetime import date

from incident_docs.document.edit import Edit, apply_edits, delete_lines, insert_lines, replace_text
from incident_docs.document.frontmatter import read_frontmatter
from incident_docs.document.frontmatter_model import Value
from incident_docs.document.lines import bare_lines
from incident_docs.document.model import Document
from incident_docs.document.times import Moment, read_moment
from incident_docs.edits.frontmatter_values import FieldValue, last_line_of_field, to_yaml, write_value
from incident_docs.errors import CannotEdit


def set_field(document: Document, key: str, value: FieldValue | None) -> tuple[Edit, ...]:
    """Give a field a value, or take the field out if that is None.

    A field that is not there yet is put in the order of the format.  Raises CannotEdit if the frontmatter cannot be read,
    or is written in a way in which this would change something else.
    """
    return set_fields(document, {key: value})


def set_fields(document: Document, values: Mapping[str, FieldValue | None]) -> tuple[Edit, ...]:
    """Give several fields their values at once; those that have them already stay as they are written."""
    front = document.frontmatter
    if front.problem is not None and not front.is_readable:
        raise CannotEdit(front.problem.message)
    edits: list[Edit] = []
    expected = {key: value.plain for key, value in front.values.items()}
    for key, value in sorted(values.items(), key=lambda item: _rank(item[0], document)):
        if any(later.value == key for later, _ in front.duplicates):
            raise CannotEdit(f"{key} stands twice in the frontmatter")
        if value is None:
            edits += _removed(document, key)
            expected.pop(key, None)
        elif not _has(document.value(key), value):
            is_there = key in front.keys
            edits.append(
                write_value(document, key, value) if is_there else _inserted(document, key, f"{key}: {to_yaml(value)}")
            )
            expected[key] = _plain(value)
    after = read_frontmatter(bare_lines(apply_edits("\n".join(document.lines), edits)))
    if not after.is_readable or {key: value.plain for key, value in after.values.items()} != expected:
        names = ", ".join(values)
        raise CannotEdit(f"the frontmatter is written in a way in which {names} cannot be set alone; write it by hand")
    return tuple(edits)


def rename_field(document: Document, key: str, name: str) -> tuple[Edit, ...]:
    """Give a field another key, in the quotes that it has. Raises CannotEdit for a key that is not written as it reads."""
    place = document.frontmatter.keys[key]
    line = document.lines[place.line - 1]
    place = place._replace(column=place.column + (line[place.column - 1] in "'\""))
    if line[place.column - 1 : place.end_column - 1] != key:
        raise CannotEdit(f"{key} is written in a way in which it cannot be renamed; write it by hand")
    return (replace_text(place, name),)


def _has(old: Value | None, value: FieldValue) -> bool:
    if old is None:
        return False
    if isinstance(value, Moment):
        return isinstance(old.data, str) and read_moment(old.data) == read_moment(str(value))
    return type(old.plain) is type(_plain(value)) and old.plain == _plain(value)


def _plain(value: FieldValue) -> object:
    if isinstance(value, (Moment, date)):
        return str(value)
    return value if isinstance(value, (str, int, float)) else list(value)


def _removed(document: Document, key: str) -> Iterator[Edit]:
    if key in document.frontmatter.keys:
        yield delete_lines(document.frontmatter.keys[key].line, last_line_of_field(document, key))


def _inserted(document: Document, key: str, text: str) -> Edit:
    """A new field behind the nearest one that stands before it in the format, or before all."""
    front = document.frontmatter
    rank = _rank(key, document)
    above = [each for each in front.keys if _rank(each, document) <= rank]
    if above:
        nearest = max(above, key=lambda each: (_rank(each, document), front.keys[each].line))
        return insert_lines(last_line_of_field(document, nearest) + 1, f"{_indent(document, nearest)}{text}\n")
    below = next(iter(front.keys), None)
    return insert_lines(front.keys[below].line if below else 2, f"{_indent(document, below) if below else ''}{text}\n")


def _rank(key: str, document: Document) -> int:
    keys = [field.key for field in document.format.fields]
    return keys.index(key) if key in keys else len(keys)


def _indent(document: Document, key: str) -> str:
    place = document.frontmatter.keys[key]
    return document.lines[place.line - 1][: place.column - 1]
