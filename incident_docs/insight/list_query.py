"""Read what the block of a list asks for, or the mistakes in it with their lines.

Values of a key add up, keys narrow: what is listed has one of the values of every key.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from incident_docs.format.publishing import COLUMNS
from incident_docs.format.wording import suggest_quoted
from incident_docs.insight.archive import Archive, Query, Subject
from incident_docs.insight.filter_values import Values, comparable, nothing_has, value_mistakes
from incident_docs.insight.orders import NEWEST, ORDERS

_TITLE = "title"
_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
_COMMENT = re.compile(r"(?:^|\s)#(?:\s.*)?$")
_LINE = re.compile(r"([^\s:]+)\s*:\s*(.*)")
_VALUE = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([^,]*))\s*(?:,|$)""")


class Setting(NamedTuple):
    """A key and what it is set to."""

    line: int
    key: str
    text: str
    """All that stands after the colon, but for a comment and the quotes around it."""
    values: tuple[str, ...]
    """The same, taken apart at its commas."""


class Mistake(NamedTuple):
    """Why a list cannot be made."""

    line: int
    message: str


def read_query(lines: Sequence[str], first: int, subject: Subject, archive: Archive) -> Query | tuple[Mistake, ...]:
    """Read the lines of a block; `first` is the number of its first line."""
    found = list(read_settings(lines, first))
    asked = [each for each in found if isinstance(each, Setting)]
    mistakes = [each for each in found if isinstance(each, Mistake)]
    mistakes.extend(_mistakes(asked, subject, archive))
    if mistakes:
        return tuple(sorted(mistakes))
    known = _known(subject, archive)
    by_key = {setting.key: setting for setting in asked}
    limit, sort, search = (by_key.get(key) for key in ("limit", "sort", "search"))
    columns = by_key.get("columns")
    filters = [setting for setting in asked if setting.key in known]
    return Query(
        subject,
        {each.key: tuple(_written(each, known[each.key])) for each in filters},
        search.text if search else "",
        sort.text.lower() if sort else NEWEST,
        int(limit.text) if limit else None,
        columns.values if columns else (),
        tuple(
            f"{nothing_has(setting.key, value, _kind(subject))}."
            for setting in filters
            for value in setting.values
            if comparable(setting.key, value) not in known[setting.key]
        ),
    )


def read_settings(lines: Sequence[str], first: int) -> Iterator[Setting | Mistake]:
    """Read keys and values, one key a line: `severity: P1, P2`. `first` is the number of the first line."""
    for number, written in enumerate(lines, first):
        line = _COMMENT.sub("", written).strip()
        if not line:
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            yield Mistake(number, f"{line!r} is no filter; write a key, a colon and what to look for")
            continue
        key, text = match[1].lower(), match[2]
        values = tuple(_values(text))
        if values:
            yield Setting(number, key, values[0] if _is_quoted(text) else text, values)
        else:
            yield Mistake(number, f"{key} has no value")


def _values(text: str) -> Iterator[str]:
    """Split at the commas, but for those in quotes. A list may stand in brackets, as in the frontmatter."""
    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1]
    for match in _VALUE.finditer(text):
        value = next((group for group in match.groups() if group is not None), "").strip()
        if value:
            yield value


def _is_quoted(text: str) -> bool:
    match = _VALUE.match(text)
    return match is not None and match.end() == len(text) and match[3] is None


def _known(subject: Subject, archive: Archive) -> Mapping[str, Mapping[str, Values]]:
    return (archive.incidents if subject is Subject.INCIDENTS else archive.actions).known


def _written(setting: Setting, known: Mapping[str, Values]) -> Iterator[str]:
    """Give the values in all ways in which documents write them."""
    for value in setting.values:
        yield from known.get(comparable(setting.key, value), (value,))


def _mistakes(asked: Iterable[Setting], subject: Subject, archive: Archive) -> Iterator[Mistake]:
    known = _known(subject, archive)
    others = ("search", "sort", "limit", "columns") if subject is Subject.INCIDENTS else ("limit",)
    seen: set[str] = set()
    for setting in asked:
        key = setting.key
        if key not in known and key not in others:
            yield Mistake(setting.line, f"there is no key {key!r}; {suggest_quoted(key, (*known, *others))}")
        elif key in seen:
            yield Mistake(setting.line, f"{key} is there twice; write its values on one line, with commas between them")
        else:
            messages = (
                value_mistakes(key, setting.values, known[key], _kind(subject))
                if key in known
                else _of_other(setting, archive)
            )
            yield from (Mistake(setting.line, message) for message in messages)
        seen.add(key)


def _kind(subject: Subject) -> str:
    return "incident" if subject is Subject.INCIDENTS else "action item"


def _of_other(setting: Setting, archive: Archive) -> Iterator[str]:
    text = setting.text
    if setting.key == "limit" and not _NUMBER.fullmatch(text):
        yield f"limit is {text!r}; write a whole number from 1 on"
    if setting.key == "sort" and text.lower() not in ORDERS:
        yield f"there is no order {text!r}; there are {', '.join(ORDERS)}"
    if setting.key == "columns":
        allowed = dict.fromkeys((*COLUMNS, *archive.format.field))
        for place, name in enumerate(setting.values):
            if name not in allowed:
                yield f"there is no column {name!r}; {suggest_quoted(name, allowed)}"
            elif name in setting.values[:place]:
                yield f"the column {name!r} is there twice"
        if _TITLE not in setting.values:
            yield f"the column {_TITLE!r} is missing, which leads to the incident"
