"""Read the values of a frontmatter without YAML, where that can be done, as in nearly every incident.

A line is a key with a text, a time or a list in brackets.  All else, such as quotes, comments and what YAML reads as a number,
is left to YAML: where this module answers, it gives the same answer, and YAML need not even be loaded.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from incident_docs.document.frontmatter_model import Value

_LINE = re.compile(r"([a-z]+(?:[_-][a-z]+)*): (\S.*)")
_TIME = re.compile(r"~?\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)")
_ITEM = r"(?:\d{4}-\d\d-\d\d-)?[A-Za-z][\w./-]*(?: [\w./-]+)*"
_LIST = re.compile(rf"\[{_ITEM}(?:, {_ITEM})*\]", re.ASCII)
_NO_TEXTS = frozenset(["true", "false", "yes", "no", "on", "off", "null"])


def read_plain_values(lines: Sequence[str], first: int) -> dict[str, Value] | None:
    """Read the values by key in these lines, which begin at line `first` of the file; None if it takes YAML to tell."""
    values: dict[str, Value] = {}
    for number, line in enumerate(lines, first):
        match = _LINE.fullmatch(line)
        if match is None or match[1] in values or not line.isprintable():
            return None
        value = _value(match[2], number, match.start(2) + 1)
        if value is None:
            return None
        values[match[1]] = value
    return values


def _value(written: str, line: int, column: int) -> Value | None:
    if _is_text(written) or _TIME.fullmatch(written):
        return Value(written, line, column, column + len(written))
    if _LIST.fullmatch(written):
        items = written[1:-1].split(", ")
        if _NO_TEXTS.isdisjoint(item.casefold() for item in items):
            return Value(list(_values(items, line, column + 1)), line, column, column + len(written))
    return None


def _is_text(written: str) -> bool:
    """It begins with a letter, and holds nothing that is more than a letter to YAML."""
    is_word = written[0].isalpha() and written.casefold() not in _NO_TEXTS
    return is_word and written[-1] not in ": " and ": " not in written and " #" not in written


def _values(items: Iterable[str], line: int, column: int) -> Iterator[Value]:
    for item in items:
        yield Value(item, line, column, column + len(item))
        column += len(item) + len(", ")
