"""Read messages of Slack, as its API, its exports and slackdump give them."""

import re
from collections.abc import Iterator
from typing import Any

from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.chats.emoji_names import emoji_name
from incident_docs.intake.chats.message import Message, Names, first_of, objects_in, text_of, value_at
from incident_docs.intake.chats.slack_text import markdown_link, slack_markdown, without_query

_PEOPLE_SAY = frozenset(
    ["", "bot_message", "me_message", "file_share", "thread_broadcast", "file_comment", "reply_broadcast"]
)
"""The kinds of messages that are no news of the service itself."""
_DEEPEST = 30
_TS = re.compile(r"\d{9,11}\.\d+")


def is_slack(payload: object) -> bool:
    """Tell whether it is a day of an export, an answer of the API, a channel of slackdump, or several of them."""
    return any(True for _ in _raw(payload))


def read_slack(payload: object, names: Names | None = None) -> list[Message]:
    """Read all messages, each once, the replies of threads among them."""
    said = names_in(payload) if names is None else names
    found = {str(raw["ts"]): raw for raw in _raw(payload)}
    return [message for raw in found.values() if (message := _message(raw, said))]


def _raw(payload: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    pages = objects_in([payload] if isinstance(payload, dict) else payload) if depth < _DEEPEST else []
    for page in pages:
        if "messages" in page:
            yield from _raw(value_at(page, "messages"), depth + 1)
        elif _TS.fullmatch(text_of(page.get("ts"))) and isinstance(page["ts"], str):
            yield page
        yield from _raw(page.get("slackdump_thread_replies"), depth + 1)


def names_in(payload: object) -> Names:
    """Find what people and channels are called, in lists of users and channels and at their messages."""
    users = {}
    for message in _raw(payload):
        name = first_of(message, "user_profile.display_name", "user_profile.real_name", "user_profile.name")
        if name:
            users[first_of(message, "user")] = name
    return with_lists(Names(users, {}), value_at(payload, "users"), value_at(payload, "channels"))


def with_lists(names: Names, users: object, channels: object) -> Names:
    """Add the names of the lists of an export."""
    people = {
        first_of(user, "id"): first_of(user, "profile.display_name", "real_name", "profile.real_name", "name")
        for user in objects_in(users)
    }
    places = {first_of(channel, "id"): first_of(channel, "name") for channel in objects_in(channels)}
    return Names({**names.users, **{key: name for key, name in people.items() if name}}, {**names.channels, **places})


def _message(raw: dict[str, Any], names: Names) -> Message | None:
    at = read_instant(raw["ts"])
    if at is None:
        return None
    user = first_of(raw, "user", "bot_id")
    subtype = text_of(raw.get("subtype"))
    profile = first_of(raw, "user_profile.display_name", "user_profile.real_name", "username", "bot_profile.name")
    text = _text(raw, names)
    return Message(
        at,
        names.users.get(user) or profile or user,
        f"_{text}_" if subtype == "me_message" and text and "\n" not in text and "`" not in text else text,
        _reactions(raw),
        raw["ts"],
        is_edited=isinstance(raw.get("edited"), dict),
        is_system=subtype not in _PEOPLE_SAY or user == "USLACKBOT",
    )


def _text(raw: dict[str, Any], names: Names) -> str:
    words = (
        first_of(raw, "text") or "\n".join(dict.fromkeys(_attached(raw))) or "\n".join(_block_texts(raw.get("blocks")))
    )
    files = [_file(file) for file in [*objects_in(raw, "files"), *objects_in([raw.get("file")])]]
    return "\n".join(filter(None, [slack_markdown(words, names), *files])).strip()


def _attached(raw: dict[str, Any]) -> Iterator[str]:
    for attachment in objects_in(raw, "attachments"):
        yield first_of(attachment, "fallback", "title", "text", "pretext") or "\n".join(
            _block_texts(attachment.get("blocks"))
        )


def _block_texts(value: object, depth: int = 0) -> Iterator[str]:
    """The texts of blocks, which may stand in one another."""
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _block_texts(each, depth + 1)
    elif isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value["text"]
        for key in ("text", "fields", "elements", "blocks"):
            yield from _block_texts(value.get(key), depth + 1)


def _file(file: dict[str, Any]) -> str:
    name = first_of(file, "title", "name")
    return (
        f"file {markdown_link(without_query(first_of(file, 'permalink', 'url_private')), name) or name}" if name else ""
    )


def _reactions(raw: dict[str, Any]) -> tuple[str, ...]:
    pinned = ("pushpin",) if raw.get("pinned_to") else ()
    return (*pinned, *(emoji_name(first_of(each, "name")) for each in objects_in(raw, "reactions")))
