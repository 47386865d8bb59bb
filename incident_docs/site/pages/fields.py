"""A field of the frontmatter to what readers see of it: its name, and what an organisation wrote there."""

from incident_docs.document.frontmatter_model import Value


def label(key: str) -> str:
    """`Customer tier`."""
    words = key.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def written(value: Value) -> str:
    """A value as it can be read."""
    if isinstance(value.data, list):
        return ", ".join(written(item) for item in value.data)
    if isinstance(value.data, dict):
        return ", ".join(f"{key}: {written(item)}" for key, item in value.data.items())
    if isinstance(value.data, bool):
        return "yes" if value.data else "no"
    return "" if value.data is None else str(value.data)
