"""Write the cells of the rows with which a timeline begins."""

from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from typing import NamedTuple

from incident_docs.document.times import Clock, Moment, is_twice, put_on_days, read_clock, zone_text
from incident_docs.edits.cell_text import cell_text


class Row(NamedTuple):
    """A row of the timeline that is to be written."""

    at: Moment
    event: str


def first_rows(rows: Iterable[Row], started: datetime, zone: tzinfo) -> tuple[tuple[str, str], ...]:
    """Write the time and the event of each row, the earliest first; the day too where the clock alone would be another time."""
    clocks: list[Clock | None] = []
    cells = []
    for row in sorted(rows, key=lambda row: row.at.at.astimezone(UTC)):
        at = row.at.at.astimezone(zone).replace(second=0, microsecond=0)
        time = _time(at, clocks, started, zone)
        clocks.append(read_clock(time))
        cells.append((f"~{time}" if row.at.approximate else time, cell_text(row.event)))
    return tuple(cells)


def _time(at: datetime, clocks: list[Clock | None], started: datetime, zone: tzinfo) -> str:
    """The shortest form in which the time is read as this one: the zone tells two times of the hour that comes twice."""
    day, clock = f"{at:%Y-%m-%d} ", f"{at:%H:%M}"
    named = f"{clock}{zone_text(at)}" if is_twice(at) else clock
    forms = (clock, named, f"{day}{clock}")
    return next((form for form in forms if _reads_as(at, [*clocks, read_clock(form)], started, zone)), f"{day}{named}")


def _reads_as(at: datetime, clocks: list[Clock | None], started: datetime, zone: tzinfo) -> bool:
    last = put_on_days(clocks, started, zone)[-1]
    is_early = at.astimezone(UTC) < started.astimezone(UTC).replace(second=0, microsecond=0)
    says_day = clocks[-1] is not None and clocks[-1].day is not None
    return (says_day or not is_early) and last is not None and last.at.astimezone(UTC) == at.astimezone(UTC)
