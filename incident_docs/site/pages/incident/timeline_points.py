"""A timeline to its rows on the line of minutes, what is to be said of the others, and where it is silent."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incident_docs.document.model import Document, TimelineEntry
from incident_docs.site.pages.incident.timeline_minutes import DAY, length, minutes

_LEFT_OUT = {"before": "before the start", "after": "after the end", "timeless": "without a time"}
_SILENCE = 0.12
"""The share of the incident that is long."""


class Row(NamedTuple):
    """A row of the timeline."""

    number: int
    """1-based, as the table has it."""
    at: int
    until: int
    """Where it ends; where it begins, unless it is a span."""
    is_rough: bool


def rows_near(document: Document, start: int, end: int) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The rows in the incident or near it, and what is to be said of the others."""
    rows: list[Row] = []
    left_out: Counter[str] = Counter()
    for number, entry in enumerate(document.timeline, 1):
        why = _why_left_out(entry, start, end)
        if why or entry.at is None or entry.clock is None:
            left_out[why] += 1
        else:
            at = minutes(entry.at)
            until = at if entry.until is None else minutes(entry.until)
            rows.append(Row(number, at, until, entry.clock.approximate))
    notes = (
        f"{left_out[why]} {'row' if left_out[why] == 1 else 'rows'} {words}, not drawn"
        for why, words in _LEFT_OUT.items()
        if left_out[why]
    )
    return tuple(sorted(rows, key=lambda row: row.at)), tuple(notes)


def _why_left_out(entry: TimelineEntry, start: int, end: int) -> str:
    """Why a row is not drawn; empty if it is, as those within half the incident's length of it are."""
    if entry.at is None:
        return "timeless"
    first = minutes(entry.at)
    last = first + DAY - 1 if entry.is_day_only else first
    near = 0 if entry.is_day_only else (end - start) // 2
    if last < start - near:
        return "before"
    if first > end + near:
        return "after"
    return "timeless" if entry.is_day_only else ""


def gaps(rows: Sequence[Row], start: int, end: int) -> Iterator[tuple[int, str]]:
    """The numbers of the rows before which the timeline is silent for long, each with a word on how long."""
    during = [row for row in rows if start <= row.at <= end]
    # Before the first row there is no other.
    busy_until = during[0].at if during else start
    for row in during:
        if row.at - busy_until > (end - start) * _SILENCE:
            yield row.number, f"{length(row.at - busy_until)} without an entry"
        busy_until = max(busy_until, row.until)
