"""Read a channel of Discord, as DiscordChatExporter or its API gives it."""

import re
from collections.abc import Iterator
from typing import Any

from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.chats.emoji_names import emoji_name, with_emoji
from incident_docs.intake.chats.message import Message, first_of, objects_in, text_of
from incident_docs.intake.chats.slack_text import markdown_link, without_query

_PEOPLE_SAY = frozenset(
    [
        "",
        "Default",
        "Reply",
        "ChatInputCommand",
        "ContextMenuCommand",
        "ThreadStarterMessage",
        "0",
        "19",
        "20",
        "21",
        "23",
    ]
)
_EMOJI = re.compile(r"<a?:(\w+):\d+>")
_MENTION = re.compile(r"<@[!&]?(\d+)>")
_CHANNEL = re.compile(r"<#(\d+)>")


def is_discord(payload: object) -> bool:
    """Tell whether it is an exported channel, or a list of messages of the API."""
    return any(
        "timestamp" in each and "content" in each and isinstance(each.get("author"), dict) for each in _raw(payload)
    )


def read_discord(payload: object) -> list[Message]:
    """Read the messages; what bots put into boxes counts as their words."""
    messages = _raw(payload)
    people = {
        first_of(each, "id"): _name(each)
        for raw in messages
        for each in [*objects_in([raw.get("author")]), *objects_in(raw, "mentions")]
    }
    return [message for raw in messages if (message := _message(raw, people))]


def _raw(payload: object) -> list[dict[str, Any]]:
    return objects_in(payload, "messages") or objects_in(payload)


def _name(person: object) -> str:
    return first_of(person, "nickname", "global_name", "name", "username")


def _message(raw: dict[str, Any], people: dict[str, str]) -> Message | None:
    at = read_instant(raw.get("timestamp"))
    if at is None or at.tzinfo is None:
        return None
    words = _EMOJI.sub(r":\1:", text_of(raw.get("content")))
    words = _MENTION.sub(lambda match: f"@{people.get(match[1], match[1])}", words)
    words = with_emoji(_CHANNEL.sub(r"#\1", words))
    pinned = ("pushpin",) if raw.get("isPinned") is True or raw.get("pinned") is True else ()
    return Message(
        at,
        _name(raw.get("author")),
        "\n".join(filter(None, [words, *_embeds(raw), *_files(raw)])),
        (*pinned, *(emoji_name(first_of(each, "emoji.code", "emoji.name")) for each in objects_in(raw, "reactions"))),
        first_of(raw, "id"),
        is_edited=bool(raw.get("timestampEdited") or raw.get("edited_timestamp")),
        is_system=text_of(raw.get("type")) not in _PEOPLE_SAY,
    )


def _embeds(raw: dict[str, Any]) -> Iterator[str]:
    for embed in objects_in(raw, "embeds"):
        # The preview of a link says nothing of its own.
        if first_of(embed, "url") not in text_of(raw.get("content")) or not first_of(embed, "url"):
            yield ": ".join(filter(None, [first_of(embed, "title", "author.name"), first_of(embed, "description")]))


def _files(raw: dict[str, Any]) -> Iterator[str]:
    for file in objects_in(raw, "attachments"):
        name = first_of(file, "fileName", "filename") or "attached"
        yield f"file {markdown_link(without_query(first_of(file, 'url')), name)}"
