"""Read text that was copied out of a chat, or exported as text: Slack, Teams, WhatsApp, Discord, and lines that begin with a time."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from incident_docs.intake.chats.chat_times import CLOCK, Calendar, Written, read_day, read_time
from incident_docs.intake.chats.emoji_names import with_emoji
from incident_docs.intake.chats.message import Message, Setting

_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_ANY_SPACE = re.compile("[\u00a0\u2007\u2009\u202f]")
_SPACES = re.compile(r"[ \t]{5,}")
_LONGEST_HEAD = 200
"""A longer line is no name with a time."""
_STAMP = re.compile(
    rf"(?P<stamp>(?:[^\[\]<>]{{0,40}}?\d[^\[\]<>]{{0,20}}?[ ,T]\s*(?:at |um )?)?~?{CLOCK}(?:\s*(?:UTC|GMT|CES?T|Z))?)".replace(
        "?P<", "?P<s_"
    ).replace("?P<s_stamp", "?P<stamp")
)
_BRACKETED = re.compile(rf"\[{_STAMP.pattern}\]\s*(?P<rest>.*)")
_DASHED = re.compile(rf"(?P<date>\d[\d./-]+),? {_STAMP.pattern} [-–] (?P<rest>.*)")
_NAMED = re.compile(
    rf"(?P<name>\S.{{0,79}}?)(?:\s{{2,}}|\t|,?\s(?=\[)|,\s(?=[A-Z][a-z]{{2,8}}\.? \d))\[?{_STAMP.pattern}\]?\s*(?:\(edited\))?"
)
_ALONE = re.compile(rf"\s*\[?{_STAMP.pattern}\]?\s*")
_LISTED = re.compile(
    r"(?:[-*•|]\s*)?\**`?(?P<time>(?:\S+[ ,T]\s*)??~?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[AaPp]\.?[Mm]\.?)?(?:\s*[-–]\s*\d\d?[:.]\d\d)?(?:\s?(?:UTC|GMT|CES?T|Z))?)`?\**\s*(?:[-–—|:,;]\s*|\s+)(?P<rest>\S.*?)[\s|]*"
)
_AUTHOR = re.compile(r"(?:<(?P<angle>[^<>]{1,60})>\s+|(?P<plain>[^:\s][^:\n]{0,50}):\s+)(?P<text>.*)", re.DOTALL)
_BADGE = re.compile(r"(?::[\w+-]+:|APP|BOT|[^\w\s]{1,4})", re.IGNORECASE)
_BADGED = re.compile(rf"^(?:APP|BOT|:[\w+-]+:)\s+(?={CLOCK}$)".replace("?P<", "?P<b_"))
_NAME_BADGE = re.compile(r"(?:\s+(?:APP|BOT|:[\w+-]+:|\(pinned\)))+$")
_AROUND = " -–—_"
_NOISE = re.compile(
    r"New|Today|Yesterday|\d+ repl(?:y|ies)(?:\s.*)?|View thread|Last reply .*|Thread:?|\(edited\)|Edited|\d+|:[\w+-]+:|Reply|Also sent to the channel"
    r"|Saved for later.*|Pinned by .*|Jump|View newer replies|={5,}|-{5,}|Exported \d+ message.*|\{(?:Attachments|Embed|Reactions|Stickers)\}|.{1,5} \(\d+\)"
    r"|<?(?:image|video|audio|sticker|GIF|document|Media) omitted>?"
    r"|(?:Guild|Channel|Topic|After|Before):.*"
)
_SYSTEM = re.compile(
    r"(?i)(?:has )?(?:(?:joined|left)(?: the)?(?: #\S+| channel| group| chat)?\.?$|was (?:added|removed|invited)\b|set the channel|(?:has )?(?:archived|renamed|unarchived) the|pinned a message|started a (?:huddle|thread|call))"
    r"|messages and calls are end-to-end|(?:.{1,60} )?(?:joined using|created (?:this )?group|added you|changed the (?:subject|group|topic)|has (?:joined|left) )"
)
_EDITED = re.compile(r"\s*\((?:edited|bearbeitet)\)\s*$|<This message was edited>\s*$|^Edited$", re.IGNORECASE)


class _Piece(NamedTuple):
    """A line that begins a message, or goes on with one."""

    written: Written | None
    author: str | None
    """None for the one before."""
    text: str


def read_pasted(text: str, setting: Setting) -> tuple[list[Message], Calendar] | None:
    """Read messages one after the other; None if no line is one with a time."""
    plain = (_SPACES.sub("    ", _ANY_SPACE.sub(" ", _INVISIBLE.sub("", line))).rstrip() for line in text.split("\n"))
    # So that the name on the line before is the author.
    lines = [_BADGED.sub("  ", line) for line in plain]
    pieces = list(_chat(lines, setting))
    if not any(each.written for each in pieces):
        pieces = list(_listed(lines, setting))
    calendar = Calendar(setting)
    found = list(_messages(pieces, setting, calendar))
    return (found, calendar) if found else None


def _chat(lines: list[str], setting: Setting) -> Iterator[_Piece]:
    names: set[str] = set()
    skip = -1
    for number, line in enumerate(lines):
        if number <= skip:
            continue
        ahead = _time_ahead(lines, number, setting, names)
        if ahead:
            skip, written = ahead
            names.add(_bare_name(line))
            yield _Piece(written, _bare_name(line), "")
            continue
        piece = _begins(line, lines[number + 1 : number + 2], setting)
        if piece.author:
            names.add(piece.author)
        yield piece


def _time_ahead(lines: list[str], number: int, setting: Setting, names: set[str]) -> tuple[int, Written] | None:
    """Slack writes a name, a status and the time on lines of their own; the time is set off or has its day, or the name is a known one."""
    name = _bare_name(lines[number])
    if not name or len(name) > 80 or _read_alone(lines[number], setting):
        return None
    place = number + 1
    while place < min(len(lines), number + 4) and (not lines[place].strip() or _BADGE.fullmatch(lines[place].strip())):
        place += 1
    written = _read_alone(lines[place], setting) if place < len(lines) else None
    is_set_off = place < len(lines) and lines[place].startswith((" ", "\t"))
    is_first = not names and not any(line.strip() for line in lines[:number])
    return (place, written) if written and (is_set_off or name in names or is_first or written.day) else None


def _read_alone(line: str, setting: Setting) -> Written | None:
    match = _ALONE.fullmatch(line) if len(line) <= _LONGEST_HEAD else None
    return read_time(match["stamp"], setting) if match else None


def _begins(line: str, following: list[str], setting: Setting) -> _Piece:
    bracketed, dashed = _BRACKETED.fullmatch(line.strip()), _DASHED.fullmatch(line.strip())
    if dashed:
        written = read_time(f"{dashed['date']} {dashed['stamp']}", setting)
        author, text = _split(dashed["rest"])
        return _Piece(written, author, text) if written else _Piece(None, None, line)
    if bracketed and (written := read_time(bracketed["stamp"], setting)):
        author, text = _split(bracketed["rest"])
        below = following[0][:_LONGEST_HEAD].strip() if following else ""
        has_words_below = bool(below) and not _BRACKETED.match(below) and not _NAMED.fullmatch(below)
        if not author and (has_words_below or written.day) and len(text) <= 80:
            return _Piece(written, _bare_name(text), "")
        return _Piece(written, author, text)
    named = _NAMED.fullmatch(line) if len(line) <= _LONGEST_HEAD else None
    if named and (written := read_time(named["stamp"], setting)):
        return _Piece(written, _bare_name(named["name"]), "")
    alone = _read_alone(line, setting)
    return _Piece(alone, None, "") if alone else _Piece(None, None, line)


def _bare_name(text: str) -> str:
    return _NAME_BADGE.sub("", text.strip().rstrip(":"))


def _split(text: str) -> tuple[str, str]:
    match = _AUTHOR.fullmatch(text)
    return (match["angle"] or match["plain"], match["text"]) if match else ("", text)


def _listed(lines: list[str], setting: Setting) -> Iterator[_Piece]:
    for line in lines:
        match = _LISTED.fullmatch(line.strip())
        written = read_time(match["time"], setting) if match else None
        if match and written:
            author, text = _split(match["rest"]) if match["rest"].startswith("<") else ("", match["rest"])
            yield _Piece(written, author, f"{text} (until {written.until})" if written.until else text)
        else:
            yield _Piece(None, None, line)


def _messages(pieces: list[_Piece], setting: Setting, calendar: Calendar) -> Iterator[Message]:
    author, begun, lines = "", None, list[str]()
    for piece in pieces:
        day = None if piece.written else read_day(piece.text.strip(_AROUND), setting.day)
        if day is not None:
            calendar.new_day(day)
        elif piece.written is None:
            lines.append(piece.text)
        else:
            if begun is not None:
                yield _message(begun, author, lines)
            author = author if piece.author is None else piece.author
            begun, lines = piece.written._replace(at=calendar.put(piece.written)), [piece.text]
    if begun is not None:
        yield _message(begun, author, lines)


def _message(written: Written, author: str, lines: list[str]) -> Message:
    kept = [line for line in lines if line.strip() and not _NOISE.fullmatch(line.strip(_AROUND) or line.strip())]
    is_edited = any(_EDITED.search(line.strip()) for line in lines)
    text = with_emoji("\n".join(_EDITED.sub("", line) for line in kept).strip())
    assert written.at is not None  # noqa: S101 - the calendar has put it
    return Message(
        written.at, author, text, is_edited=is_edited, is_system=bool(_SYSTEM.match(text)), is_rough=written.is_rough
    )
