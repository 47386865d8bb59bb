"""Show how times are written: one example of each form, and what it means."""

from typing import NamedTuple


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
