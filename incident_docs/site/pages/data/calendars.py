"""Action items to calendars of the days on which they are due: all of the site, and those of each owner.

A calendar has what is still to be done and has a date. Subscribed to, it follows the site: an item keeps its event.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from icalendar import Calendar, Event, vDate, vDatetime, vDuration, vText, vUri

from incident_docs.site.pages.data.action_records import Record, Recorded, Records, recorded
from incident_docs.site.pages.page import DataFile, Incident, Settings

# A calendar's text has none of them.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_END = "END:VCALENDAR\r\n"
_WIDTH = 75
"""Bytes of a line, with the space that a part begins with."""


def files(
    lists: Sequence[Records],
    incidents: Sequence[Incident],
    settings: Settings,
    events: Callable[[Incident], Mapping[str, str]],
) -> tuple[DataFile, ...]:
    """The calendars of everybody's items and of each owner's; none if there are no items. `events` are those below."""
    found = {id(each.document): events(each) for each in incidents}
    return tuple(DataFile(f"{listed.path}.ics", _calendar(listed, found, settings)) for listed in lists)


def events(incident: Incident, settings: Settings, *, is_alone: bool) -> dict[str, str]:
    """The events of an incident's items, by their rows; `is_alone` if no other incident has its id."""
    host = urlsplit(settings.address).hostname or "incident-docs"
    name = incident.document.id if is_alone else incident.path
    return {
        str(each.item.action.row): _event(
            _Said(
                each.record,
                day,
                _stamp(each, day),
                # What no other item of the site is called, whatever becomes of its words and its date.
                f"{quote(f'{name}#{each.item.action.row}', safe='')}@{host}",
                bool(settings.address),
            )
        )
        for each, day in _to_keep(recorded(incident, settings))
    }


class _Said(NamedTuple):
    """All that an event says."""

    record: Record
    due: date
    stamp: date
    uid: str
    has_address: bool


def _stamp(each: Recorded, due: date) -> date:
    """When the item was written down, more or less: an event that is the same after each build changes nobody's calendar."""
    times = each.item.document.times
    moment = times.get("resolved") or times.get("started")
    return moment.at.astimezone(UTC).date() if moment else due


def _to_keep(found: Iterable[Recorded]) -> Iterator[tuple[Recorded, date]]:
    for each in found:
        if each.item.is_open and each.item.action.due_on is not None:
            yield each, each.item.action.due_on


def _calendar(listed: Records, events: Mapping[int, Mapping[str, str]], settings: Settings) -> str:
    title = f"Action items of {listed.owner}" if listed.owner else "Action items"
    title = f"{settings.name}: {title}" if settings.name else title
    calendar = Calendar()
    calendar["VERSION"] = vText("2.0")
    calendar["PRODID"] = vText("-//incident-docs//action items//EN")
    # What newer and older readers call it.
    calendar["NAME"] = calendar["X-WR-CALNAME"] = _text(title)
    calendar.add("refresh-interval", vDuration(timedelta(days=1)), parameters={"VALUE": "DURATION"})
    written: bytes = calendar.to_ical()
    return (
        written.decode().removesuffix(_END)
        + "".join(events[id(each.item.document)].get(str(each.item.action.row), "") for each in listed.all)
        + _END
    )


def _event(said: _Said) -> str:
    record = said.record
    lines = (
        f"Promised after: {record.title or record.incident}",
        f"Owner: {record.owner}" if record.owner else "",
        f"Ticket: {record.ticket}" if record.ticket else "",
        record.url,
    )
    day = vDate(said.due)
    day.params["VALUE"] = "DATE"
    event = Event()
    event["UID"] = vText(said.uid)
    event["DTSTAMP"] = vDatetime(datetime(said.stamp.year, said.stamp.month, said.stamp.day, tzinfo=UTC))
    event["DTSTART"] = day
    event["SUMMARY"] = _text(f"{record.action} ({record.owner})" if record.owner else record.action)
    event["DESCRIPTION"] = _text("\n".join(line for line in lines if line))
    # A day on which something is due is not a day on which one is away.
    event["TRANSP"] = vText("TRANSPARENT")
    if said.has_address:
        event["URL"] = vUri(record.url)
    # The library's own folding takes as long as all else of an incident's files.
    return "".join(f"{_folded(line)}\r\n" for line in event.content_lines() if line)


def _folded(line: str) -> str:
    """A line in the parts that RFC 5545 asks for (3.1), none of which begins within an escape if that can be helped."""
    parts = []
    while len(line.encode()) >= _WIDTH:
        part = line.encode()[: _WIDTH - 1].decode(errors="ignore")
        parts.append(part := part.rstrip("\\") or part)
        line = line[len(part) :]
    return "\r\n ".join([*parts, line])


def _text(text: str) -> vText:
    return vText(_CONTROLS.sub(" ", text))
