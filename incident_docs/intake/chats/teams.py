"""Read the messages of a channel or chat of Teams, as Microsoft Graph gives them."""

from typing import Any

from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.chats.emoji_names import emoji_name
from incident_docs.intake.chats.html_text import html_markdown
from incident_docs.intake.chats.message import Message, first_of, objects_in, text_of, value_at
from incident_docs.intake.chats.slack_text import markdown_link, without_query


def is_teams(payload: object) -> bool:
    """Tell whether it is an answer of Graph, or a list of its messages."""
    return any("createdDateTime" in each and ("body" in each or "messageType" in each) for each in _raw(payload))


def read_teams(payload: object) -> list[Message]:
    """Read the messages and their replies, but for those that were deleted."""
    return [
        message
        for raw in _raw(payload)
        for each in (raw, *objects_in(raw, "replies"))
        if not each.get("deletedDateTime") and (message := _message(each))
    ]


def _raw(payload: object) -> list[dict[str, Any]]:
    return objects_in(payload, "value") or objects_in(payload, "messages") or objects_in(payload)


def _message(raw: dict[str, Any]) -> Message | None:
    at = read_instant(raw.get("createdDateTime"))
    if at is None or at.tzinfo is None:
        return None
    content = text_of(value_at(raw, "body.content"))
    words = html_markdown(content) if value_at(raw, "body.contentType") != "text" else content
    subject = first_of(raw, "subject")
    files = (
        f"file {markdown_link(without_query(first_of(each, 'contentUrl')), first_of(each, 'name'))}"
        for each in objects_in(raw, "attachments")
        if first_of(each, "name")
    )
    return Message(
        at,
        first_of(raw, "from.user.displayName", "from.application.displayName", "from.device.displayName"),
        "\n".join(filter(None, [f"**{subject}**" if subject else "", words, *files])),
        tuple(emoji_name(first_of(each, "displayName", "reactionType")) for each in objects_in(raw, "reactions")),
        first_of(raw, "id"),
        is_edited=bool(raw.get("lastEditedDateTime")),
        is_system=text_of(raw.get("messageType")) not in {"", "message"} or raw.get("from", "") is None,
    )
