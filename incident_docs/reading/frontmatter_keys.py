"""Compare the keys of a frontmatter with those of the format."""

from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.format.fields import CUSTOM_KEY_PREFIX, Field
from incident_docs.format.wording import nearest_word


def is_empty_value(value: Value) -> bool:
    """Tell whether nothing is written, or only quotes, brackets or space."""
    return value.is_empty or (isinstance(value.data, str) and not value.data.strip())


def is_demanded_field(field: Field, document: Document) -> bool:
    """Tell whether the document's status demands the field."""
    return field.required_from is not None and field.required_from <= document.stage


def misspelt_keys(document: Document) -> dict[str, str]:
    """Find keys that the format does not know, and for each the missing key that is probably meant."""
    front, fields = document.frontmatter, document.format.field
    absent = [key for key in fields if key not in front.keys]
    found: dict[str, str] = {}
    for key in unknown_keys(document):
        meant = nearest_word(key, absent)
        if meant is not None:
            absent.remove(meant)
            found[key] = meant
    return found


def unknown_keys(document: Document) -> list[str]:
    """Find the keys that are neither the format's nor marked as added by an author."""
    return [
        key
        for key in document.frontmatter.keys
        if key not in document.format.field and not key.startswith(CUSTOM_KEY_PREFIX)
    ]
