"""Show how fields and times are written: an example of each."""

from typing import NamedTuple

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


class TimeForm(NamedTuple):
    """One way to write a time."""

    example: str
    meaning: str


CLOCK_FORMS = (
    TimeForm(
        "14:02", "A time of the 24-hour clock, on the day of the row before; the first row's is the day of the start."
    ),
    TimeForm("00:04", "After 23:58: midnight has passed. So reads every step back of half a day or more."),
    TimeForm("~14:05", "About then."),
    TimeForm("14:05-14:20", "From the one to the other."),
    TimeForm("2026-03-05 00:10", "A row of another day, before the start or after the end, writes its day out."),
    TimeForm("2026-03-05", "A day of which nobody knows the time."),
)
"""In the body, in the zone of the document."""

MOMENT_FORMS = (
    TimeForm("2026-03-04T14:02:00Z", "An instant, in UTC."),
    TimeForm("2026-03-04T15:02:00+01:00", "The same one, as a clock an hour ahead of UTC shows it."),
    TimeForm("~2026-03-04T14:00:00Z", "About then."),
)
"""In the frontmatter."""
