"""Turn what a service writes into plain text: no markup, no HTML, nothing that moves the cursor or turns the line around."""

import re
import unicodedata
from html import unescape

LONGEST_TITLE = 120
_LONGEST_BODY = 10_000
_KEPT_FORMATS = "\u200c\u200d"
"""Joiners: some scripts and many emoji are written with them."""
_ESCAPED_LINE_END = re.compile(r"\\r\\n|\\n|\\r")
_SCRIPT = re.compile(r"<(script|style)\b[^>]*>.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h\d)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?(?:-->|\Z)|<!?--", re.DOTALL)
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*\)")
_SLACK_LINK = re.compile(r"<(?:https?|mailto)[^<>|\s]*\|([^<>]*)>")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_LINE_MARK = re.compile(r"(?:#{1,6}|>|[-*+])\s+")
_STATE = re.compile(
    r"\s*(?:\[(?:firing|resolved|alerting|ok|no ?data|pending|warn(?:ing)?|error|alert|critical|triggered|re-triggered|"
    r"recovered|renotify|p[0-5]|sev-?\d|#\d+|[^\w\]]*(?:down|up))\b[^\]]*\]|%%%)\s*:?\s*",
    re.IGNORECASE,
)
_RULE = re.compile(r"-{3,}|={4,}|_{3,}|\*{3,}")


def clean_lines(text: str) -> str:
    """Give the text without what a terminal or a page would act on; its lines stay."""
    text = _ESCAPED_LINE_END.sub("\n", text)
    text = _SLACK_LINK.sub(r"\1", _SCRIPT.sub(" ", text))
    text = _TAG.sub(" ", _BREAK.sub("\n", text))
    # After an entity is read there may be tags again.
    plain = _TAG.sub(" ", _SCRIPT.sub(" ", unescape(text))) if "&" in text else text
    lines = ("".join(map(_visible, line)) for line in re.split(r"\r\n|[\n\r\v\f\x85\u2028\u2029]", plain))
    return "\n".join(re.sub(r"[^\S\n]+", " ", line).strip() for line in lines).strip()


def _visible(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cf":
        return char if char in _KEPT_FORMATS else ""
    return " " if category in {"Cc", "Cs", "Co", "Cn"} else char


def clean_title(text: str) -> tuple[str, str]:
    """Give one line of at most 120 characters, and all lines if the title does not say everything; else nothing."""
    whole = clean_lines(text)
    lines = [line for line in whole.split("\n") if _title_words(line)]
    if not lines:
        return "", ""
    title = _title_words(lines[0])
    if len(title) > LONGEST_TITLE:
        return shorten(title, LONGEST_TITLE), whole
    return title, whole if len(lines) > 1 else ""


def _title_words(line: str) -> str:
    line = _MARKDOWN_LINK.sub(r"\1", line)
    line = _RULE.sub("-", _BOLD.sub(r"\2", line).replace("`", ""))
    before = ""
    while line != before:
        before = line
        line = _LINE_MARK.sub("", line.lstrip(), count=1) if _LINE_MARK.match(line.lstrip()) else line
        state = _STATE.match(line)
        line = line[state.end() :] if state else line
    words = (
        " ".join(line.replace("<", "‹").replace(">", "›").split())
        if re.search(r"<[^<>]*>", line)
        else " ".join(line.split())
    )
    return words.rstrip(" -") if any(char.isalnum() for char in words) else ""


def shorten(title: str, longest: int) -> str:
    """Cut a line that is longer than this where a word ends, if there is a place not too far from the end."""
    if len(title) <= longest:
        return title
    part = title[: longest - 1]
    at_word = part.rpartition(" ")[0]
    return f"{(at_word if len(at_word) > longest // 2 else part).rstrip(' ,;:-')}…"


def clean_body(text: str) -> str:
    """Give a text of several lines, without empty ones next to each other, and not without end."""
    lines = [line for line in clean_lines(text).split("\n") if line.strip() != "%%%"]
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    more = len(body) - _LONGEST_BODY
    return f"{body[:_LONGEST_BODY]}… ({more:,} more characters)" if more > 0 else body


def clean_name(text: str) -> str:
    """Give the name of a service: a few words in one line, beginning with a letter or a digit."""
    words = " ".join(re.sub(r"[\[\]{}<>`|*\"]", " ", clean_lines(text)).split())
    return re.sub(r"^[^\w]+", "", words)[:60].strip()
