"""An action item says what is to be done, so that anybody can tell when it is.

Why: "be more careful" asks people to be other people, and "improve monitoring" is never done. In six weeks its owner
ticks it off or forgets it, and nobody could say which was right. What is too vague is an opinion; Google's book on Site
Reliability Engineering and PagerDuty's guide ask for the same three things: a verb, an object, and an end that can be
checked.

The rule reports advice to pay more attention, a verb with nothing in particular after it, fewer than three words, and a
beginning that is surely no verb. A word and a colon before the action do not count, nor does what stands in brackets.

Bad:

    #### Action items
    | Action                                   | Owner | Due        |
    |------------------------------------------|-------|------------|
    | Be more careful with releases            | @ana  | 2026-03-20 |  <-- "Be more careful" cannot be checked; write what will be different, as in: make the deploy tool refuse an untagged release
    | Investigate the issue further            | @ana  | 2026-03-20 |  <-- "Investigate the issue further" is about nothing in particular; write a verb, an object and an end, as in: alert when the pool is 80 % used
    | Monitoring                               | @bo   | 2026-03-20 |  <-- "Monitoring" is too short to be checked; write a verb, an object and an end, as in: alert when the pool is 80 % used
    | Fix pool                                 | @bo   | 2026-03-20 |  <-- "Fix pool" is too short to be checked; write a verb, an object and an end, as in: alert when the pool is 80 % used
    | Better documentation of the pool         | @bo   | 2026-03-20 |  <-- "Better" is no verb to begin with; write a verb, an object and an end, as in: alert when the pool is 80 % used

Good:

    #### Action items
    | Action                                              | Owner | Due        |
    |-----------------------------------------------------|-------|------------|
    | Alert when the connection pool is 80 % used         | @bo   | 2026-03-13 |
    | Checkout: partition the pool by region              | @ana  | 2026-03-20 |
    | Investigate why the canary showed no errors         | @ana  | 2026-03-20 |
    | [Test the load](https://t.example.net/7) at twice the peak | @ana  | 2026-03-20 |
"""

import re
from collections.abc import Iterator
from functools import cache

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.sections import ACTION_ITEMS
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.placeholders import placeholders_in
from incident_docs.reading.unwritten import is_blank
from incident_docs.rules import Option, Traits, option

ID = "action-vague"
FEWEST_WORDS = Option(ID, "fewest-words", 3, "An action has so many words.")
EXTEND_WORDS = Option(ID, "extend-words", (), "An action is about nothing in particular if it has none but such words.")
TRAITS = Traits(Level.WARNING, Stage.RESOLVED, sections=(ACTION_ITEMS,), options=(FEWEST_WORDS, EXTEND_WORDS))

_ADVICE = "write a verb, an object and an end, as in: alert when the pool is 80 % used"
_ADVICE_ON_MANNERS = "write what will be different, as in: make the deploy tool refuse an untagged release"
_EDGE = " .,;!*_~"
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_ASIDE = re.compile(r"\([^()]*\)|^\s*\[[^\[\]]*\]\s*")
_LABEL = re.compile(r"\w+(?:[ /-]\w+){0,2}:\s+")
_GENERAL = frozenset(
    [
        *("a", "additional", "again", "alerting", "alerts", "all", "an", "and", "any", "at", "awareness", "better"),
        *("bug", "bugs", "cause", "causes", "code", "communication", "coverage", "docs", "documentation", "error"),
        *("errors", "failure", "failures", "further", "handling", "incident", "incidents", "infrastructure", "into"),
        *("issue", "issues", "it", "its", "logging", "logs", "metrics", "monitoring", "more", "new", "observability"),
        *("of", "or", "our", "outage", "outages", "performance", "practices", "problem", "problems", "procedure"),
        *("procedures", "process", "processes", "properly", "quality", "reliability", "resilience", "root"),
        *("situation", "some", "stability", "system", "systems", "test", "testing", "tests", "that", "the", "these"),
        *("things", "this", "those", "training", "visibility"),
    ]
)
"""An action whose other words are among these is about nothing in particular."""
_NO_VERBS = frozenset(
    [
        *("a", "all", "an", "any", "better", "each", "every", "fewer", "he", "i", "it", "its", "less", "more", "my"),
        *("new", "no", "our", "she", "some", "that", "the", "their", "there", "these", "they", "this", "those", "we"),
        *("you", "your"),
    ]
)
_NOUNS = ("tion", "ment", "ness", "ity")
_VERBS_LIKE_NOUNS = frozenset(
    [
        *("action", "auction", "augment", "caution", "cement", "comment", "complement", "compliment", "condition"),
        *("decrement", "document", "experiment", "fragment", "function", "harness", "implement", "increment"),
        *("instrument", "mention", "motion", "partition", "petition", "position", "proportion", "question", "ration"),
        *("reimplement", "repartition", "reposition", "sanction", "section", "segment", "station", "supplement"),
        *("transition", "uncomment", "witness"),
    ]
)


def check(document: Document) -> Iterator[Finding]:
    fewest, general = option(document, FEWEST_WORDS), _GENERAL.union(map(str.casefold, option(document, EXTEND_WORDS)))
    for item in document.actions:
        text = item.action
        if not is_blank(text.value) and not document.is_unpublished(text.value) and not placeholders_in(text):
            fault = _fault(_plain(text.value), fewest, general)
            if fault is not None:
                yield Finding.at(text, ID, fault)


def _plain(text: str) -> str:
    """Without marks, what stands in brackets, and a label before it."""
    if "[" in text or "(" in text:
        text = _ASIDE.sub("", _LINK.sub(r"\1", text))
    text = " ".join(text.split()).strip(_EDGE)
    label = _LABEL.match(text)
    return text[label.end() :] if label is not None else text


def _fault(action: str, fewest: int, general: frozenset[str]) -> str | None:
    advice = _advice().match(action)
    if advice is not None:
        return f'"{advice[0]}" cannot be checked; {_ADVICE_ON_MANNERS}'
    words = action.split()
    if len(words) < fewest:
        return f'"{action}" is too short to be checked; {_ADVICE}' if action.isascii() else None
    if all(word.casefold().strip(_EDGE) in general for word in words[1:]):
        return f'"{action}" is about nothing in particular; {_ADVICE}'
    first = words[0].casefold().strip(_EDGE).rpartition("-")[2]
    if first in _NO_VERBS or (first.endswith(_NOUNS) and first not in _VERBS_LIKE_NOUNS):
        return f'"{words[0]}" is no verb to begin with; {_ADVICE}'
    return None


@cache
def _advice() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:be|become|stay)\s(?:\w+\s)?(?:attentive|aware|careful|cautious|diligent|mindful|vigilant)"
        r"|(?:pay|take)\s(?:\w+\s)?(?:attention|care)|try\s(?:to|harder)|remember\sto|don['’]t\sforget"
        r"|keep\sin\smind|do\sbetter|(?:communicate|think)\s(?:better|harder|more|twice))\b",
        re.IGNORECASE,
    )
