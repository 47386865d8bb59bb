"""Values that need no table to be judged by: texts, numbers, true and false."""

from collections.abc import Iterator

from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.format.fields import Field
from incident_docs.format.samples import sample_field
from incident_docs.reading.field_checks.as_written import FieldFault, check_is_list, check_is_text, value_as_written


def check_text(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """One text; the title is one line."""
    fault = check_is_text(field.key, value, document)
    if fault:
        yield fault
    elif field.key == "title" and "\n" in str(value.data).strip():
        yield FieldFault(value, "title runs over several lines; write it on one")


def check_texts(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """A list of texts."""
    yield from check_is_list(field, value, document, str, is_listed=False)
    for item in value.data if isinstance(value.data, list) else ():
        fault = check_is_text(f"an item of {field.key}", item, document)
        if fault:
            yield fault


def check_number(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """A number."""
    if isinstance(value.data, bool) or not isinstance(value.data, (int, float)):
        message = f"{field.key} is {value_as_written(value, document)}; write a number, as in {sample_field(field, document.format)}"
        yield FieldFault(value, message)


def check_boolean(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """True or false."""
    if not isinstance(value.data, bool):
        yield FieldFault(value, f"{field.key} is {value_as_written(value, document)}; write true or false")
