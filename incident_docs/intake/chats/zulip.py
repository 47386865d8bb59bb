"""Read the messages of Zulip, as its API and its exports give them."""

from incident_docs.intake.alerts.moments import read_instant
from incident_docs.intake.chats.emoji_names import emoji_name, with_emoji
from incident_docs.intake.chats.html_text import html_markdown
from incident_docs.intake.chats.message import Message, first_of, objects_in, text_of

_SYSTEM = ("notification-bot@zulip.com", "welcome-bot@zulip.com")


def is_zulip(payload: object) -> bool:
    """Tell whether it is an answer of Zulip, or a list of its messages."""
    return any("sender_full_name" in each and "content" in each for each in _raw(payload))


def read_zulip(payload: object) -> list[Message]:
    """Read the messages, whether their words are HTML or Markdown."""
    found = []
    for raw in _raw(payload):
        at = read_instant(raw.get("timestamp"))
        if at is None or at.tzinfo is None:
            continue
        content = text_of(raw.get("content"))
        is_plain = raw.get("content_type") == "text/x-markdown"
        found.append(
            Message(
                at,
                first_of(raw, "sender_full_name"),
                with_emoji(content if is_plain else html_markdown(content)),
                tuple(emoji_name(first_of(each, "emoji_name")) for each in objects_in(raw, "reactions")),
                first_of(raw, "id"),
                is_edited=bool(raw.get("last_edit_timestamp") or raw.get("edit_history")),
                is_system=first_of(raw, "sender_email") in _SYSTEM,
            )
        )
    return found


def _raw(payload: object) -> list[dict[str, object]]:
    return objects_in(payload, "messages") or objects_in(payload)
