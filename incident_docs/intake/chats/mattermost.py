"""Read the posts of Mattermost, from its API and its bulk exports."""

from collections.abc import Iterable, Iterator
from typing import Any

from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.chats.emoji_names import emoji_name, with_emoji
from incident_docs.intake.chats.message import Message, first_of, objects_in, text_of, value_at


def is_mattermost(payload: object) -> bool:
    """Tell whether it is an answer of the API, a list of posts, or the lines of a bulk export."""
    return any("create_at" in each and "message" in each for each in _posts(payload))


def read_mattermost(payload: object) -> list[Message]:
    """Read the posts and their replies, but for those that were deleted."""
    users = _users(payload)
    found = [_message(raw, users) for raw in _posts(payload) if not raw.get("delete_at")]
    return [message for message in found if message]


def _posts(payload: object) -> Iterator[dict[str, Any]]:
    posts = value_at(payload, "posts")
    if isinstance(posts, dict):
        yield from objects_in(list(posts.values()))
        return
    for line in objects_in(posts) or objects_in(payload) or objects_in([payload]):
        post = value_at(line, f"{line['type']}") if line.get("type") in ("post", "direct_post") else line
        for each in objects_in([post]):
            yield each
            yield from objects_in(each, "replies")


def _users(payload: object) -> dict[str, str]:
    listed = value_at(payload, "users")
    people: Iterable[dict[str, Any]] = objects_in(list(listed.values()) if isinstance(listed, dict) else listed)
    return {first_of(user, "id"): first_of(user, "nickname", "username") for user in people}


def _message(raw: dict[str, Any], users: dict[str, str]) -> Message | None:
    at = read_instant(raw.get("create_at"))
    if at is None or at.tzinfo is None:
        return None
    user = first_of(raw, "user", "username", "user_id")
    attached = (first_of(each, "fallback", "title", "text") for each in objects_in(raw, "props.attachments"))
    files = (f"file {first_of(each, 'name', 'path').rpartition('/')[2]}" for each in _files(raw))
    pinned = ("pushpin",) if raw.get("is_pinned") is True else ()
    reactions = [*objects_in(raw, "reactions"), *objects_in(raw, "metadata.reactions")]
    return Message(
        at,
        first_of(raw, "props.override_username") or users.get(user, "") or user,
        with_emoji("\n".join(filter(None, [text_of(raw.get("message")), *attached, *files]))),
        (*pinned, *(emoji_name(first_of(each, "emoji_name")) for each in reactions)),
        first_of(raw, "id"),
        is_edited=bool(raw.get("edit_at")),
        is_system=text_of(raw.get("type")).startswith("system_"),
    )


def _files(raw: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        each
        for each in [*objects_in(raw, "attachments"), *objects_in(raw, "metadata.files")]
        if first_of(each, "name", "path")
    ]
