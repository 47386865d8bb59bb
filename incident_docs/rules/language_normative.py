"""The story does not judge people by what is known only now: no "should have", "was supposed to", "obviously".

Why: such words set what people did against what the writer knows afterwards, and leave out what people knew at the
time. The reader learns that somebody was wrong, but not why it looked right, and so the next responder will do the
same. This is an opinion, argued by Sidney Dekker (The Field Guide to Understanding 'Human Error') and at
learningfromincidents.io.

Only what happened, the two root causes and the events of the timeline are read, and only what they say of people: a
failover that should have come is no judgement. What stands in quotation marks or in code is passed over. Under What
could improve, `should` is the right word.

Bad:

    #### What happened
    The team should have tested the release under full load, and  <-- "The team should have tested" judges by what is known only now; write what was seen and done, and why it made sense then
    the reviewers failed to notice the size of the pool, which  <-- "the reviewers failed to notice" judges by what is known only now; write what was seen and done, and why it made sense then
    was obviously too small.  <-- "obviously" judges by what is known only now; write what was seen and done, and why it made sense then

Good:

    #### What happened
    The load test ran at a tenth of the traffic, as it had for every release. The failover should have come after ten
    seconds and did not. "We should have had two pools", the team wrote in the chat.
"""

import re
from collections.abc import Iterator
from functools import cache

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.sections import POSTMORTEM_ROOT_CAUSE, WHAT_HAPPENED
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.narrative import ADVERBS, PARTICIPLE, SUBJECT, any_word, story_passages
from incident_docs.rules import Option, Traits, option

ID = "language-normative"
EXTEND_WORDS = Option(ID, "extend-words", (), "Words that judge, too.")
IGNORE_WORDS = Option(ID, "ignore-words", (), "Words that are not reported, alone or with others.")
TRAITS = Traits(
    Level.WARNING, Stage.RESOLVED, sections=(WHAT_HAPPENED, POSTMORTEM_ROOT_CAUSE), options=(EXTEND_WORDS, IGNORE_WORDS)
)

_SIGNS = ("should", "ought to", "supposed to", "failed to", "neglected to", "obviously", "inexcusabl")
_TELLING = (
    "account|anticipate|ask|catch|check|communicate|consider|detect|document|escalate|follow|foresee|identify|inform"
    "|monitor|notice|notify|plan|prepare|read|react|reali[sz]e|recogni[sz]e|respond|review|see|spot|tell|test"
    "|understand|verify"
)
"""What people fail to do in the eyes of one who knows the end; to fail to restart a host is only what happened."""


def check(document: Document) -> Iterator[Finding]:
    more, ignored = option(document, EXTEND_WORDS), any_word(option(document, IGNORE_WORDS))
    words = story_passages(document, (*_SIGNS, *map(str.lower, more)))
    if not words.text:
        return
    for match in _pattern(more).finditer(words.text):
        start = words.begin(_somebody(), match) if match["deed"] else match.start()
        if start is None:
            continue
        judgement = " ".join(words.text[start : match.end()].split())
        if not re.search(ignored, judgement):
            message = f'"{judgement}" judges by what is known only now; write what was seen and done, and why it made sense then'
            yield Finding.at(words.place(start, match.end()), ID, message)


@cache
def _pattern(more: tuple[str, ...]) -> re.Pattern[str]:
    seen = "noticed|caught|spotted|seen|tested|checked|reviewed|verified|known|foreseen|anticipated|escalated|obvious"
    return re.compile(
        rf"\bshould(?:\snot)?{ADVERBS}\shave{ADVERBS}\sbeen{ADVERBS}\s(?:{seen})\b(?!\sby\b)"
        rf"|\b[Oo]bviously\b|\binexcusabl[ey]\b|{any_word(more)}"
        rf"|\b(?P<deed>(?:should(?:\snot|n['’]t)?|ought\s(?:not\s)?to){ADVERBS}\shave{ADVERBS}\s{PARTICIPLE}"
        rf"|should['’]ve{ADVERBS}\s{PARTICIPLE}|(?:was|were){ADVERBS}\ssupposed\sto"
        rf"|(?:failed|neglected)\sto{ADVERBS}\s(?:{_TELLING}))\b",
    )


@cache
def _somebody() -> re.Pattern[str]:
    return re.compile(rf"{SUBJECT}{ADVERBS}\s\Z", re.IGNORECASE)
