"""The root cause does not stop at a person: not at "human error", nor at the engineer who mistyped.

Why: people make slips every day, and most days nothing breaks. Where the search ends at the one who slipped, whatever
made the slip easy, and the outage large, is left as it was, and the next person meets it. This is an opinion, argued by
Sidney Dekker (The Field Guide to Understanding 'Human Error') and in chapter 15 of Google's book on Site Reliability
Engineering.

"Human error" and its kin are reported wherever the two root causes give them as the reason. A slip that somebody made
is reported only where the text ends within 25 words of it: what comes after is read as the explanation.

Bad:

    #### Root Cause
    Human error during the migration of the checkout database to its two new hosts.  <-- "Human error" names a person where the cause would be; write what made it easy, and why nothing caught it

    #### Root cause
    An engineer mistakenly ran the clean-up against production instead of staging.  <-- "An engineer mistakenly" names a person where the cause would be; write what made it easy, and why nothing caught it

Good:

    #### Root Cause
    An engineer mistakenly ran the clean-up against production instead of staging. The prompts of the two hosts differ in
    one digit, the command asks for no confirmation, and its account may delete tables in both environments.

    #### Root cause
    It would be easy to call this human error. The clean-up is run by hand every week, on two hosts that look alike.
"""

import re
from collections.abc import Iterator
from functools import cache

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.sections import POSTMORTEM_ROOT_CAUSE, ROOT_CAUSE
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.narrative import CAUSES, DENIAL, RunningText, any_word, authors_words, story_mentions
from incident_docs.rules import Option, Traits, option

ID = "root-cause-stops-at-person"
EXPLAINED_WORDS = Option(ID, "explained-words", 25, "So many words after a slip explain it.")
EXTEND_WORDS = Option(ID, "extend-words", (), "Words that are no cause either, as in `user error`.")
IGNORE_WORDS = Option(ID, "ignore-words", (), "Words that are not reported, alone or with others.")
TRAITS = Traits(
    Level.WARNING,
    Stage.RESOLVED,
    sections=(ROOT_CAUSE, POSTMORTEM_ROOT_CAUSE),
    options=(EXPLAINED_WORDS, EXTEND_WORDS, IGNORE_WORDS),
)

_SIGNS = (
    *("error", "mistake", "typo", "slip", "oversight", "accident", "inadvert", "erroneous"),
    *("forgot", "mistyp", "misread", "finger"),
)
_PERSON = (
    r"(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Oo]ur)\s(?:[\w-]+\s)?)?(?<![\w-])"
    r"(?:engineer|developer|programmer|administrator|sysadmin|technician|employee|contractor|colleague|intern"
    r"|reviewer|on-call|somebody|someone|@[\w-]+)"
)
_CALLED = re.compile(r"\b(?:call(?:ed)?|label(?:led)?|blame)\b", re.IGNORECASE)


def check(document: Document) -> Iterator[Finding]:
    signs = (*_SIGNS, *map(str.lower, option(document, EXTEND_WORDS)))
    if story_mentions(document, signs, CAUSES):
        for id in CAUSES:
            yield from _of(authors_words(document, (id,)), document)


def _of(words: RunningText, document: Document) -> Iterator[Finding]:
    ignored = any_word(option(document, IGNORE_WORDS))
    for match in _pattern(option(document, EXTEND_WORDS)).finditer(words.text):
        start = _start(match, words, option(document, EXPLAINED_WORDS))
        if start is None:
            continue
        person = " ".join(words.text[start : match.end()].split())
        if not re.search(ignored, person):
            message = f'"{person}" names a person where the cause would be; write what made it easy, and why nothing caught it'
            yield Finding.at(words.place(start, match.end()), ID, message)


def _start(match: re.Match[str], words: RunningText, explained: int) -> int | None:
    """Where the words begin that stop at a person; None if they do not."""
    if match["label"]:
        sentence = words.sentence(match)
        return None if DENIAL.search(sentence) or _CALLED.search(sentence) else match.start()
    if len(words.text[match.end() :].split(maxsplit=explained)) > explained:
        return None
    return words.begin(_person(), match) if match["slip"] else match.start()


@cache
def _pattern(more: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"\b(?P<label>(?:[Hh]uman|[Oo]perator|[Pp]ilot)\s(?:error|mistake)|[Ff]at[\s-]finger(?:s|ed)?"
        rf"|{any_word(more)})\b"
        r"|\b(?P<slip>(?:ha[ds]\s)?(?:mistakenly|accidentally|inadvertently|erroneously|forgot(?:ten)?|mistyped|misread"
        r"|made\san?\s(?:\w+\s)?(?:mistake|error|typo)))\b"
        rf"|\b(?:[Mm]istake|[Ss]lip|[Tt]ypo|[Oo]versight)s?\s(?:by|of)\s{_PERSON}"
    )


@cache
def _person() -> re.Pattern[str]:
    return re.compile(rf"{_PERSON}\s\Z", re.IGNORECASE)
