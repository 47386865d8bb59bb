"""Search the files of a public site for text that was left out of it.

Text is compared word by word, without markup, so that it is found in pages, data and feeds alike. What somebody else writes in
public is no secret: common words, headings and phrases give no alarm.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from incident_docs.audience.redaction import Removed, RemovedKind
from incident_docs.document.commonmark import visible_text
from incident_docs.document.table import table_cells
from incident_docs.document.text import Text
from incident_docs.format.definition import Format

_WORD = re.compile(r"(?<!\w)@\w+|\w+")
_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r"=\"([^\"]*)\"")
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|[nrt])")
_FOLD = re.compile(r"\r\n[ \t]")
_LIST_SIGN = re.compile(r"[\s>]*(?:[-*+]|\d+[.)])\s+")
_DASHES = re.compile(r"[\s|:-]*-[\s|:-]*")
_FEWEST_WORDS, _FEWEST_LETTERS, _FEWEST_OF_VALUE = 3, 12, 4
_MOST_REPORTED = 20
_LONGEST = 8
"""Words of one text that is looked for: a page may show only the beginning of a sentence."""


class ForbiddenText(NamedTuple):
    """Text that must not appear in the site."""

    words: tuple[str, ...]
    path: str
    """Of the incident that it was left out of, as its author knows it, and the place in it."""
    line: int
    column: int
    kind: RemovedKind


class Leak(NamedTuple):
    """A forbidden text that was found."""

    file: str
    """Of the site."""
    text: ForbiddenText

    def __str__(self) -> str:
        # Not the words: the log of a build is read by more people than the incident.
        text = self.text
        return f"{self.file} says what is internal in {text.path}:{text.line}:{text.column}"


def forbidden_texts(
    removed: Mapping[str, Iterable[Removed]],
    handles: Iterable[tuple[str, str]],
    public: Mapping[str, str],
    format: Format,
) -> tuple[ForbiddenText, ...]:
    """List what to look for. All is by the incidents' paths: what was left out, and the texts that are published.

    `handles` are those of people who are not to be named, each with an incident that does.
    """
    found = [each for path, pieces in removed.items() for each in _of(path, tuple(pieces), format)]
    index = _Index(found)
    common = {
        each
        for path, text in (public.items() if found else ())
        for each in index.among(_words(text))
        if each.kind is RemovedKind.LINE or each.path != path
    }
    named = (ForbiddenText(tuple(_words(handle)), path, 1, 1, RemovedKind.VALUE) for handle, path in handles)
    return tuple(dict.fromkeys((*(each for each in found if each not in common), *named)))


def find_leaks(
    files: Iterable[tuple[str, str]], forbidden: Iterable[ForbiddenText], harmless: Iterable[str] = ()
) -> list[Leak]:
    """Find forbidden texts in the files of a site, given by their paths and texts.

    `harmless` is what the site says without any incident, which is no secret. A single word that stands on every page is the theme's.
    """
    index = _Index(forbidden)
    if index.is_empty:
        return []
    ignored = {each for text in harmless for each in index.among(_words(_read(text)))}
    pages = 0
    found: dict[ForbiddenText, list[str]] = {}
    for path, text in files:
        pages += path.endswith(".html")
        for each in index.among(_words(_read(text))) - ignored:
            found.setdefault(each, []).append(path)
    return sorted(
        Leak(path, each)
        for each, paths in found.items()
        if len(each.words) > 1 or sum(path.endswith(".html") for path in paths) < max(pages, 2)
        for path in paths
    )


def report_leaks(found: Iterable[Leak]) -> str:
    """Write what there is to say about leaks, each place once."""
    lines = list(dict.fromkeys(str(leak) for leak in found))
    rest = len(lines) - _MOST_REPORTED
    return "\n".join([*lines[:_MOST_REPORTED], *([f"and {rest} more"] if rest > 0 else [])])


class _Index:
    """Index forbidden texts by the two words of each that are longest together, so that few are looked at closely."""

    def __init__(self, forbidden: Iterable[ForbiddenText]) -> None:
        self._same: dict[tuple[str, ...], list[ForbiddenText]] = {}
        for each in forbidden:
            self._same.setdefault(each.words, []).append(each)
        self._words = {words[0] for words in self._same if len(words) == 1}
        self._by_pair: dict[tuple[str, str], list[tuple[int, tuple[str, ...]]]] = {}
        for words in self._same:
            pairs = list(pairwise(words))
            if pairs:
                place = max(range(len(pairs)), key=lambda at: len(pairs[at][0]) + len(pairs[at][1]))
                self._by_pair.setdefault(pairs[place], []).append((place, words))

    @property
    def is_empty(self) -> bool:
        """Tell whether there is nothing to look for, and no need to read anything."""
        return not self._same

    def among(self, words: list[str]) -> set[ForbiddenText]:
        """Find those that appear in a text of these words."""
        found: set[tuple[str, ...]] = {(word,) for word in self._words.intersection(words)}
        for at, pair in enumerate(pairwise(words)) if self._by_pair else ():
            for place, looked_for in self._by_pair.get(pair, ()):
                if at >= place and tuple(words[at - place : at - place + len(looked_for)]) == looked_for:
                    found.add(looked_for)
        return {each for words in found for each in self._same[words]}


def _of(path: str, removed: tuple[Removed, ...], format: Format) -> Iterator[ForbiddenText]:
    known = {heading for _, heading in format.section_by_heading}
    for place, (text, kind) in enumerate(removed):
        if kind is RemovedKind.VALUE:
            for value in text.value.split("\n"):
                words = tuple(_words(value))
                if _letters(words) >= _FEWEST_OF_VALUE:
                    yield ForbiddenText(words, path, text.line, text.column, kind)
            continue
        is_head = place + 1 < len(removed) and _DASHES.fullmatch(removed[place + 1].text.value) is not None
        if not is_head and text.value.strip("# \t").casefold() not in known:
            for piece in _pieces(text):
                for words in _runs(piece.value):
                    yield ForbiddenText(words, path, piece.line, piece.column, kind)


def _pieces(text: Text) -> Iterable[Text]:
    """Split a line into what stands together on a page: a table's cells may not."""
    line = text.value
    if line.lstrip().startswith("|"):
        return (cell._replace(column=text.column + cell.column - 1) for cell in table_cells(line, text.line))
    sign = _LIST_SIGN.match(line)
    return (Text(line[sign.end() :], text.line, text.column + sign.end()) if sign else text,)


def _runs(line: str) -> Iterator[tuple[str, ...]]:
    """Cut the words of a line, as a reader sees it and as it is written, into runs; leave out those too short to tell anything."""
    for words in dict.fromkeys((tuple(_words(visible_text(line))), tuple(_words(line)))):
        starts = range(0, max(1, len(words) - _FEWEST_WORDS), _LONGEST)
        for number, start in enumerate(starts, 1):
            run = words[start : start + _LONGEST] if number < len(starts) else words[start:]
            if sum(word.isalpha() for word in run) >= _FEWEST_WORDS or _letters(run) >= _FEWEST_LETTERS:
                yield run


def _letters(words: Iterable[str]) -> int:
    return sum(char.isalpha() for word in words for char in word)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _read(text: str) -> str:
    """Read a file as a program does: without markup, escapes and folded lines."""
    if "\\" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)) if match[1] else " ", text)
    if "\r\n" in text:
        text = _FOLD.sub("", text)
    if "<" in text:
        text = f"{_TAG.sub(' ', text)} {' '.join(_ATTRIBUTE.findall(text))}"
    return unescape(text) if "&" in text else text
