"""Read a conversation or a timeline from a file or a folder, whichever service it comes from."""

import json
from datetime import UTC
from pathlib import Path
from typing import Any, NamedTuple

from incident_docs.errors import IncidentDocsError
from incident_docs.intake.chats.decode_text import decode_text
from incident_docs.intake.chats.discord import is_discord, read_discord
from incident_docs.intake.chats.incident_io_updates import is_incident_io, read_incident_io
from incident_docs.intake.chats.json_events import is_events, read_events
from incident_docs.intake.chats.mattermost import is_mattermost, read_mattermost
from incident_docs.intake.chats.message import Message, Setting
from incident_docs.intake.chats.pagerduty_log import is_pagerduty_log, read_pagerduty_log
from incident_docs.intake.chats.pasted import read_pasted
from incident_docs.intake.chats.slack import is_slack, read_slack
from incident_docs.intake.chats.slack_files import names_beside, read_folder, read_zip
from incident_docs.intake.chats.spreadsheet import read_spreadsheet
from incident_docs.intake.chats.teams import is_teams, read_teams
from incident_docs.intake.chats.zulip import is_zulip, read_zulip

_LARGEST = 200_000_000
_SOURCES = (
    (is_teams, read_teams),
    (is_discord, read_discord),
    (is_zulip, read_zulip),
    (is_mattermost, read_mattermost),
    (is_pagerduty_log, read_pagerduty_log),
    (is_incident_io, read_incident_io),
)


class Conversation(NamedTuple):
    """What was said, oldest first."""

    messages: list[Message]
    is_day_guessed: bool = False
    """Some times had no day."""
    unread: int = 0
    """Lines that are no JSON, among others that are."""


def read_chat(path: Path, setting: Setting, channel: str = "", content: bytes | None = None) -> Conversation:
    """Read all messages of an export, a file or a pasted text, or of these bytes. Raises IncidentDocsError if they are unknown."""
    if content is None and path.is_dir():
        return _sorted(Conversation(read_folder(path, channel)))
    content = _content(path) if content is None else content
    if content.startswith(b"PK\x03\x04"):
        return _sorted(Conversation(read_zip(content, str(path), channel)))
    found = read_content(content, setting, path)
    if not found.messages:
        raise IncidentDocsError(
            f"nothing with a time was found in {path}; it reads exports of Slack, Teams, Discord, Mattermost, Zulip, WhatsApp,"
            " PagerDuty and incident.io, pasted chat text, CSV and JSON Lines"
        )
    return _sorted(found)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise IncidentDocsError(f"{path} cannot be read: {error.strerror}") from error
    if len(content) > _LARGEST:
        raise IncidentDocsError(f"{path} is too large: more than {_LARGEST // 1_000_000} MB")
    return content


def read_content(content: bytes, setting: Setting, path: Path) -> Conversation:
    """Read the bytes of one file; the path tells what may stand beside it."""
    text = decode_text(content).strip("\n")
    payload, unread = _json(text)
    found = _read_payload(payload, setting, path)
    if found.messages:
        return found._replace(unread=unread)
    read = read_spreadsheet(text, setting) or read_pasted(text, setting)
    return Conversation(read[0], read[1].is_guessed) if read else Conversation([])


def _json(text: str) -> tuple[Any, int]:
    """Read one value, or one a line; None if it is something else."""
    if not text.lstrip().startswith(("{", "[")):
        return None, 0
    try:
        return json.loads(text), 0
    except RecursionError:
        return None, 0
    except ValueError:
        lines = [line for line in text.split("\n") if line.strip()]
        values = [value for line in lines if isinstance(value := _value(line), dict)]
        return (values, len(lines) - len(values)) if values else (None, 0)


def _value(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _read_payload(payload: Any, setting: Setting, path: Path) -> Conversation:
    if is_slack(payload):
        return Conversation(read_slack(payload, names_beside(path, payload)))
    for is_source, read in _SOURCES:
        if is_source(payload):
            return Conversation(read(payload))
    if is_events(payload):
        messages, calendar = read_events(payload, setting)
        return Conversation(messages, calendar.is_guessed)
    return Conversation([])


def _sorted(found: Conversation) -> Conversation:
    aware = [each._replace(at=each.at.astimezone(UTC)) for each in found.messages]
    return found._replace(messages=sorted(aware, key=lambda each: each.at))
