"""Find what a writer left to be written: `<...>`, TODO and their kin."""

import re

from incident_docs.document.text import Text, without_addresses, without_code

# A space inside of a bracket: "p99 < 2 s and errors > 1 %" compares.
_BRACKETED = re.compile(r"<(?![/!?\s])([^<>\n]+)(?<!\s)>")
# In capitals, as people leave them: "todo" is also a word of other languages, and the name of a list.
_WORD = re.compile(r"(?<![\w-])(?:TODO|FIXME|XXX|TBD|tbd|(?i:lorem ipsum))(?![\w-])")
_BEGINNINGS = ("<", "TODO", "FIXME", "XXX", "TBD", "tbd")
_HTML = (
    "a abbr b blockquote br caption center cite code col dd del details dfn div dl dt em figcaption figure h1 h2 h3 "
    "h4 h5 h6 hr i img ins kbd li mark ol p picture pre q s samp small source span strike strong sub summary sup svg "
    "table tbody td tfoot th thead tr tt u ul var video wbr"
)
_HTML_NAMES = frozenset(_HTML.split())
_HTML_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_ATTRIBUTE = re.compile(r"[A-Za-z][\w-]*\s+[\w:-]+=[\"']")
_AUTOLINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S*|\S+@\S+")


def bracketed_placeholders(text: Text) -> list[Text]:
    """Find the `<...>` that a template left; HTML elements and autolinks are none, nor is what stands in code."""
    if "<" not in text.value:
        return []
    return [
        Text(text.value[match.start() : match.end()], text.line, text.column + match.start())
        for match in _BRACKETED.finditer(without_code(text.value))
        if not _is_markup(match[1])
    ]


def _is_markup(inside: str) -> bool:
    name = _HTML_NAME.match(inside)
    is_element = name is not None and (name[0].lower() in _HTML_NAMES or _ATTRIBUTE.match(inside) is not None)
    return is_element or _AUTOLINK.fullmatch(inside) is not None


def placeholders_in(text: Text) -> list[Text]:
    """Find the placeholders in a line, in its order; what stands in code or in an address is none."""
    if not may_have_placeholders(text.value):
        return []
    visible = without_addresses(without_code(text.value))
    spans = [(mark.column - 1, mark.end_column - 1) for mark in bracketed_placeholders(Text(visible, text.line))]
    for start, end in spans:
        visible = visible[:start] + " " * (end - start) + visible[end:]
    spans += [match.span() for match in _WORD.finditer(visible)]
    return [Text(text.value[start:end], text.line, text.column + start) for start, end in sorted(spans)]


def may_have_placeholders(text: str) -> bool:
    """Tell whether it is worth looking for placeholders: most texts hold nothing that could begin one."""
    # Searching for words one by one is many times as fast as an expression that knows them all.
    return any(word in text for word in _BEGINNINGS) or contains_words(text, "lorem ipsum")


def contains_words(text: str, words: str) -> bool:
    """Tell whether the text holds the words, in whatever case."""
    if not words.isascii():
        return words.casefold() in text.casefold()
    # In a text with an emoji, folding the case takes ten times as long as in its bytes.
    return words.lower().encode() in text.encode(errors="replace").lower()


def is_placeholder(text: str) -> bool:
    """Tell whether the text is a placeholder, and nothing else."""
    if text[:1].isalnum() and not text.startswith(_BEGINNINGS) and text[:5].lower() != "lorem":
        return False
    marks = placeholders_in(Text(text, 1))
    rest = text
    for mark in reversed(marks):
        rest = rest[: mark.column - 1] + rest[mark.end_column - 1 :]
    return bool(marks) and not any(char.isalnum() for char in rest)
