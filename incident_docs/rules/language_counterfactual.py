"""The story tells what happened, not what could have: no "could have", "would have", "if only".

Why: a story that did not happen explains nothing. It ends the search for what people saw and why they did what they
did, just where it becomes useful. This is an opinion, argued by Sidney Dekker (The Field Guide to Understanding 'Human
Error') and John Allspaw, and not everybody's: the rule is off until it is switched on.

Only what happened, the two root causes and the events of the timeline are read. What stands in quotation marks or in
code is passed over. Under What could improve, any wish may stand.

Bad:

    #### What happened
    A larger pool would have carried the load.  <-- "would have carried" is about what did not happen; tell what did, and put what would help under What could improve
    If only somebody had looked at the graph,  <-- "If only" is about what did not happen; tell what did, and put what would help under What could improve
    the release could not have gone further.  <-- "could not have gone" is about what did not happen; tell what did, and put what would help under What could improve

Good:

    #### What happened
    The pool held ten connections. The graph of its use was on a dashboard that nobody has open during a release. "A larger
    pool would have helped", the team wrote in the chat.
"""

import re
from collections.abc import Iterator
from functools import cache

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.sections import COULD_IMPROVE, POSTMORTEM_ROOT_CAUSE, WHAT_HAPPENED
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.narrative import ADVERBS, PARTICIPLE, any_word, story_passages
from incident_docs.rules import Option, Traits, option

ID = "language-counterfactual"
EXTEND_WORDS = Option(ID, "extend-words", (), "Words for what did not happen, too.")
IGNORE_WORDS = Option(ID, "ignore-words", (), "Words that are not reported, alone or with others.")
TRAITS = Traits(
    Level.OFF, Stage.RESOLVED, sections=(WHAT_HAPPENED, POSTMORTEM_ROOT_CAUSE), options=(EXTEND_WORDS, IGNORE_WORDS)
)

_SIGNS = ("could", "would", "if only")


def check(document: Document) -> Iterator[Finding]:
    more, ignored = option(document, EXTEND_WORDS), any_word(option(document, IGNORE_WORDS))
    words = story_passages(document, (*_SIGNS, *map(str.lower, more)))
    if not words.text:
        return
    wishes = document.format.section[COULD_IMPROVE.id].heading
    for match in _pattern(more).finditer(words.text):
        wish = " ".join(match[0].split())
        if not re.search(ignored, wish):
            message = f'"{wish}" is about what did not happen; tell what did, and put what would help under {wishes}'
            yield Finding.at(words.place(*match.span()), ID, message)


@cache
def _pattern(more: tuple[str, ...]) -> re.Pattern[str]:
    have = rf"(?:(?:\snot|n['’]t)?{ADVERBS}\shave|['’]ve){ADVERBS}\s"
    # What could have caused it, or could have been a bug, is a guess at what did happen.
    done = rf"(?:been{ADVERBS}\s{PARTICIPLE}|(?!been\b|gone\swrong|caused|led|happened){PARTICIPLE})"
    return re.compile(rf"\bwould{have}{PARTICIPLE}|\bcould{have}{done}|\b[Ii]f\sonly\b|{any_word(more)}")
