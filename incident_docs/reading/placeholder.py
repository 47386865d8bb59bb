"""What its writer left to be written: `<...>`, TODO and their kin, a dash where words belong."""

import re

from incident_docs.document.model import Document
from incident_docs.document.text import Text, find_placeholders, without_addresses, without_code

# In capitals, as people leave them: "todo" is also a word of other languages, and the name of a list.
_WORD = re.compile(r"(?<![\w-])(?:TODO|FIXME|XXX|TBD|tbd|(?i:lorem ipsum))(?![\w-])")
_BEGINNINGS = ("<", "TODO", "FIXME", "XXX", "TBD", "tbd")
_COMMENT = ("<!--", "-->")
_NOT_BREAK = re.compile(r"[^\n]")
_NOTHING = "-–—.…?*_ \t"


def placeholders_in(text: Text) -> list[Text]:
    """The placeholders in a line, in its order; what stands in code or in an address is none."""
    if not may_have_placeholders(text.value):
        return []
    visible = without_addresses(without_code(text.value))
    spans = [(mark.column - 1, mark.end_column - 1) for mark in find_placeholders(Text(visible, text.line))]
    for start, end in spans:
        visible = visible[:start] + " " * (end - start) + visible[end:]
    spans += [match.span() for match in _WORD.finditer(visible)]
    return [Text(text.value[start:end], text.line, text.column + start) for start, end in sorted(spans)]


def may_have_placeholders(text: str) -> bool:
    """Whether it is worth looking for placeholders: most texts hold nothing that could begin one."""
    # Searching for words one by one is many times as fast as an expression that knows them all.
    return any(word in text for word in _BEGINNINGS) or contains_words(text, "lorem ipsum")


def contains_words(text: str, words: str) -> bool:
    """The text holds the words, in whatever case."""
    if not words.isascii():
        return words.casefold() in text.casefold()
    # In a text with an emoji, folding the case takes ten times as long as in its bytes.
    return words.lower().encode() in text.encode(errors="replace").lower()


def is_blank(text: str) -> bool:
    """Nothing is written, or only a dash, dots, a question mark or a comment."""
    return not text[:1].isalnum() and not without_comments(text).strip(_NOTHING)


def is_placeholder(text: str) -> bool:
    """The text is a placeholder, and nothing else."""
    if text[:1].isalnum() and not text.startswith(_BEGINNINGS) and text[:5].lower() != "lorem":
        return False
    marks = placeholders_in(Text(text, 1))
    rest = text
    for mark in reversed(marks):
        rest = rest[: mark.column - 1] + rest[mark.end_column - 1 :]
    return bool(marks) and not any(char.isalnum() for char in rest)


def is_unwritten(text: str, document: Document) -> bool:
    """Nothing is said: the text is blank, a placeholder, or `not published` in a document that may not say so."""
    return is_blank(text) or is_placeholder(text) or claims_unpublished(text, document)


def claims_unpublished(text: str, document: Document) -> bool:
    """The text says `not published`, but there is no report that could have published it."""
    label = document.format.labels.not_published
    return not document.is_reconstructed and text.strip("*_. ").casefold() == label.casefold()


def without_comments(text: str) -> str:
    """The text with its HTML comments blanked out, every other character in its place."""
    begin, close = _COMMENT
    if begin not in text:
        return text
    pieces = []
    done = 0
    # By hand, for an expression would look for the end again from every `<!--` that has none.
    while (start := text.find(begin, done)) >= 0 and (end := text.find(close, start + len(begin))) >= 0:
        pieces += [text[done:start], _NOT_BREAK.sub(" ", text[start : end + len(close)])]
        done = end + len(close)
    return "".join([*pieces, text[done:]])
