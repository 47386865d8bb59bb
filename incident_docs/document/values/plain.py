"""Values that need no table to be judged by: texts, numbers, true and false."""

from collections.abc import Iterator

from incident_docs.document.frontmatter import Value
from incident_docs.document.model import Document
from incident_docs.document.values.written import not_a_list, not_a_text, said
from incident_docs.format.fields import Field
from incident_docs.format.samples import sample


def text(field: Field, value: Value, document: Document) -> Iterator[tuple[Value, str]]:
    """One text; the title is one line."""
    message = not_a_text(field.key, value, document)
    if message:
        yield value, message
    elif field.key == "title" and "\n" in str(value.data).strip():
        yield value, "title runs over several lines; write it on one"


def texts(field: Field, value: Value, document: Document) -> Iterator[tuple[Value, str]]:
    """A list of texts."""
    message = not_a_list(field, value, document)
    if message:
        yield value, message
    for item in value.data if isinstance(value.data, list) else ():
        message = not_a_text(f"an item of {field.key}", item, document)
        if message:
            yield item, message


def number(field: Field, value: Value, document: Document) -> Iterator[tuple[Value, str]]:
    """A number."""
    if isinstance(value.data, bool) or not isinstance(value.data, (int, float)):
        yield value, f"{field.key} is {said(value, document)}; write a number, as in {sample(field, document.format)}"


def boolean(field: Field, value: Value, document: Document) -> Iterator[tuple[Value, str]]:
    """True or false."""
    if not isinstance(value.data, bool):
        yield value, f"{field.key} is {said(value, document)}; write true or false"
