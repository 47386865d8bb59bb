"""Show how each field of the frontmatter is written."""

from incident_docs.format.definition import Format
from incident_docs.format.fields import Field, FieldKind

TITLE = "Checkout returned errors"
STARTED = "2026-03-04T14:02:00Z"


def sample_field(field: Field, format: Format) -> str:
    """Write a line of frontmatter: `services: [checkout]`."""
    return f"{field.key}: {_value(field, format)}"


def _value(field: Field, format: Format) -> str:
    return {
        FieldKind.TEXT: TITLE if field.key == "title" else "Ana",
        FieldKind.TEXTS: "[Ana]" if field.key == "authors" else "[checkout]",
        FieldKind.TIME: STARTED,
        FieldKind.SEVERITY: format.severities[0].id,
        FieldKind.STATUS: format.statuses[0].id,
        FieldKind.STRATEGIES: f"[{', '.join(strategy.id for strategy in format.strategies[:1])}]",
        FieldKind.ZONE: "Europe/Berlin",
        FieldKind.IDS: "[2026-03-04-checkout-errors]",
        FieldKind.SOURCES: "[https://status.example.net/checkout]",
        FieldKind.POSTMORTEM: "{status: draft}",
        FieldKind.CHOICE: " ".join(field.choices[:1]),
        FieldKind.NUMBER: "3",
        FieldKind.BOOLEAN: "true",
        FieldKind.DATE: "2026-03-04",
    }[field.kind]
