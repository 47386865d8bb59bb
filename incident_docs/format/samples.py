"""A field to a line that shows how it is written."""

from incident_docs.format.definition import Format
from incident_docs.format.fields import Field, Kind

TITLE = "Checkout returned errors"
STARTED = "2026-03-04T14:02:00Z"


def sample(field: Field, format: Format) -> str:
    """A line of frontmatter: `services: [checkout]`."""
    return f"{field.key}: {_value(field, format)}"


def _value(field: Field, format: Format) -> str:
    return {
        Kind.TEXT: TITLE if field.key == "title" else "Ana",
        Kind.TEXTS: "[Ana]" if field.key == "authors" else "[checkout]",
        Kind.TIME: STARTED,
        Kind.SEVERITY: format.severities[0].id,
        Kind.STATUS: format.statuses[0].id,
        Kind.STRATEGIES: f"[{', '.join(strategy.id for strategy in format.strategies[:1])}]",
        Kind.ZONE: "Europe/Berlin",
        Kind.IDS: "[2026-03-04-checkout-errors]",
        Kind.SOURCES: "[https://status.example.net/checkout]",
        Kind.POSTMORTEM: "{status: draft}",
        Kind.CHOICE: " ".join(field.choices[:1]),
        Kind.NUMBER: "3",
        Kind.BOOLEAN: "true",
        Kind.DATE: "2026-03-04",
    }[field.kind]
