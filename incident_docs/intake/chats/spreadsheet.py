"""Read a timeline from a spreadsheet: CSV with any separator, or cells that were copied, with a line of headings or without."""

import csv
from collections.abc import Sequence
from datetime import tzinfo
from typing import NamedTuple

from incident_docs.intake.chats import column_names
from incident_docs.intake.chats.chat_times import Calendar, Written, read_day, read_time, read_zone
from incident_docs.intake.chats.emoji_names import emoji_name
from incident_docs.intake.chats.message import Message, Setting
from incident_docs.intake.chats.slack_text import markdown_link

_SEPARATORS = ("\t", ";", ",", "|")
_ROWS_BEFORE = 15
_KINDS = (
    ("time", column_names.TIME), ("day", column_names.DAY), ("zone", column_names.ZONE), ("text", column_names.TEXT),
    ("author", column_names.AUTHOR), ("link", column_names.LINK), ("id", column_names.ID),
    ("reactions", column_names.REACTIONS), ("kind", column_names.KIND),
)  # fmt: skip


class _Sheet(NamedTuple):
    columns: dict[str, int]
    rows: Sequence[Sequence[str]]
    zone: tzinfo | None
    width: int


def read_spreadsheet(text: str, setting: Setting) -> tuple[list[Message], Calendar] | None:
    """Read the rows that have a time and words; None if it is no table with such columns."""
    sheet = next((found for mark in _SEPARATORS if (found := _sheet(text, mark, setting))), None)
    if sheet is None:
        return None
    calendar = Calendar(setting)
    return [message for row in sheet.rows if (message := _message(row, sheet, setting, calendar))], calendar


def _sheet(text: str, separator: str, setting: Setting) -> _Sheet | None:
    if separator not in text:
        return None
    try:
        rows = (
            list(csv.reader(text.split("\n"), delimiter=separator, strict=False))
            if '"' not in text
            else _quoted(text, separator)
        )
    except csv.Error:
        return None
    for number, row in enumerate(rows[:_ROWS_BEFORE]):
        columns = _named(row)
        if "text" in columns and ("time" in columns or "day" in columns):
            zone = next((zone for name in row if (zone := read_zone(column_names.zone_in(name)))), None)
            return _Sheet(columns, rows[number + 1 :], zone, len(row))
    return _without_headings(rows, setting)


def _quoted(text: str, separator: str) -> list[list[str]]:
    return list(csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=False))


def _named(row: Sequence[str]) -> dict[str, int]:
    names = [column_names.bare_name(name) for name in row]
    # Of several names for one thing the plainest counts, not the first column.
    found = {kind: next((names.index(each) for each in known if each in names), -1) for kind, known in _KINDS}
    return {kind: place for kind, place in found.items() if place >= 0}


def _without_headings(rows: Sequence[Sequence[str]], setting: Setting) -> _Sheet | None:
    """Take the column in which times stand, and the one with the most words."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not filled or any(len(row) < 2 for row in filled):
        return None
    width = min(len(row) for row in filled)
    timed = [n for n in range(width) if all(read_time(row[n], setting) for row in filled)]
    days = [n for n in range(width) if all(read_day(row[n], setting.day) for row in filled)]
    lengths = {n: sum(len(row[n]) for row in filled) for n in range(width) if n not in (*timed, *days)}
    if not timed or not lengths:
        return None
    day = {"day": days[0]} if days else {}
    return _Sheet({"time": timed[0], "text": max(lengths, key=lambda n: lengths[n]), **day}, filled, None, width)


def _message(row: Sequence[str], sheet: _Sheet, setting: Setting, calendar: Calendar) -> Message | None:
    cells = {kind: row[place].strip() for kind, place in sheet.columns.items() if place < len(row)}
    if len(row) > sheet.width and sheet.columns["text"] == sheet.width - 1:
        # A separator within the words that nobody has quoted.
        cells["text"] = ",".join(row[sheet.width - 1 :]).strip()
    written = _written(cells, setting)
    if written is None:
        return None
    zone = written.zone or read_zone(cells.get("zone", "")) or sheet.zone
    at = calendar.put(written._replace(zone=zone))
    links = (markdown_link(url, "") for url in cells.get("link", "").split() if url.startswith(("http://", "https://")))
    span = f" (until {written.until})" if written.until else ""
    return Message(
        at,
        cells.get("author", ""),
        "\n".join(filter(None, [cells.get("text", ""), *links])) + span,
        tuple(emoji_name(each.partition(" (")[0]) for each in cells.get("reactions", "").split(",") if each),
        cells.get("id", ""),
        is_system=cells.get("kind", "").startswith("system_"),
        is_rough=written.is_rough,
    )


def _written(cells: dict[str, str], setting: Setting) -> Written | None:
    time, day = read_time(cells.get("time", ""), setting), read_day(cells.get("day", ""), setting.day)
    if time is None:
        # Some write both into one column, and call it a date.
        return read_time(cells.get("day", ""), setting)
    return time._replace(day=day) if day and not time.day else time
