"""Write any text so that a table's cell can hold it."""

import re
import unicodedata

_SPACE = re.compile(r"\s+")
_PIPE = re.compile(r"(\\*)\|")
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
_MARKS = {"<!--": "&lt;!--", "-->": "--&gt;"}
_NOT_TEXT = frozenset(["Cc", "Zl", "Zp"])
_TURNS_ROUND = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What makes later words read as others than are written."""


def cell_text(text: str) -> str:
    """Write a text on one line, with what would end the cell, or hide those that follow, written as Markdown writes it.

    Line ends and control characters become spaces.
    """
    words = "".join(_writable(char) for char in text)
    for mark, escaped in _MARKS.items():
        words = words.replace(mark, escaped)
    # Backslashes before a pipe are doubled, as half of them would be read as marks.
    return _PIPE.sub(r"\1\1\\|", _without_lone_backticks(_SPACE.sub(" ", words).strip()))


def plain_cell(text: str) -> str:
    """Give a cell's text for a terminal: pipes as they are read, and no control characters."""
    words = text.replace("\\|", "|")
    return words if words.isprintable() else "".join(map(_writable, words))


def _writable(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    return " " if category in _NOT_TEXT or char in _TURNS_ROUND else char


def _without_lone_backticks(text: str) -> str:
    """Write backticks that open no code span as references: they might open one with those of another cell."""
    pieces = []
    done = 0
    for span in _CODE_SPAN.finditer(text):
        pieces += [text[done : span.start()].replace("`", "&#96;"), span[0]]
        done = span.end()
    return "".join([*pieces, text[done:].replace("`", "&#96;")])
