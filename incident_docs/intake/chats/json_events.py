"""Read objects that have a time and words, by the names that are usual for them: logs, JSON Lines, exports of our own."""

from collections.abc import Mapping, Sequence
from typing import Any

from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.chats import column_names
from incident_docs.intake.chats.chat_times import Calendar, Written, read_time
from incident_docs.intake.chats.message import Message, Setting, first_of, objects_in, text_of

_TIME = (*column_names.TIME, *column_names.DAY, "timestampms")
_PLACES = ("events", "messages", "entries", "timeline", "items", "data", "timeline_entries", "results", "notes")


def is_events(payload: object) -> bool:
    """Tell whether any object has a time and words."""
    return any(_has(each, _TIME) and _has(each, column_names.TEXT) for each in _raw(payload))


def read_events(payload: object, setting: Setting) -> tuple[list[Message], Calendar]:
    """Read those objects that have a time and words."""
    calendar = Calendar(setting)
    return [message for each in _raw(payload) if (message := _message(each, setting, calendar))], calendar


def _raw(payload: object) -> list[dict[str, Any]]:
    return (
        next((found for key in _PLACES if (found := objects_in(payload, key))), None)
        or objects_in(payload)
        or objects_in([payload])
    )


def _has(raw: Mapping[str, Any], names: Sequence[str]) -> bool:
    return bool(_value(raw, names))


def _value(raw: Mapping[str, Any], names: Sequence[str]) -> str:
    said = {column_names.bare_name(str(key)): value for key, value in raw.items()}
    for name in names:
        value = said.get(name)
        text = (
            first_of(value, "name", "display_name", "displayName", "username", "summary")
            if isinstance(value, dict)
            else text_of(value)
        )
        if text.strip():
            return text
    return ""


def _message(raw: Mapping[str, Any], setting: Setting, calendar: Calendar) -> Message | None:
    words, time = _value(raw, column_names.TEXT), _value(raw, _TIME)
    written = _read(time, setting)
    if written is None or not words:
        return None
    return Message(
        calendar.put(written),
        _value(raw, column_names.AUTHOR),
        words,
        id=_value(raw, column_names.ID),
        is_rough=written.is_rough,
    )


def _read(time: str, setting: Setting) -> Written | None:
    at = read_instant(time)
    return Written(at) if at is not None and at.tzinfo else read_time(time, setting)
