"""Work out the course of an incident on a line of minutes: its phases, its moments, the rows of its timeline.

What is not known is not guessed: without a time of detection nothing is undetected, without one of mitigation nothing
is recovering.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import tzinfo
from typing import NamedTuple

from incident_docs.document.model import Document, TimelineEntry
from incident_docs.document.times import Moment
from incident_docs.format.fields import TIMES
from incident_docs.site.pages import dates
from incident_docs.site.pages.incident.timeline_scale import (
    DAY,
    length_in_words,
    minute_number,
    moment_in_words,
    on_clock,
)

_LEFT_OUT = {"before": "before the start", "after": "after the end", "timeless": "without a time"}
_SILENCE = 0.12
"""The share of the incident from which on a silence is long."""


class CourseRow(NamedTuple):
    """A row of the timeline, on the line of minutes."""

    number: int
    """1-based, as the table has it."""
    at: int
    until: int
    """Where it ends; where it begins, unless it is a span."""
    is_rough: bool


class Phase(NamedTuple):
    """A stretch of the incident."""

    texture: str
    """As the rail of the table has it: `undetected`, `responding` or `recovering`."""
    title: str
    start: int
    end: int
    length: str
    """In words; why it has none, if its end is not known."""


class MomentLabel(NamedTuple):
    """A moment with its name and its time."""

    at: int
    text: str


class Course(NamedTuple):
    """An incident from its start to its end, or to where it is known to have come. All times are minutes since 1970."""

    start: int
    end: int
    is_over: bool
    """The end is that of the incident."""
    zone: tzinfo
    phases: tuple[Phase, ...]
    labels: tuple[MomentLabel, ...]
    """From earliest to latest."""
    rows: tuple[CourseRow, ...]
    """From earliest to latest, those near the incident too."""
    notes: tuple[str, ...]
    """What cannot be seen."""


def find_course(document: Document) -> Course | None:
    """Work out the course; None where nothing lasts, as there is no start, or nothing is known after it."""
    started = document.times.get("started")
    if started is None:
        return None
    moments = _consistent(document, started)
    last = _last_entry(document, started)
    end = moments.get("resolved") or max((*moments.values(), *([last] if last else ())), key=lambda moment: moment.at)
    first, final = minute_number(started.at), minute_number(end.at)
    if final <= first:
        return None
    rows, left_out = _rows_near(document, first, final)
    unknown = () if "detected" in moments else (f"Detection {_why(document, 'detected')}",)
    return Course(
        first,
        final,
        "resolved" in moments,
        document.zone,
        tuple(_phases(document, moments, end)),
        tuple(_labels(document, moments, end, last)),
        rows,
        (*unknown, *left_out),
    )


def _consistent(document: Document, started: Moment) -> dict[str, Moment]:
    """Give the moments, but for those that contradict a later one or the start."""
    found = {TIMES[0]: started}
    latest = None
    for key in reversed(TIMES[1:]):
        moment = document.times.get(key)
        if moment is not None and started.at <= moment.at and (latest is None or moment.at <= latest):
            found[key], latest = moment, moment.at
    return {key: found[key] for key in TIMES if key in found}


def _last_entry(document: Document, started: Moment) -> Moment | None:
    timed = [
        Moment(entry.at, entry.clock.approximate)
        for entry in document.timeline
        if entry.at is not None and entry.clock is not None and not entry.is_day_only and entry.at >= started.at
    ]
    return max(timed, key=lambda moment: moment.at, default=None)


def _is_ongoing(document: Document, moments: Mapping[str, Moment]) -> bool:
    return "resolved" not in moments and document.status is not None and not document.is_resolved


def _why(document: Document, key: str) -> str:
    """Say why a time is missing."""
    written = document.text(key)
    return written.lower() if document.is_unpublished(written) else "not recorded"


def _phases(document: Document, moments: Mapping[str, Moment], end: Moment) -> Iterator[Phase]:
    started, detected, mitigated = moments["started"], moments.get("detected"), moments.get("mitigated")
    stretches = (
        ("undetected", "Undetected", started, detected or started),
        ("responding", _response(document, moments), detected or started, mitigated or end),
        ("recovering", "Recovering", mitigated or end, end),
    )
    is_known = "resolved" in moments or _is_ongoing(document, moments)
    for texture, title, first, last in stretches:
        start, until = minute_number(first.at), minute_number(last.at)
        if start < until:
            lasts = dates.length(last, first) if is_known or last is not end else f"end {_why(document, 'resolved')}"
            yield Phase(texture, title, start, until, lasts)


def _response(document: Document, moments: Mapping[str, Moment]) -> str:
    """Name the time in which the team responds after what is known of it: all of it, or only when it was over."""
    is_ongoing = _is_ongoing(document, moments)
    if "detected" in moments and ("mitigated" in moments or is_ongoing):
        return "Responding"
    if "mitigated" in moments:
        return "Until mitigated"
    return "Until the last entry" if is_ongoing else "Until resolved"


def _labels(
    document: Document, moments: Mapping[str, Moment], end: Moment, last: Moment | None
) -> Iterator[MomentLabel]:
    lasts = minute_number(end.at) - minute_number(moments["started"].at)
    at_once: dict[int, list[str]] = {}
    for key, moment in moments.items():
        at_once.setdefault(minute_number(moment.at), []).append(key)
    for at, keys in at_once.items():
        is_rough = any(moments[key].approximate for key in keys)
        time = moment_in_words(on_clock(at, document.zone), lasts, is_rough=is_rough)
        yield MomentLabel(at, f"{', '.join(keys).capitalize()} {time}")
    if "resolved" not in moments:
        why = "not resolved yet" if _is_ongoing(document, moments) else f"end {_why(document, 'resolved')}"
        at = minute_number(end.at)
        if last is not None and minute_number(last.at) == at:
            why = f"last entry {moment_in_words(on_clock(at, document.zone), lasts, is_rough=last.approximate)}, {why}"
        yield MomentLabel(at, why[0].upper() + why[1:])


def _rows_near(document: Document, start: int, end: int) -> tuple[tuple[CourseRow, ...], tuple[str, ...]]:
    """Give the rows in the incident or near it, and a note on each kind of the others."""
    rows: list[CourseRow] = []
    left_out: Counter[str] = Counter()
    for number, entry in enumerate(document.timeline, 1):
        why = _why_left_out(entry, start, end)
        if why or entry.at is None or entry.clock is None:
            left_out[why] += 1
        else:
            at = minute_number(entry.at)
            until = at if entry.until is None else minute_number(entry.until)
            rows.append(CourseRow(number, at, until, entry.clock.approximate))
    notes = (
        f"{left_out[why]} {'row' if left_out[why] == 1 else 'rows'} {words}, not drawn"
        for why, words in _LEFT_OUT.items()
        if left_out[why]
    )
    return tuple(sorted(rows, key=lambda row: row.at)), tuple(notes)


def _why_left_out(entry: TimelineEntry, start: int, end: int) -> str:
    """Say why a row is not drawn; empty if it is, as are those within half the incident's length of it."""
    if entry.at is None:
        return "timeless"
    first = minute_number(entry.at)
    last = first + DAY - 1 if entry.is_day_only else first
    near = 0 if entry.is_day_only else (end - start) // 2
    if last < start - near:
        return "before"
    if first > end + near:
        return "after"
    return "timeless" if entry.is_day_only else ""


def find_silences(course: Course) -> Iterator[tuple[int, str]]:
    """Find the rows before which the timeline is silent for long: their numbers, each with a word on how long."""
    during = [row for row in course.rows if course.start <= row.at <= course.end]
    # Before the first row there is no other.
    busy_until = during[0].at if during else course.start
    for row in during:
        if row.at - busy_until > (course.end - course.start) * _SILENCE:
            yield row.number, f"{length_in_words(row.at - busy_until)} without an entry"
        busy_until = max(busy_until, row.until)
