"""Turn what Slack writes for mentions, links, dates and bold words into Markdown."""

import re
from html import unescape

from incident_docs.intake.chats.emoji_names import with_emoji
from incident_docs.intake.chats.message import Names
from incident_docs.reading.clean_addresses import clean_url

_ANGLE = re.compile(r"<([@#!]?)([^<>\n]*)>")
_CODE = re.compile(r"(```.*?```|`[^`\n]+`)", re.DOTALL)
_BOLD = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")
_STRUCK = re.compile(r"(?<![\w~])~(?=\S)([^~\n]+?)(?<=\S)~(?![\w~])")


def slack_markdown(text: str, names: Names) -> str:
    """Write a message of Slack as Markdown; code stays as it is, but for its entities."""
    pieces = _CODE.split(text)
    return "".join(
        unescape(_ANGLE.sub(_address, piece)) if number % 2 else _prose(piece, names)
        for number, piece in enumerate(pieces)
    )


def _prose(text: str, names: Names) -> str:
    text = _STRUCK.sub(r"~~\1~~", _BOLD.sub(r"**\1**", with_emoji(text)))
    return unescape(_ANGLE.sub(lambda match: _meant(match, names), text))


def _address(match: re.Match[str]) -> str:
    return match[2].partition("|")[0] if not match[1] and "://" in match[2] else match[0]


def _meant(match: re.Match[str], names: Names) -> str:
    kind, (target, _, label) = match[1], match[2].partition("|")
    if kind == "@":
        return f"@{(label or names.users.get(target, target)).lstrip('@')}"
    if kind == "#":
        return f"#{label or names.channels.get(target, target)}"
    if kind == "!":
        return label or f"@{target.partition('^')[0]}"
    return markdown_link(unescape(target), label) if ":" in target else match[0]


def markdown_link(url: str, label: str) -> str:
    """Write a link without what opens doors; one that leads nowhere that is safe is its label."""
    if not url.startswith(("http://", "https://")):
        return label or url.removeprefix("mailto:")
    clean = clean_url(url).replace("(", "%28").replace(")", "%29")
    if not clean:
        return label or "(address removed)"
    return clean if label in {"", url} else f"[{label.replace('[', '(').replace(']', ')')}]({clean})"


def without_query(url: str) -> str:
    """Give the address of a file without what stands behind its path, where services put tokens."""
    return url.partition("?")[0].partition("#")[0]
