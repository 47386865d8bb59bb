"""Write any text so that a table's cell can hold it."""

import re
import unicodedata

from incident_docs.edits.row_mark import split_row_mark

_SPACE = re.compile(r"\s+")
_LINE_END = re.compile(r"\r\n?|\n")
_PIPE = re.compile(r"(\\*)\|")
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
_MARKS = {"<!--": "&lt;!--", "-->": "--&gt;"}
_NOT_TEXT = frozenset(["Cc", "Zl", "Zp"])
_TURNS_ROUND = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What makes later words read as others than are written."""


def cell_text(text: str) -> str:
    """Write a text on one line, with what would end the cell, or hide those that follow, written as Markdown writes it.

    Line ends and control characters become spaces; the mark of a row that was taken over stays.
    """
    bare, row_mark = split_row_mark(text)
    if row_mark is not None:
        return f"{cell_text(bare)} {row_mark}".lstrip()
    # Backslashes before a pipe are doubled, as half of them would be read as marks.
    return _PIPE.sub(r"\1\1\\|", _without_lone_backticks(one_line(text)))


def plain_cell(text: str) -> str:
    """Give a cell's text for a terminal: pipes as they are read, no control characters and no mark of a row."""
    return _printable(split_row_mark(text)[0].replace("\\|", "|"))


def one_line(text: str) -> str:
    """Write a text on one line of prose: without control characters, and without what would hide later lines."""
    words = _SPACE.sub(" ", _printable(text)).strip()
    for mark, escaped in _MARKS.items():
        words = words.replace(mark, escaped)
    return words


def block_text(text: str) -> str:
    """Write a text as lines of code: its line ends are of one kind, and there are no control characters but tabs."""
    lines = _LINE_END.sub("\n", text).split("\n")
    return "\n".join("\t".join(_printable(part) for part in line.split("\t")).rstrip() for line in lines).strip("\n")


def _printable(text: str) -> str:
    # A printable text has none of what is replaced.
    return text if text.isprintable() else "".join(map(_writable, text))


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
