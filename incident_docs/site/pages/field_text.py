"""Say in words what a field of the frontmatter is called and what stands in it."""

from incident_docs.document.frontmatter_model import Value


def field_label(key: str) -> str:
    """Give the name of a field, such as `Customer tier`."""
    words = key.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def field_text(value: Value) -> str:
    """Write a value as it can be read."""
    if isinstance(value.data, list):
        return ", ".join(field_text(item) for item in value.data)
    if isinstance(value.data, dict):
        return ", ".join(f"{key}: {field_text(item)}" for key, item in value.data.items())
    if isinstance(value.data, bool):
        return "yes" if value.data else "no"
    return "" if value.data is None else str(value.data)
