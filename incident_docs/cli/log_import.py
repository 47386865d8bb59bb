"""Take timeline rows over from a chat, a response tool or a spreadsheet, for `incident-docs log --import`."""

import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, tzinfo
from functools import partial
from itertools import accumulate
from pathlib import Path
from unicodedata import east_asian_width

import click

from incident_docs.cli.asking import ask, can_ask
from incident_docs.cli.changing import change_incident, read_incident
from incident_docs.cli.import_options import ImportOptions
from incident_docs.document.model import Document
from incident_docs.document.times import put_on_day, read_clock, read_iso_date, read_moment, time_zone
from incident_docs.edits.cell_text import plain_cell
from incident_docs.errors import IncidentDocsError
from incident_docs.format.wording import join_words
from incident_docs.intake.chats.chat_times import read_zone
from incident_docs.intake.chats.emoji_names import emoji_name
from incident_docs.intake.chats.imported_rows import ImportedRow, Plan, imported_rows, plan_import, write_rows
from incident_docs.intake.chats.message import Message, Setting
from incident_docs.intake.chats.picks import read_picks
from incident_docs.intake.chats.read_chat import Conversation, read_chat
from incident_docs.workspace.find_incidents import shown_path
from incident_docs.workspace.project import Project


def import_rows(path: Path, options: ImportOptions, project: Project) -> None:
    """Add the rows that are chosen, all in one change, and say what was done."""
    document = read_incident(path, project)
    setting = _setting(options, document)
    conversation = _read(options, setting)
    rows = _chosen(imported_rows(conversation.messages, project.format), options, setting)
    _hint(conversation, options, setting)
    plan = plan_import(rows, document)
    shown = shown_path(path, Path.cwd())
    if not plan.new and not plan.edited:
        click.echo(f"{shown}: nothing to add{_rest(plan) or '; no message is left by the filters'}")
        return
    picked = _picked(plan, options, document.zone)
    if not picked:
        click.echo(f"{shown}: nothing was changed")
        return
    _say_blanked(picked)
    unwritten = "\n".join(f"| {_time(row, document.zone)} | {row.event} |" for row in picked)
    change_incident(path, project, partial(write_rows, rows=picked), unwritten=unwritten)
    click.echo(f"{shown}: {_done(plan, picked)}{_rest(plan)}")


def _setting(options: ImportOptions, document: Document) -> Setting:
    zone = document.zone if options.zone is None else read_zone(options.zone) or time_zone(options.zone)
    if zone is None:
        raise click.BadParameter(
            f"{options.zone!r} is no time zone; write Europe/Berlin, UTC or +01:00", param_hint="--tz"
        )
    started = document.times.get("started")
    if options.date is not None:
        day = read_iso_date(options.date)
        if day is None:
            raise click.BadParameter(f"{options.date!r} is no day; write 2026-03-04", param_hint="--date")
        return Setting(zone, day)
    if started is None:
        raise IncidentDocsError("the frontmatter has no time for started; write it, so that the rows find their days")
    return Setting(zone, started.at.astimezone(zone).date())


def _read(options: ImportOptions, setting: Setting) -> Conversation:
    content = sys.stdin.buffer.read() if options.file == "-" else None
    return read_chat(Path(options.file), setting, options.channel, content)


def _chosen(rows: Sequence[ImportedRow], options: ImportOptions, setting: Setting) -> list[ImportedRow]:
    since = _bound(options.since, "--from", setting)
    until = _bound(options.until, "--to", setting)
    return [
        row
        for row in rows
        if (not since or row.message.at >= since)
        and (not until or row.message.at <= until)
        and _is_wanted(row.message, options)
    ]


def _bound(text: str | None, option: str, setting: Setting) -> datetime | None:
    if text is None:
        return None
    clock, moment = read_clock(text), read_moment(text)
    at = put_on_day(clock, setting.day, setting.zone) if clock else moment and moment.at
    if at is None:
        raise click.BadParameter(f"{text!r} is no time; write 14:00 or 2026-03-04 14:00", param_hint=option)
    return at.astimezone(UTC)


def _is_wanted(message: Message, options: ImportOptions) -> bool:
    names = {emoji_name(name) for name in options.reactions}
    return (not names or bool(names & set(message.reactions))) and (
        not options.users or any(name.lstrip("@").casefold() in message.author.casefold() for name in options.users)
    )


def _hint(conversation: Conversation, options: ImportOptions, setting: Setting) -> None:
    if conversation.is_day_guessed and options.date is None:
        click.echo(
            f"some times have no day; they are read as of {setting.day} in {setting.zone}: --date and --tz say otherwise",
            err=True,
        )
    if conversation.unread:
        lines = (
            "1 line is no JSON, and was"
            if conversation.unread == 1
            else f"{conversation.unread} lines are no JSON, and were"
        )
        click.echo(f"{lines} left out", err=True)


def _picked(plan: Plan, options: ImportOptions, zone: tzinfo) -> list[ImportedRow]:
    rows = sorted([*plan.new, *plan.edited], key=lambda row: row.message.at)
    if options.is_all:
        return rows
    if not can_ask():
        raise IncidentDocsError(
            f"{_count(len(rows))} would be written; call it at a terminal to pick some, or with --all"
        )
    day: date | None = None
    for number, row in enumerate(rows, 1):
        at = row.message.at.astimezone(zone)
        if at.date() != day:
            day = at.date()
            click.echo(f"{day}", err=True)
        line = f"{number:4}  {at:%H:%M}  {'(edited) ' if row in plan.edited else ''}{plain_cell(row.event)}"
        click.echo(_cut(line), err=True)
    while True:
        picks = read_picks(ask("Which ones, as in 1-4,7", default="all"), len(rows))
        if picks is not None:
            return [rows[number - 1] for number in picks]
        click.echo(f"write numbers from 1 to {len(rows)}, as in 1-4,7; all; or none", err=True)


_WIDTH = 79


def _cut(line: str) -> str:
    """Cut a line that is wider than the terminal; Chinese signs and most emoji are two columns wide."""
    widths = accumulate(2 if east_asian_width(char) in "WF" else 1 for char in line)
    fitting = sum(width < _WIDTH for width in widths)
    return line if fitting >= len(line) - 1 else f"{line[:fitting]}…"


def _say_blanked(rows: Sequence[ImportedRow]) -> None:
    kinds = list(dict.fromkeys(kind for row in rows for kind in row.blanked))
    if kinds:
        count = sum(bool(row.blanked) for row in rows)
        click.echo(f"what looks like {join_words(kinds)} was blanked out in {_count(count)}", err=True)


def _done(plan: Plan, picked: Sequence[ImportedRow]) -> str:
    counts = Counter("updated" if row in plan.edited else "added" for row in picked)
    return ", ".join(f"{_count(counts[word])} {word}" for word in ("added", "updated") if counts[word])


def _rest(plan: Plan) -> str:
    there = f"; {_count(plan.there)} stood there already" if plan.there else ""
    by_hand = (
        f"; {_count(plan.by_hand)} edited by hand stayed, though the messages were edited too" if plan.by_hand else ""
    )
    return there + by_hand


def _time(row: ImportedRow, zone: tzinfo) -> str:
    return f"{row.message.at.astimezone(zone):%Y-%m-%d %H:%M}"


def _count(number: int) -> str:
    return "1 row" if number == 1 else f"{number:,} rows"
