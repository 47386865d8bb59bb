"""Values that need no table to be judged by: texts, numbers, true and false."""

from collections.abc import Iterator

from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.format.fields import Field
from incident_docs.format.samples import sample
from incident_docs.reading.field_checks.as_written import Fault, not_a_list, not_a_text, said


def text(field: Field, value: Value, document: Document) -> Iterator[Fault]:
    """One text; the title is one line."""
    fault = not_a_text(field.key, value, document)
    if fault:
        yield fault
    elif field.key == "title" and "\n" in str(value.data).strip():
        yield Fault(value, "title runs over several lines; write it on one")


def texts(field: Field, value: Value, document: Document) -> Iterator[Fault]:
    """A list of texts."""
    yield from not_a_list(field, value, document, str, is_listed=False)
    for item in value.data if isinstance(value.data, list) else ():
        fault = not_a_text(f"an item of {field.key}", item, document)
        if fault:
            yield fault


def number(field: Field, value: Value, document: Document) -> Iterator[Fault]:
    """A number."""
    if isinstance(value.data, bool) or not isinstance(value.data, (int, float)):
        message = f"{field.key} is {said(value, document)}; write a number, as in {sample(field, document.format)}"
        yield Fault(value, message)


def boolean(field: Field, value: Value, document: Document) -> Iterator[Fault]:
    """True or false."""
    if not isinstance(value.data, bool):
        yield Fault(value, f"{field.key} is {said(value, document)}; write true or false")
