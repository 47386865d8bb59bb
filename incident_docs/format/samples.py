"""A field to a line that shows how it is written."""

from incident_docs.format.definition import Format
from incident_docs.format.fields import Field, Kind


def sample(field: Field, format: Format) -> str:
    """A line of frontmatter: `services: [checkout]`."""
    return f"{field.key}: {_value(field, format)}"


def _value(field: Field, format: Format) -> str:
    return {
        Kind.TEXT: "Checkout returned errors" if field.key == "title" else "Ana",
        Kind.TEXTS: "[checkout]",
        Kind.TIME: "2026-03-04T14:02:00Z",
        Kind.SEVERITY: format.severities[0].id,
        Kind.STATUS: format.statuses[0].id,
        Kind.STRATEGIES: f"[{format.strategies[0].id}]",
        Kind.ZONE: "Europe/Berlin",
        Kind.IDS: "[2026-03-04-checkout-errors]",
        Kind.SOURCES: "[https://status.example.net/checkout]",
        Kind.POSTMORTEM: "{status: draft}",
        Kind.CHOICE: " ".join(field.choices[:1]),
        Kind.NUMBER: "3",
        Kind.BOOLEAN: "true",
        Kind.DATE: "2026-03-04",
    }[field.kind]
