"""Write a message as the event of a timeline row: one line, readable in a cell, without what must not be in a document."""

import re

from incident_docs.format.definition import Format
from incident_docs.intake.alerts.clean_text import shorten
from incident_docs.intake.chats.message import Message
from incident_docs.reading.blank_out import blank_out
from incident_docs.reading.clean_addresses import clean_addresses

_LONGEST = 500
_MORE_THAN_SHOWN = 4_000
_LANGUAGES = "(?:bash|console|diff|go|hcl|html|ini|java|js|json|log|powershell|py|python|sh|shell|sql|text|toml|ts|txt|xml|ya?ml)"
"""Any other word alone on the first line is code."""
_FENCE = re.compile(rf"```(?:{_LANGUAGES}\n)?(.*?)(?:```|\Z)", re.DOTALL)
_CODE = re.compile(r"(`[^`\n]+`)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ADDRESS = re.compile(r"<(https?://[^<>\s]+)>")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_SIGNED = re.compile(r"(https?://[^\s?()\[\]]+)\?(?:[^\s()\[\]]*&)?hm=[^\s()\[\]]*")
"""An attachment of Discord."""
_QUOTE = re.compile(r"^(?:>|&gt;)\s?", re.MULTILINE)


def event_text(message: Message, format: Format) -> tuple[str, tuple[str, ...]]:
    """Give the event, empty if the message says nothing, and the kinds of what was blanked out."""
    author = " ".join(_INVISIBLE.sub("", message.author).replace("|", "/").replace("<", "‹").replace("`", "'").split())
    said = clean_addresses(_SIGNED.sub(r"\1", _INVISIBLE.sub("", f"{author}\n{_beginning(message.text)}")))
    # A number with a plus at the begin of a line would be taken for one that was added to a file.
    blanked = blank_out("\n".join(f" {line}" for line in said.split("\n")))
    author, _, text = blanked.text.strip(" ").partition("\n")
    words = _shortened(_one_line(text))
    if not words:
        return "", ()
    mark, _, rest = words.partition(" ")
    if mark in {format.labels.hypothesis_mark, format.labels.action_mark} and rest and author:
        return f"{mark} {author}: {rest}", blanked.kinds
    return f"{author}: {words}" if author else words, blanked.kinds


def _beginning(text: str) -> str:
    """Leave out what will be cut off anyway, from a word's begin on: a part of a secret looks like none."""
    return text if len(text) <= _MORE_THAN_SHOWN else text[:_MORE_THAN_SHOWN].rsplit(None, 1)[0]


def _one_line(text: str) -> str:
    """Put lines one after the other with slashes between them; each line of code becomes code of its own."""
    pieces = _FENCE.split(text)
    lines: list[str] = []
    for number, piece in enumerate(pieces):
        for line in piece.split("\n"):
            words = " ".join(line.split())
            if words:
                lines.append(_code(words) if number % 2 else _prose(words))
    return " / ".join(line for line in lines if line)


def _code(line: str) -> str:
    return f"`` {line} ``" if "`" in line else f"`{line}`"


def _prose(line: str) -> str:
    pieces = _CODE.split(_QUOTE.sub("", _ADDRESS.sub(r"\1", line)))
    return "".join(piece if number % 2 else _TAG.sub("&lt;", piece) for number, piece in enumerate(pieces))


def _shortened(text: str) -> str:
    short = shorten(text, _LONGEST)
    # A link is not cut in two.
    opened = short.rfind("[")
    is_cut = short != text and opened > 0 and ")" not in short[opened:]
    return f"{short[:opened].rstrip()}…" if is_cut else short
