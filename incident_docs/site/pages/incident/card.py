"""An incident to the card at the top of its page: what one can read in five seconds."""

from datetime import date

from incident_docs.document.model import Document
from incident_docs.document.times import Moment, write_duration
from incident_docs.insight.actions import progress
from incident_docs.site.pages import dates, marks
from incident_docs.site.pages.html import block, element, escape
from incident_docs.site.pages.incident import facts
from incident_docs.site.pages.incident.action_table import ANCHOR, counts
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.site.pages.prose import Prose

_MEASURES = (
    ("detected", "Time to detect"),
    ("mitigated", "Time to mitigate"),
    ("resolved", "Time to resolve"),
)


def card(incident: Incident, settings: Settings, today: date, prose: Prose) -> str:
    """The card as a block of Markdown."""
    document = incident.document
    impact = element("p", prose.inline(document.impact), class_="idoc-impact") if document.impact else ""
    cells = [_started(document), *(_measure(document, key, label) for key, label in _MEASURES)]
    summary = _state(document, today) + impact
    strips = (
        element("div", summary, class_="idoc-summary") if summary else "",
        element("dl", "".join(cells), class_="idoc-times"),
        facts.facts(incident, settings),
    )
    return block("".join(strips), "idoc-card")


def _state(document: Document, today: date) -> str:
    known = progress(document, today)
    severity = marks.severity(document.severity, document.format) if document.severity else ""
    status = marks.status(document.status) if document.status else ""
    words = "action done" if known.total == 1 else "actions done"
    actions = element("a", counts(known, words), href=f"#{ANCHOR}", class_="idoc-done") if known.total else ""
    marked = severity + status + actions
    return element("div", marked, class_="idoc-marks") if marked else ""


def _started(document: Document) -> str:
    started = document.times.get("started")
    if started is None:
        return _cell("Started", _absent("not recorded"), "")
    at = started.at.astimezone(document.zone)
    clock = dates.rough(f"{at:%H:%M %Z}", started.approximate)
    return _cell("Started", dates.stamped(escape(clock), at), f"{at:%a} {dates.short_day(at.date())}")


def _measure(document: Document, key: str, label: str) -> str:
    """How long it took, and under it the moment at which it was reached."""
    start, end = document.times.get("started"), document.times.get(key)
    if end is None:
        return _cell(label, _absent(_why_absent(document, key)), _last_entry(document) if key == "resolved" else "")
    length = dates.length(end, start) if start else ""
    return _cell(label, length or _absent("not recorded"), f"{key.capitalize()} {_moment(document, start, end)}")


def _why_absent(document: Document, key: str) -> str:
    written = document.text(key)
    if document.is_unpublished(written):
        return written
    if document.status is None or document.is_resolved or key == "detected":
        return "not recorded"
    return "not yet" if key == "mitigated" else document.format.labels.ongoing


def _last_entry(document: Document) -> str:
    """How far an incident had come that is not over."""
    started, rows = document.times.get("started"), [entry for entry in document.timeline if entry.at is not None]
    if (
        document.status is None
        or document.is_resolved
        or started is None
        or not rows
        or rows[-1].at is None
        or rows[-1].at < started.at
    ):
        return ""
    last = Moment(rows[-1].at)
    return f"{write_duration(last.at - started.at)} at the last entry, {_moment(document, started, last)}"


def _moment(document: Document, start: Moment | None, moment: Moment) -> str:
    """The clock time, with the day if it is not the first one."""
    at = moment.at.astimezone(document.zone)
    first = start.at.astimezone(document.zone) if start else None
    clock = f"{at:%H:%M}"
    if first is None or first.year != at.year:
        clock = f"{dates.short_day(at.date())}, {clock}"
    elif first.date() != at.date():
        clock = f"{at.day} {at:%b}, {clock}"
    return ("about " if moment.approximate else "") + dates.stamped(clock, at)


def _cell(label: str, large: str, small: str) -> str:
    under = element("dd", small, class_="idoc-under") if small else ""
    return element("div", element("dt", label) + element("dd", large, class_="idoc-large") + under)


def _absent(text: str) -> str:
    return element("span", escape(text), class_="idoc-secondary")
