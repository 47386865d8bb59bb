"""Write the cells of the rows with which a timeline begins."""

from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from typing import NamedTuple

from incident_docs.document.times import Clock, Moment, put_on_days, read_clock
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
        time = f"{at:%H:%M}"
        if not _reads_as(at, [*clocks, read_clock(time)], started, zone):
            time = f"{at:%Y-%m-%d %H:%M}"
        clocks.append(read_clock(time))
        cells.append((f"~{time}" if row.at.approximate else time, cell_text(row.event)))
    return tuple(cells)


def _reads_as(at: datetime, clocks: list[Clock | None], started: datetime, zone: tzinfo) -> bool:
    last = put_on_days(clocks, started, zone)[-1]
    is_early = at < started.astimezone(zone).replace(second=0, microsecond=0)
    return not is_early and last is not None and last.at.astimezone(UTC) == at.astimezone(UTC)
