"""Write what there is to know of an incident for a terminal. What is not written yet is left out, and said to be owed."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import click

from incident_docs.cli.text_table import line_width, wrapped
from incident_docs.document.commonmark import visible_text
from incident_docs.document.model import Document, TimelineEntry
from incident_docs.document.text import Text
from incident_docs.document.times import Moment, write_duration, write_minute
from incident_docs.edits.cell_text import plain_cell
from incident_docs.format.sections import CURRENT_STATUS, TIMELINE
from incident_docs.insight.actions import State, action_items
from incident_docs.insight.owed_next import owed_next
from incident_docs.insight.phase_needs import Need
from incident_docs.insight.postmortems import commander_name, owed_postmortems
from incident_docs.reading.bullets import labelled_bullets
from incident_docs.reading.placeholders import bracketed_placeholders
from incident_docs.reading.unwritten import is_unwritten

_LAST_ROWS = 5
_NEXT = ("mitigate", "resolve")
"""The commands that end the stages before the last one."""


def card_lines(document: Document, file: str, now: datetime) -> Iterator[str]:
    """Write the card of an incident."""
    title = document.title if _is_told(document.title, document) else document.id
    yield from (click.style(line, bold=True) for line in _wrapped("", title))
    yield "  ".join(_standing(document, now))
    yield from _wrapped("", file)
    yield from _facts(document)
    yield from _timeline(document)
    yield from _current_status(document)
    yield from _owed(document, file, now)


def _standing(document: Document, now: datetime) -> Iterator[str]:
    """Say how bad it is, how far the response is, and how long it took or has been going on."""
    if document.severity:
        yield document.severity.id
    if document.status:
        yield f"{document.status.emoji} {document.status.label}".strip()
    started, resolved = document.times.get("started"), document.times.get("resolved")
    if started is None:
        return
    since = f"since {_rough(started)}{write_minute(started.at, document.zone)}"
    if document.duration is not None and resolved is not None:
        yield f"{_rough(started, resolved)}{write_duration(document.duration)}, {since}"
    elif not document.is_resolved and started.at <= now:
        yield f"for {_rough(started)}{write_duration(now - started.at)}, {since}"
    else:
        yield since


def _rough(*moments: Moment) -> str:
    return "~" if any(moment.approximate for moment in moments) else ""


def _facts(document: Document) -> Iterator[str]:
    facts = (
        ("Services", ", ".join(text for text in document.texts("services") if _is_told(text, document))),
        (document.format.labels.impact, document.impact if _is_told(document.impact, document) else ""),
        ("Commander", commander_name(document)),
        ("Strategy", ", ".join(text for text in document.texts("strategy") if _is_told(text, document))),
    )
    told = [(name, text) for name, text in facts if text]
    if told:
        yield ""
    width = max((len(name) for name, _ in told), default=0)
    for name, text in told:
        yield from _wrapped(f"{name:{width}}  ", text)


def _timeline(document: Document) -> Iterator[str]:
    rows = [entry for entry in document.timeline if _is_told(entry.event.value, document)]
    if not rows:
        return
    shown = rows[-_LAST_ROWS:]
    yield from _heading(document.format.section[TIMELINE.id].heading, _count(shown, rows))
    width = max(len(plain_cell(entry.time.value)) for entry in shown)
    for entry in shown:
        yield from _wrapped(f"  {plain_cell(entry.time.value):{width}}  ", entry.event.value)


def _count(shown: Sequence[TimelineEntry], rows: Sequence[TimelineEntry]) -> str:
    return "" if len(shown) == len(rows) else f"the last {len(shown)} of {len(rows)} rows"


def _current_status(document: Document) -> Iterator[str]:
    section = document.section(CURRENT_STATUS.id)
    bullets = list(labelled_bullets(section, document.lines)) if section else []
    told = [bullet for bullet in bullets if _is_told(bullet.text, document)]
    if section and told:
        yield from _heading(document.format.section[CURRENT_STATUS.id].heading)
        for bullet in told:
            yield from _wrapped(f"  {plain_cell(bullet.label.value)}: ", bullet.text)


def _owed(document: Document, file: str, now: datetime) -> Iterator[str]:
    lines = list(_owed_lines(document, file, now))
    if lines:
        yield from _heading("Owed next")
        for line in lines:
            yield from _wrapped("  ", line)


def _owed_lines(document: Document, file: str, now: datetime) -> Iterator[str]:
    owed = owed_next(document)
    if owed.now:
        yield f"Now: {_names(owed.now)}"
    if owed.status:
        by = f"By {owed.status.label}: {_names(owed.next)}" if owed.next else f"Then {owed.status.label}"
        yield f"{by}; incident-docs {_NEXT[document.stage - 1]} {document.id}"
    for postmortem in owed_postmortems([document]):
        owner = f", {postmortem.owner}" if postmortem.owner else ""
        due = f", due {postmortem.due}" if postmortem.due else ""
        yield f"{document.format.labels.postmortem}: {postmortem.state}{owner}{due}; incident-docs lint {file}"
    items = list(action_items([document]))
    states = [item.state(now.date()) for item in items]
    left = sum(item.is_open for item in items)
    if left:
        late = states.count(State.OVERDUE)
        more = f", {late} overdue" if late else ""
        yield f"Action items: {left} of {len(items)} to be done{more}; incident-docs action list {document.id}"


def _names(needs: Sequence[Need]) -> str:
    return ", ".join(need.name for need in needs)


def _is_told(text: str, document: Document) -> bool:
    """Tell whether a text is written, with no placeholder left in it, and not only said to be unpublished."""
    if is_unwritten(text, document) or document.is_unpublished(text):
        return False
    return "<" not in text or not any(bracketed_placeholders(Text(text, 1)))


def _heading(text: str, more: str = "") -> Iterator[str]:
    yield ""
    yield f"{click.style(text, bold=True)}{f' ({more})' if more else ''}"


def _wrapped(label: str, text: str) -> Iterator[str]:
    return wrapped(label, _words(text), line_width())


def _words(text: str) -> str:
    return plain_cell(visible_text(text))
