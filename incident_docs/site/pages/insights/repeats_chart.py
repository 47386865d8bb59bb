"""Chart the services that had several incidents, and how far these lie apart."""

from collections.abc import Sequence
from datetime import datetime

from incident_docs.insight.service_history import RepeatedService, services_with_repeats
from incident_docs.site.pages import dates
from incident_docs.site.pages.insights.axes import month_words
from incident_docs.site.pages.insights.charts import Chart, ChartRow, Link, Strip
from incident_docs.site.pages.insights.stretch import Stretch, counted_noun, not_drawn
from incident_docs.site.pages.insights.strips import Placed, mark_size, strip

_TITLE = "Services with repeats"
_MOST = 12
_MOST_MARKS = 60
"""A line has no room for more of them, and has ticks instead."""
_ROOM = 4
"""A line is that much lower than a strip of times, so fewer large marks find a place."""
_HEIGHT = 32


def repeats_chart(stretch: Stretch) -> Chart:
    """Draw a line of marks for each service, all on one time axis."""
    found = services_with_repeats(stretch.incidents)
    if not found:
        return Chart(_TITLE, "No service had three incidents or more.")
    drawn, first = found[:_MOST], found[0]
    pixels = mark_size(_ROOM * min(len(first.documents), _MOST_MARKS))
    return Chart(
        _TITLE,
        f"{counted_noun(len(found), 'service')} had three incidents or more. {first.service} had the most,"
        f" {len(first.documents)}; its last two came {_apart(first.last)}.",
        [_row(each, pixels, stretch) for each in drawn],
        month_words(stretch.calendar),
        ("Service", "Incidents", "Closest two", "Last two", "Last"),
        [_line(each, stretch) for each in found],
        _note(found, drawn),
    )


def _note(found: Sequence[RepeatedService], drawn: Sequence[RepeatedService]) -> str:
    is_crowded = len(drawn[0].documents) > _MOST_MARKS
    ticks = f"A service with more than {_MOST_MARKS} incidents has a tick for each." if is_crowded else ""
    return " ".join(filter(None, (ticks, not_drawn(len(found), len(drawn)))))


def _row(repeated: RepeatedService, pixels: int, stretch: Stretch) -> ChartRow:
    number = len(repeated.documents)
    drawing = _ticks(repeated, stretch) if number > _MOST_MARKS else _marks(repeated, pixels, stretch)
    address, unit = stretch.service_address(repeated.service), f"closest {_apart(repeated.closest)}"
    return ChartRow(repeated.service, drawing, address, number=str(number), unit=unit)


def _marks(repeated: RepeatedService, pixels: int, stretch: Stretch) -> Strip:
    incidents = [
        Placed(stretch.calendar.share(at), document, dates.short_day(at.date()))
        for document, at in zip(repeated.documents, _starts(repeated), strict=True)
    ]
    found = strip(incidents, pixels, stretch.addresses)
    height, narrow = (max(each + 4, _HEIGHT) for each in (found.height, found.narrow_height))
    return found._replace(height=height, narrow_height=narrow, has_base=True)


def _ticks(repeated: RepeatedService, stretch: Stretch) -> Strip:
    """Draw a tick for each incident, all in one shape that is stretched to the width of the line."""
    ticks = "".join(f"M{1000 * stretch.calendar.share(at):.0f} 0v1" for at in _starts(repeated))
    return Strip(_HEIGHT, _HEIGHT, has_base=True, ticks=ticks)


def _starts(repeated: RepeatedService) -> list[datetime]:
    return [document.times["started"].at.astimezone(document.zone) for document in repeated.documents]


def _line(repeated: RepeatedService, stretch: Stretch) -> tuple[str | Link, ...]:
    return (
        Link(repeated.service, stretch.service_address(repeated.service)),
        str(len(repeated.documents)),
        _apart(repeated.closest),
        _apart(repeated.last),
        Link(_starts(repeated)[-1].date().isoformat(), stretch.addresses[repeated.documents[-1]]),
    )


def _apart(days: int) -> str:
    if not days:
        return "within a day"
    return "1 day apart" if days == 1 else f"{days} days apart"
