"""Write calendars of the days on which action items are due.

A calendar has what is still to be done and has a date. Subscribed to, it follows the site: an item keeps its event.
"""

import re
from collections.abc import Iterable
from datetime import UTC, date
from typing import Any
from urllib.parse import quote, urlsplit

from icalendar import vText
from icalendar.parser import Contentline

from incident_docs.site.pages.data.action_records import RecordedAction
from incident_docs.site.pages.page import Settings

_LONGEST = 75
"""Bytes of a line that need not be folded."""
# A calendar's text has none of them; halves of characters are in no file.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def calendar(title: str, events: Iterable[str], settings: Settings) -> str:
    """Write a calendar of finished events."""
    name = _text(f"{settings.name}: {title}" if settings.name else title)
    head = _lines(
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//incident-docs//action items//EN",
        # What newer and older readers call it.
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    )
    return "".join([head, *events, _lines("END:VCALENDAR")])


def event(action: RecordedAction, name: str, settings: Settings) -> str:
    """Write the event of an action item; empty if it is closed or has no date.

    `name` is what no other incident of the site is called, whatever becomes of its words and dates.
    """
    item, record = action
    due = item.action.due_on
    if not item.is_open or due is None:
        return ""
    summary = f"{record.action} ({record.owner})" if record.owner else record.action
    uid = f"{quote(f'{name}#{item.action.row}', safe='')}@{urlsplit(settings.address).hostname or 'incident-docs'}"
    owner = f"Owner: {record.owner}\n" if record.owner else ""
    ticket = f"Ticket: {record.ticket}\n" if record.ticket else ""
    description = f"Promised after: {record.title or record.incident}\n{owner}{ticket}{record.url}"
    return _lines(
        "BEGIN:VEVENT",
        f"SUMMARY:{_text(summary)}",
        f"DTSTART;VALUE=DATE:{due:%Y%m%d}",
        f"DTSTAMP:{_stamp(action, due):%Y%m%d}T000000Z",
        f"UID:{_text(uid)}",
        f"DESCRIPTION:{_text(description)}",
        # A day on which something is due is not a day on which one is away.
        "TRANSP:TRANSPARENT",
        *([f"URL:{record.url}"] if settings.address else []),
        "END:VEVENT",
    )


def _stamp(action: RecordedAction, due: date) -> date:
    """Say when the item was written down, more or less: an event that stays the same from build to build changes nobody's calendar."""
    times = action.item.document.times
    moment = times.get("resolved") or times.get("started")
    return moment.at.astimezone(UTC).date() if moment else due


def _lines(*lines: str) -> str:
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    # Most lines are short, and asking the library takes a third of the time of all data.
    if len(line) <= _LONGEST and line.isascii():
        return line
    # It has no types for these.
    content_line: Any = Contentline
    return str(content_line(line).to_ical(), "utf-8")


def _text(text: str) -> str:
    escaped: bytes = vText(_CONTROLS.sub(" ", text)).to_ical()
    return escaped.decode()
