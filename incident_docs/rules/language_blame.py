"""The story blames nobody: no "careless", no "fault of the operator", no name beside "failed to".

Why: who reads that a colleague was careless will tell less at the next incident, and nobody can fix what nobody tells.
This is an opinion, at home at Etsy, PagerDuty and Google, whose reviews are blameless: they take for granted that
everybody did what made sense at the time.

Only what happened, the two root causes and the events of the timeline are read, and what stands in quotation marks or
in code is passed over. Names are handles such as `@ana`, and those under `authors` and `commander`.

Bad:

    ---
    authors: [Ana]
    ---

    #### What happened
    The pool was sized carelessly.  <-- "carelessly" blames; write what made it easy, as in: the two prompts look the same
    It is the fault of the release engineer that the test was small.  <-- "the fault of the release engineer" blames; write what led to it, as in: the change followed from a request to save cost
    Ana failed to look at the graph.  <-- "Ana failed to" blames; write what was known then, as in: nothing told Ana that it was different this time

Good:

    #### What happened
    The pool was sized by a rule of thumb from the year before. A fault of the disk was ruled out. The page reached @ana
    at 09:56, and the release failed to stop. "That was careless of me", she said.
"""

import re
from collections.abc import Iterator
from functools import cache

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.sections import POSTMORTEM_ROOT_CAUSE, WHAT_HAPPENED
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.narrative import ADVERBS, DENIAL, SUBJECT, RunningText, any_word, story_passages
from incident_docs.rules import Option, Traits, option

ID = "language-blame"
EXTEND_WORDS = Option(ID, "extend-words", (), "Words that blame, too.")
IGNORE_WORDS = Option(ID, "ignore-words", (), "Words that are not reported, alone or with others.")
TRAITS = Traits(
    Level.WARNING, Stage.RESOLVED, sections=(WHAT_HAPPENED, POSTMORTEM_ROOT_CAUSE), options=(EXTEND_WORDS, IGNORE_WORDS)
)

_SIGNS = (
    *("careless", "negligen", "incompeten", "reckless", "irresponsib", "unprofessional", "stupid", "idiot", "foolish"),
    *("'s fault", "’s fault", "s' fault", "s’ fault", "fault of", "at fault", "to blame"),
    *("failed to", "neglected to", "messed up", "screwed up", "ignored"),
)
_KINDER = "write what made it easy, as in: the two prompts look the same"
_KINDER_OF_FAULT = "write what led to it, as in: the change followed from a request to save cost"
_KINDER_OF_NAME = "write what was known then, as in: nothing told {} that it was different this time"


def check(document: Document) -> Iterator[Finding]:
    more, ignored = option(document, EXTEND_WORDS), any_word(option(document, IGNORE_WORDS))
    words = story_passages(document, (*_SIGNS, *map(str.lower, more)))
    if not words.text:
        return
    names = _names(document)
    for match in _pattern(more).finditer(words.text):
        start, advice = _blamed(match, words, names)
        if start is None:
            continue
        blame = " ".join(words.text[start : match.end()].split())
        if not re.search(ignored, blame):
            yield Finding.at(words.place(start, match.end()), ID, f'"{blame}" blames; {advice}')


def _blamed(match: re.Match[str], words: RunningText, names: set[str]) -> tuple[int | None, str]:
    """Where the words begin that blame, and what to write; None if they do not."""
    if match["deed"]:
        start = words.begin(_name(), match)
        name = words.text[start : match.start()].split()[0] if start is not None else ""
        is_known = name.startswith("@") or name.casefold() in names
        return start if is_known else None, _KINDER_OF_NAME.format(name)
    if DENIAL.search(words.sentence(match)):
        return None, ""
    if match["word"]:
        return match.start(), _KINDER
    start = words.begin(_somebody(), match) if match["fault"] else match.start()
    return start, _KINDER_OF_FAULT


def _names(document: Document) -> set[str]:
    """People whom the frontmatter names, by first name and by last."""
    full = [*document.texts("authors"), *document.texts("commander")]
    return {name.strip("@").casefold() for each in full for name in each.split()}


@cache
def _pattern(more: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<word>(?:[Cc]areless|[Rr]eckless|[Ff]oolish)(?:ly|ness)?|(?:[Nn]egligen|[Ii]ncompeten)(?:t|tly|ce)"
        r"|[Ii]rresponsib(?:le|ly|ility)|[Uu]nprofessional(?:ly)?|[Ss]tupid(?:ly|ity)?|[Ii]diot(?:s|ic)?"
        rf"|{any_word(more)})\b(?!-)"
        r"|(?P<fault>['’]s?\sfault\b|\b(?:is|are|was|were)\s(?:\w+ly\s)?(?:to\sblame|at\sfault)\b)"
        rf"|\b(?:[Tt]he\s)?fault\sof\s(?:{SUBJECT}|@[\w-]+)"
        r"|\b(?P<deed>(?:(?:failed|neglected)\sto|messed\sup|screwed\sup|ignored)\b)",
    )


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<![\w@])@[\w-]+|\b[A-Z][\w-]*){ADVERBS}\s\Z")


@cache
def _somebody() -> re.Pattern[str]:
    return re.compile(rf"(?:{SUBJECT}|(?<![\w@])@[\w-]+)\s?\Z", re.IGNORECASE)
