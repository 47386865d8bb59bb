"""A piece of the document and where it stands."""

import re
from typing import NamedTuple

# A space inside of a bracket: "p99 < 2 s and errors > 1 %" compares.
_PLACEHOLDER = re.compile(r"<(?![/!?\s])([^<>\n]+)(?<!\s)>")
_AUTOLINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S*|\S+@\S+")
_HTML_NAMES = frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "center",
        "cite",
        "code",
        "col",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "picture",
        "pre",
        "q",
        "s",
        "samp",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "sub",
        "summary",
        "sup",
        "svg",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "tt",
        "u",
        "ul",
        "var",
        "video",
        "wbr",
    ]
)
_ATTRIBUTE = re.compile(r"[A-Za-z][\w-]*\s+[\w:-]+=[\"']")
_HTML_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


# A named tuple, not a dataclass: a document has a hundred of these, and they cost a third to make.
class Text(NamedTuple):
    """A stretch of one line."""

    value: str
    line: int
    """1-based, in the file."""
    column: int = 1
    """1-based, in characters."""

    @property
    def end_column(self) -> int:
        """The column after its last character."""
        return self.column + len(self.value)


def find_placeholders(text: Text) -> list[Text]:
    """The `<...>` that a template left in the text. HTML elements and autolinks are none, nor is what stands in code."""
    if "<" not in text.value:
        return []
    prose = without_code(text.value)
    return [
        Text(text.value[match.start() : match.end()], text.line, text.column + match.start())
        for match in _PLACEHOLDER.finditer(prose)
        if not _is_markup(match[1])
    ]


def without_code(line: str) -> str:
    """The line with its code spans blanked out, every other character in its place."""
    if "`" not in line:
        return line
    return _CODE_SPAN.sub(_blank, line)


def without_addresses(line: str) -> str:
    """The line with its URLs and the targets of its links blanked out, every other character in its place."""
    return _ADDRESS.sub(_blank, line)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)")
_ADDRESS = re.compile(r"(?<!\w)\w+://[^\s)|]+|(?<=\]\()[^\s()]*[/.#][^\s()]*")


def _is_markup(inside: str) -> bool:
    name = _HTML_NAME.match(inside)
    is_element = name is not None and (name[0].lower() in _HTML_NAMES or _ATTRIBUTE.match(inside) is not None)
    return is_element or _AUTOLINK.fullmatch(inside) is not None
