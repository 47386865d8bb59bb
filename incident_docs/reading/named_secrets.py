"""Find the secrets of a line that are called so: `PGPASSWORD=...`, `token: "..."`, `Authorization: Bearer ...`."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from incident_docs.document.text import Text, without_code
from incident_docs.reading.secret import Secret, is_sample

# In lower case. Each begins with letters that are fixed: a search for these takes a tenth of one for a choice of letters.
_HINTS = (
    rb"pass(?:w(?:or)?d|phrase)?[\"'\]]*[\s:=]",
    rb"pwd[\"'\]]*\s*[:=]",
    rb"secret[\"'\]]*(?:\s*[:=]|\s+(?:is\s|was\s)?[\"'`]|\s+[\w+/]{16})",
    rb"token[\"'\]]*(?:\s*[:=]|\s+(?:is\s|was\s)?[\"'`]|\s+[\w+/]{16})",
    rb"key[\"'\]]*(?:\s*[:=]|\s+(?:is\s|was\s)?[\"'`]|\s+[\w+/]{16})",
    rb"bearer\s+[\"'`]?[\w+/.-]{16}",
    rb"curl\b.{0,200}\s-(?:u|-user)",
    rb"mysql.{0,200}\s-p",
    rb"redis-cli\b.{0,200}\s-a",
)

_PASSWORD = r"(?:(?<![A-Za-z])pass|(?<![A-Za-z])pwd|passw(?:or)?d|passphrase)"  # noqa: S105 - a word to look for
_TOKEN = r"(?:secret|token|(?:api|access|private|secret|auth|account|encryption|signing|master|shared)[_ -]?key)"  # noqa: S105 - words to look for
_ASSIGNED = r"[\"'\]]*\s*(?:=>|[:=]{1,2})\s*"
# In prose "token: expired" is a sentence.
_SAID = r"(?:=|(?:\s+is|\s+was|:)?\s+(?=[\"'`]))"
_VALUE = r"[\"'`]?(?P<value>[^\s\"'`|&,;]{4,200})"

_REFERENCE = (
    r"[A-Z][A-Z0-9_]*|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+|[~.]*/.*|\w+://.*|sha\d+[:-].*|\d+\w{0,3}|[\d:.TZ+-]+"
    r"|string|required|optional|invalid|incorrect|missing|expired|unknown|wrong|none|null|true|false|undefined|empty"
)
_HARMLESS = ("continuation", "cursor", "fencing", "idempotency", "next", "page", "request", "resume", "sync")


def _is_any_word(value: str) -> bool:
    return len(value) >= 6 and not is_sample(value) and not re.fullmatch(_REFERENCE, value)


def _is_password(value: str) -> bool:
    """Letters and something else, as people are told to choose one."""
    return (
        _is_any_word(value)
        and re.search(r"[A-Za-z]", value) is not None
        and re.search(r"[\d!@#^+=~?]", value) is not None
    )


def _is_token(value: str) -> bool:
    """Long, and irregular in one piece: names have words with hyphens between them."""
    piece = max(re.split(r"[^A-Za-z0-9]", value), key=len)
    is_irregular = (
        len(set(piece)) >= 9 and len(re.findall(r"\d", piece)) >= 2 and re.search(r"[A-Za-z]", piece) is not None
    )
    return len(value) >= 16 and len(piece) >= 12 and is_irregular and _is_any_word(value)


class _Way(NamedTuple):
    """One way in which a secret is written."""

    pattern: str
    is_one: Callable[[str], bool]
    kind: str = "a password"
    in_prose: bool = False


_WAYS = (
    _Way(rf"[A-Z_]*(?:PASSWORD|PASSWD)={_VALUE}", _is_any_word),
    _Way(rf"(?i){_PASSWORD}[\"'\]]*\s*(?:=>|:=|={{1,2}}|:(?=\s*[\"'])|:(?=\S))\s*{_VALUE}", _is_password),
    _Way(rf"(?i)^[\s{{-]*[\w.-]{{0,40}}?{_PASSWORD}:\s+{_VALUE}", _is_password),
    _Way(rf"(?i){_TOKEN}{_ASSIGNED}{_VALUE}", _is_token, "a key or token"),
    _Way(rf"(?i)--(?:[\w-]+-)?{_PASSWORD}\s+{_VALUE}", _is_password),
    _Way(rf"(?i)--(?:[\w-]+-)?{_TOKEN}\s+{_VALUE}", _is_token, "a key or token"),
    _Way(rf"(?i)\b(?:bearer|authorization:\s*token)\s+{_VALUE}", _is_token, "a key or token"),
    _Way(rf"\bcurl\b.*\s(?:-u|--user)[ =]?[\"']?[\w.@-]+:{_VALUE}", _is_password),
    _Way(rf"\bmysql\w*\b[^|]*\s-p{_VALUE}", _is_password),
    _Way(rf"\bredis-cli\b[^|]*\s-a\s*{_VALUE}", _is_password),
    _Way(rf"(?i){_PASSWORD}{_SAID}{_VALUE}", _is_password, in_prose=True),
    _Way(rf"(?i){_TOKEN}{_SAID}{_VALUE}", _is_token, "a key or token", in_prose=True),
    _Way(rf"(?i)\bbearer\s+{_VALUE}", _is_token, "a key or token", in_prose=True),
)


def may_have_named_secrets(text: bytes) -> bool:
    """Tell whether something in the text may be called a secret."""
    lowered = text.lower()
    return any(re.search(hint, lowered) for hint in _HINTS)


def find_named_secrets(piece: Text, *, is_code: bool) -> Iterator[Secret]:
    """Find the secrets of a piece of a line, of code or of prose, where only code spans are code."""
    prose = "" if is_code else without_code(piece.value)
    for way in _WAYS:
        for match in re.finditer(way.pattern, piece.value):
            is_prose = not is_code and prose[match.start()] == piece.value[match.start()]
            value = match["value"].rstrip(".:)]}")
            before = piece.value[: match.start("value")]
            if (
                is_prose == way.in_prose
                and way.is_one(value)
                and not is_sample(value, before)
                and not _is_other(before)
            ):
                yield Secret(way.kind, Text(value, piece.line, piece.column + match.start("value")))


def _is_other(before: str) -> bool:
    """What it is called begins with a word that makes it harmless, as in `nextToken`."""
    return re.search(rf"(?i)(?:{'|'.join(_HARMLESS)})[\s_-]?{_TOKEN}\W*$", before) is not None
