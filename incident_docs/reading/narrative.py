"""Find the sentences in which a document's writers tell the story, and the words that patterns for them are made of.

The story is what happened, the two root causes and the events of the timeline.  Quotations, code, comments and the
addresses of links are not what the writers say: they are blanked out.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from incident_docs.document.lines import line_and_column, line_starts
from incident_docs.document.model import Document, Section
from incident_docs.document.readings import read_once
from incident_docs.document.text import Text, without_addresses, without_code
from incident_docs.format.sections import POSTMORTEM_ROOT_CAUSE, ROOT_CAUSE, TIMELINE, WHAT_HAPPENED
from incident_docs.reading.prose import prose_of_block

CAUSES = (ROOT_CAUSE.id, POSTMORTEM_ROOT_CAUSE.id)
STORY = (TIMELINE.id, WHAT_HAPPENED.id, *CAUSES)

_NOT_STORY = ("blockquote", "heading")
_NOT_BREAK = re.compile(r"[^\n]")
_LONGEST_SUBJECT = 80
_LONGEST_SENTENCE = 1000
_STOP = re.compile(r"[.!?:;](?=\s)|\n\n")
_QUOTED_LINE = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s+)?>")
# Words that also name programs are missing: an operator, a manager and a responder may be software.
SOMEBODY = (
    r"(?:(?<![\w-])(?:(?-i:I)|we|he|she|nobody|no\sone|somebody|someone|everybody|everyone|people|on-call|sres?"
    r"|(?:engineer|developer|programmer|administrator|technician|employee|contractor|colleague|intern|reviewer|author"
    r"|maintainer|team)s?|admins|operators|responders)(?![\w-]))"
)
"""A person or several whom the sentence does not name."""
SUBJECT = rf"(?:(?:\b(?:the|our|an?)\s(?:[\w-]+\s)?)?{SOMEBODY})"
"""The same, as a sentence begins: `The on-call engineer`."""
ADVERBS = r"(?:\s(?:\w+ly|also|just|never|still|then|even|both|all)\b){0,2}"
"""Room for such words before the next one."""
PARTICIPLE = (
    r"(?:(?:\w+ed|been|begun|broken|brought|built|caught|chosen|come|done|driven|found|given|gone|got|gotten|had|held"
    r"|kept|known|led|left|lost|made|meant|met|paid|put|run|said|seen|sent|shown|spoken|stood|taken|thought|told"
    r"|understood|woken|written)\b)"
)
"""As in `should have tested`."""
DENIAL = re.compile(r"\b(?:not?|never|nor|nobody|nothing|rather|instead|than)\b|n['’]t\b", re.IGNORECASE)
"""A sentence with one of these may say the contrary of its other words."""


class RunningText(NamedTuple):
    """Text that runs over lines, each of which can be found back in the file. An empty line parts two thoughts."""

    text: str
    pieces: tuple[Text, ...] = ()
    """Its lines."""
    offsets: tuple[int, ...] = ()
    """Where each line begins in the text, and where a further one would."""

    def place(self, start: int, end: int) -> Text:
        """Find where these characters stand in the file; of what runs over lines, the first line."""
        index, column = line_and_column(self.offsets, start)
        piece = self.pieces[index - 1]
        return Text(self.text[start:end].partition("\n")[0], piece.line, piece.column + column - 1)

    def begin(self, subject: re.Pattern[str], verb: re.Match[str]) -> int | None:
        """Find where the subject begins that ends right before this verb; None if there is another subject."""
        found = subject.search(self.text, max(0, verb.start() - _LONGEST_SUBJECT), verb.start())
        return found.start() if found else None

    def sentence(self, match: re.Match[str]) -> str:
        """Give the sentence around these words."""
        first = max(0, match.start() - _LONGEST_SENTENCE)
        start = max((stop.end() for stop in _STOP.finditer(self.text, first, match.start())), default=first)
        stop = _STOP.search(self.text, match.end())
        return self.text[start : stop.start() if stop else len(self.text)]


def story_mentions(document: Document, signs: Collection[str], ids: tuple[str, ...] = STORY) -> bool:
    """Tell whether one of these words, in lower case, stands in the sections, be it in a quotation."""
    found = _all_text(document, ids)
    return any(sign in found for sign in signs)


@read_once
def _all_text(document: Document, ids: tuple[str, ...]) -> str:
    """All that stands in these sections, in lower case."""
    found = [entry.event.value for entry in document.timeline] if TIMELINE.id in ids else []
    for section in _sections(document, ids):
        found += document.lines[section.heading.line : section.last]
    return " ".join(found).lower()


def story_passages(document: Document, signs: Collection[str]) -> RunningText:
    """Give what the writers say in those paragraphs and events of the story in which one of these words stands."""
    if not story_mentions(document, signs):
        return RunningText("")
    found = (part for part in _parts(document, STORY) if _has_any(signs, (piece.value for piece in part)))
    return words_of_lines(piece for part in found for piece in part)


def authors_words(document: Document, ids: Collection[str]) -> RunningText:
    """Give all that the writers say in these sections."""
    return words_of_lines(piece for part in _parts(document, ids) for piece in part)


def words_of_lines(pieces: Iterable[Text]) -> RunningText:
    """Give what the writers say in these lines."""
    pieces = tuple(pieces)
    written = [f"{without_code(piece.value)}\n" for piece in pieces]
    found = without_addresses("".join(written))
    return RunningText(_quotation().sub(_blank, found), pieces, tuple(line_starts(written)))


def _has_any(signs: Collection[str], found: Iterable[str]) -> bool:
    text = " ".join(found).lower()
    return any(sign in text for sign in signs)


def _sections(document: Document, ids: Collection[str]) -> Iterator[Section]:
    """Those of them that are written in sentences."""
    for section in document.sections:
        if section.known is not None and section.known.id in ids and section.known.id != TIMELINE.id:
            yield section


def _parts(document: Document, ids: Collection[str]) -> Iterator[tuple[Text, ...]]:
    """The lines of each event and each block, with an empty one at the end."""
    for entry in document.timeline if TIMELINE.id in ids else ():
        yield entry.event, Text("", entry.event.line)
    for section in _sections(document, ids):
        for block in section.blocks:
            if block.kind not in _NOT_STORY:
                found = (line for line in prose_of_block(block, document) if not _QUOTED_LINE.match(line.value))
                yield *found, Text("", block.last)


# Made when it is first needed: most documents never ask, and every start of the program would pay.
@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(
        r"""
        "(?:[^"\n]|\n(?!\n))*" | “(?:[^“”\n]|\n(?!\n))*” | „(?:[^„“”\n]|\n(?!\n))*[“”] | «(?:[^«»\n]|\n(?!\n))*»
        | (?<!\w)'[^'\n]+'(?!\w) | (?<!\w)‘[^‘’\n]+’(?!\w)
        """,
        re.VERBOSE,
    )


def _blank(match: re.Match[str]) -> str:
    return _NOT_BREAK.sub(" ", match[0])


def any_word(words: Iterable[str]) -> str:
    """Compile a pattern for these words or phrases, in any case and not within a longer word; without any, for nothing."""
    phrases = (r"\s+".join(map(re.escape, word.split())) for word in words)
    either = "|".join(phrase for phrase in phrases if phrase)
    return rf"(?i:(?<!\w)(?:{either})(?!\w))" if either else r"(?!)"
