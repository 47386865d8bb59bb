"""Make the card at the top of an incident's page: what one can read in five seconds."""

from typing import NamedTuple

from markupsafe import Markup

from incident_docs.document.model import Document
from incident_docs.document.times import Moment, write_duration
from incident_docs.site.pages import dates
from incident_docs.site.pages.author_markdown import Prose
from incident_docs.site.pages.dates import Stamp
from incident_docs.site.pages.incident.card_facts import Fact, SourceLink, list_facts, list_sources
from incident_docs.site.pages.marks import SeverityMark, StatusMark, severity_mark, status_mark
from incident_docs.site.pages.page import Incident, Settings

_MEASURES = (
    ("detected", "Time to detect"),
    ("mitigated", "Time to mitigate"),
    ("resolved", "Time to resolve"),
)


class CardTime(NamedTuple):
    """When the incident started, or how long something took."""

    label: str
    text: str
    instant: str = ""
    """For programs, if the text is a time."""
    is_known: bool = True
    """Otherwise the text says why it is not."""
    under: str = ""
    """The words beneath it, before the moment."""
    moment: Stamp | None = None


class Card(NamedTuple):
    """What `card.html` shows."""

    severity: SeverityMark | None
    status: StatusMark | None
    impact: Markup
    times: list[CardTime]
    facts: list[Fact]
    sources: list[SourceLink]
    """Of an incident that was reconstructed from what others published."""


def show_card(incident: Incident, settings: Settings, prose: Prose) -> Card:
    """Make the card."""
    document = incident.document
    return Card(
        severity_mark(document.severity, document.format) if document.severity else None,
        status_mark(document.status) if document.status else None,
        prose.inline(document.impact),
        [_started(document), *(_measure(document, key, label) for key, label in _MEASURES)],
        list(list_facts(incident, settings)),
        list_sources(document),
    )


def _started(document: Document) -> CardTime:
    started = document.times.get("started")
    if started is None:
        return CardTime("Started", "not recorded", is_known=False)
    at = started.at.astimezone(document.zone)
    clock = dates.stamp(dates.rough(f"{at:%H:%M %Z}", started.approximate), at)
    return CardTime("Started", clock.text, clock.instant, under=f"{at:%a} {dates.short_day(at.date())}")


def _measure(document: Document, key: str, label: str) -> CardTime:
    """Say how long it took, and under it the moment at which it was reached."""
    start, end = document.times.get("started"), document.times.get(key)
    if end is None:
        absent = CardTime(label, _why_absent(document, key), is_known=False)
        return _with_last_entry(absent, document) if key == "resolved" else absent
    length = dates.length(end, start) if start else ""
    under = f"{key.capitalize()} {'about ' if end.approximate else ''}"
    return CardTime(
        label, length or "not recorded", is_known=bool(length), under=under, moment=_moment(document, start, end)
    )


def _why_absent(document: Document, key: str) -> str:
    written = document.text(key)
    if document.is_unpublished(written):
        return written
    if document.status is None or document.is_resolved or key == "detected":
        return "not recorded"
    return "not yet" if key == "mitigated" else document.format.labels.ongoing


def _with_last_entry(absent: CardTime, document: Document) -> CardTime:
    """Add how far an incident had come that is not over."""
    started = document.times.get("started")
    last = next((entry.at for entry in reversed(document.timeline) if entry.at is not None), None)
    if document.status is None or document.is_resolved or started is None or last is None or last < started.at:
        return absent
    under = f"{write_duration(last - started.at)} at the last entry, "
    return absent._replace(under=under, moment=_moment(document, started, Moment(last)))


def _moment(document: Document, start: Moment | None, moment: Moment) -> Stamp:
    """Write the clock time, with the day if it is not the first one."""
    at = moment.at.astimezone(document.zone)
    first = start.at.astimezone(document.zone) if start else None
    clock = f"{at:%H:%M}"
    if first is None or first.year != at.year:
        clock = f"{dates.short_day(at.date())}, {clock}"
    elif first.date() != at.date():
        clock = f"{at.day} {at:%b}, {clock}"
    return dates.stamp(clock, at)
