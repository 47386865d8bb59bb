"""What was left out of a public site, and the files of the site, to where something of it stands all the same.

Text is compared word by word, without markup, so that it is found in pages, data and feeds alike.  What somebody else writes in
public is no secret: common words, headings and phrases give no alarm.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from incident_docs.audience.redaction import Kind, Removed
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
_MOST_SAID = 20
_LONGEST = 8
"""Words of one needle: a page may show only the beginning of a sentence."""


class Needle(NamedTuple):
    """Words that must not stand in the site."""

    words: tuple[str, ...]
    path: str
    """Of the incident that keeps them back, as its author knows it, and the place in it."""
    line: int
    column: int
    kind: Kind


class Leak(NamedTuple):
    """A needle that was found."""

    file: str
    """Of the site."""
    needle: Needle

    def __str__(self) -> str:
        # Not the words: the log of a build is read by more people than the incident.
        needle = self.needle
        return f"{self.file} says what is internal in {needle.path}:{needle.line}:{needle.column}"


def needles(
    removed: Mapping[str, Iterable[Removed]],
    handles: Iterable[tuple[str, str]],
    public: Mapping[str, str],
    format: Format,
) -> tuple[Needle, ...]:
    """What to look for. All is by the incidents' paths: what was left out, and the texts that are published.

    `handles` are those of people who are not to be named, each with an incident that does.
    """
    found = [needle for path, pieces in removed.items() for needle in _of(path, tuple(pieces), format)]
    index = _Index(found)
    common = {
        needle
        for path, text in (public.items() if found else ())
        for needle in index.among(_words(text))
        if needle.kind is Kind.LINE or needle.path != path
    }
    named = (Needle(tuple(_words(handle)), path, 1, 1, Kind.VALUE) for handle, path in handles)
    return tuple(dict.fromkeys((*(needle for needle in found if needle not in common), *named)))


def leaks(files: Iterable[tuple[str, str]], needles: Iterable[Needle], known: Iterable[str] = ()) -> list[Leak]:
    """Where they stand in the files of a site, given by their paths and texts.

    `known` is what the site says without any incident, which is no secret. A single word that stands on every page is the theme's.
    """
    index = _Index(needles)
    if index.is_empty:
        return []
    said = {needle for text in known for needle in index.among(_words(_read(text)))}
    pages = 0
    found: dict[Needle, list[str]] = {}
    for path, text in files:
        pages += path.endswith(".html")
        for needle in index.among(_words(_read(text))) - said:
            found.setdefault(needle, []).append(path)
    return sorted(
        Leak(path, needle)
        for needle, paths in found.items()
        if len(needle.words) > 1 or sum(path.endswith(".html") for path in paths) < max(pages, 2)
        for path in paths
    )


def report(found: Iterable[Leak]) -> str:
    """What to say about leaks, each place once."""
    said = list(dict.fromkeys(str(leak) for leak in found))
    rest = len(said) - _MOST_SAID
    return "\n".join([*said[:_MOST_SAID], *([f"and {rest} more"] if rest > 0 else [])])


class _Index:
    """Needles by the two words of each that are longest together, so that few are looked at closely."""

    def __init__(self, needles: Iterable[Needle]) -> None:
        self._same: dict[tuple[str, ...], list[Needle]] = {}
        for needle in needles:
            self._same.setdefault(needle.words, []).append(needle)
        self._words = {words[0] for words in self._same if len(words) == 1}
        self._by_pair: dict[tuple[str, str], list[tuple[int, tuple[str, ...]]]] = {}
        for words in self._same:
            pairs = list(pairwise(words))
            if pairs:
                place = max(range(len(pairs)), key=lambda at: len(pairs[at][0]) + len(pairs[at][1]))
                self._by_pair.setdefault(pairs[place], []).append((place, words))

    @property
    def is_empty(self) -> bool:
        """There is nothing to look for, and no need to read anything."""
        return not self._same

    def among(self, words: list[str]) -> set[Needle]:
        """Those that stand in a text of these words."""
        found: set[tuple[str, ...]] = {(word,) for word in self._words.intersection(words)}
        for at, pair in enumerate(pairwise(words)) if self._by_pair else ():
            for place, looked_for in self._by_pair.get(pair, ()):
                if at >= place and tuple(words[at - place : at - place + len(looked_for)]) == looked_for:
                    found.add(looked_for)
        return {needle for words in found for needle in self._same[words]}


def _of(path: str, removed: tuple[Removed, ...], format: Format) -> Iterator[Needle]:
    known = {heading for _, heading in format.section_by_heading}
    for place, (text, kind) in enumerate(removed):
        if kind is Kind.VALUE:
            for value in text.value.split("\n"):
                said = tuple(_words(value))
                if _letters(said) >= _FEWEST_OF_VALUE:
                    yield Needle(said, path, text.line, text.column, kind)
            continue
        is_head = place + 1 < len(removed) and _DASHES.fullmatch(removed[place + 1].text.value) is not None
        if not is_head and text.value.strip("# \t").casefold() not in known:
            for piece in _pieces(text):
                for words in _runs(piece.value):
                    yield Needle(words, path, piece.line, piece.column, kind)


def _pieces(text: Text) -> Iterable[Text]:
    """What stands together on a page: a table's cells may not."""
    line = text.value
    if line.lstrip().startswith("|"):
        return (cell._replace(column=text.column + cell.column - 1) for cell in table_cells(line, text.line))
    sign = _LIST_SIGN.match(line)
    return (Text(line[sign.end() :], text.line, text.column + sign.end()) if sign else text,)


def _runs(line: str) -> Iterator[tuple[str, ...]]:
    """The words of a line as a reader sees it and as it is written, in runs; none that is too short to tell anything."""
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
    """What the file says to a program that reads it: without markup, escapes and folded lines."""
    if "\\" in text:
        text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)) if match[1] else " ", text)
    if "\r\n" in text:
        text = _FOLD.sub("", text)
    if "<" in text:
        text = f"{_TAG.sub(' ', text)} {' '.join(_ATTRIBUTE.findall(text))}"
    return unescape(text) if "&" in text else text
