"""A document to the course of its incident on one line of minutes: its phases, its moments, its rows.

What is not known is not guessed: without a time of detection nothing is undetected, without one of mitigation nothing
is recovering.
"""

from collections.abc import Iterator, Mapping
from datetime import tzinfo
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.document.times import Moment
from incident_docs.format.fields import TIMES
from incident_docs.site.pages import dates
from incident_docs.site.pages.incident.timeline_minutes import local, minutes, spoken
from incident_docs.site.pages.incident.timeline_points import Row, rows_near


class Phase(NamedTuple):
    """A stretch of the incident."""

    texture: str
    """As the rail of the table has it: `undetected`, `responding` or `recovering`."""
    title: str
    start: int
    end: int
    length: str
    """In words; why it has none, if its end is not known."""


class Label(NamedTuple):
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
    labels: tuple[Label, ...]
    """From earliest to latest."""
    rows: tuple[Row, ...]
    """From earliest to latest, those near the incident too."""
    notes: tuple[str, ...]
    """What cannot be seen."""


def course(document: Document) -> Course | None:
    """None where nothing lasts: there is no start, or nothing is known after it."""
    started = document.times.get("started")
    if started is None:
        return None
    moments = _consistent(document, started)
    last = _last_entry(document, started)
    end = moments.get("resolved") or max((*moments.values(), *([last] if last else ())), key=lambda moment: moment.at)
    first, final = minutes(started.at), minutes(end.at)
    if final <= first:
        return None
    rows, left_out = rows_near(document, first, final)
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
    """The moments but those that contradict a later one or the start."""
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
    """Why a time is missing."""
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
        start, until = minutes(first.at), minutes(last.at)
        if start < until:
            lasts = dates.length(last, first) if is_known or last is not end else f"end {_why(document, 'resolved')}"
            yield Phase(texture, title, start, until, lasts)


def _response(document: Document, moments: Mapping[str, Moment]) -> str:
    """What is known of the time in which the team responds: all of it, or only when it was over."""
    is_ongoing = _is_ongoing(document, moments)
    if "detected" in moments and ("mitigated" in moments or is_ongoing):
        return "Responding"
    if "mitigated" in moments:
        return "Until mitigated"
    return "Until the last entry" if is_ongoing else "Until resolved"


def _labels(document: Document, moments: Mapping[str, Moment], end: Moment, last: Moment | None) -> Iterator[Label]:
    lasts = minutes(end.at) - minutes(moments["started"].at)
    at_once: dict[int, list[str]] = {}
    for key, moment in moments.items():
        at_once.setdefault(minutes(moment.at), []).append(key)
    for at, keys in at_once.items():
        is_rough = any(moments[key].approximate for key in keys)
        said = spoken(local(at, document.zone), lasts, is_rough=is_rough)
        yield Label(at, f"{', '.join(keys).capitalize()} {said}")
    if "resolved" not in moments:
        why = "not resolved yet" if _is_ongoing(document, moments) else f"end {_why(document, 'resolved')}"
        at = minutes(end.at)
        if last is not None and minutes(last.at) == at:
            why = f"last entry {spoken(local(at, document.zone), lasts, is_rough=last.approximate)}, {why}"
        yield Label(at, why[0].upper() + why[1:])
