"""The Impact line claims no more than the severity says.

Why: the severity decides who is paged, and how soon. Where nobody can pay and the incident is a P3, the second pair of
hands comes in the morning. What is too much for a level is an opinion; this rule knows a few phrases and reads only the
lower half of the severities.

The phrases: nobody could pay, log in, use the service and the like; all users could not; data loss; a complete outage;
the whole service down. A sentence that takes them back ("no data loss", "might have"), or speaks of staging, of tests
or of internal tools, does not count.

Bad:

    ---
    severity: P3
    ---

    #### Severity: P3
    **Impact**: Nobody could pay for 68 minutes.  <-- "Nobody could pay" is more than a P3 (Minor impact); raise the severity, or write who was spared

Good:

    ---
    severity: P3
    ---

    #### Severity: P3
    **Impact**: One customer in five could not pay, nobody could pay by voucher. There was no data loss.

Good, and short:

    ---
    severity: P3
    ---

    #### Severity: P3
    **Impact**: One customer in five could not pay.

Good, a severity of the upper half:

    ---
    severity: P2
    ---

    #### Severity: P2
    **Impact**: Nobody could pay for 68 minutes.
"""

import re
from collections.abc import Iterator
from functools import cache

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.vocabulary import Severity, Stage
from incident_docs.reading.narrative import any_word, words_of_lines
from incident_docs.rules import Option, Traits, option

ID = "severity-understated"
EXTEND_WORDS = Option(ID, "extend-words", (), "Words that only a high severity can claim, too, as in `nationwide`.")
TRAITS = Traits(Level.WARNING, Stage.ACTIVE, options=(EXTEND_WORDS,))

_HINT = re.compile(r"\b(?:all\b|down|every|lost|loss|no\b|nobody|none|outage)", re.IGNORECASE)
"""No claim is without one of them; looking for them takes a tenth of the time."""


def check(document: Document) -> Iterator[Finding]:
    severity = document.severity
    if severity is None or not _is_of_the_lower_half(severity, document.format.severities):
        return
    more = option(document, EXTEND_WORDS)
    if not more and _HINT.search(document.impact) is None:
        return
    words = words_of_lines(document.header.impact_lines)
    for match in _claims(more).finditer(words.text):
        if not _taken_back().search(words.sentence(match)):
            claim = f'"{" ".join(match[0].split())}" is more than a {severity.id} ({severity.impact})'
            place = words.place(*match.span())
            yield Finding.at(place, ID, f"{claim}; raise the severity, or write who was spared")
            return


def _is_of_the_lower_half(severity: Severity, severities: tuple[Severity, ...]) -> bool:
    return severities.index(severity) * 2 >= len(severities)


@cache
def _claims(more: tuple[str, ...]) -> re.Pattern[str]:
    users = r"(?:users|customers|visitors|people|clients|players|members|tenants)"
    service = r"(?:site|website|service|platform|product|system)"
    none = rf"(?:nobody|no\sone|no\s(?:user|customer)s?|none\sof\s(?:the|our)\s{users})"
    every = rf"(?:all(?:\s(?:of\s)?(?:the|our))?\s{users}|everybody|everyone)"
    unable = r"(?:could\s?not|couldn.t|can\s?not|can.t|(?:was|were|are)\sunable\sto)"
    use = rf"(?:buy|connect|do\sanything|order|pay|play|(?:check|log|sign)\s?(?:in|out)|(?:open|reach|use)\sthe\s{service})"
    # Of one way to pay, or one region, a lower severity may be right.
    part = r"(?:\s(?:anything\s)?(?:at|by|from|in|on|through|to|using|via|with)\b)"
    return re.compile(
        rf"\b(?:{none}\s(?:could|can|was\sable\sto)|{every}\s{unable})\s{use}\b(?!{part})"
        r"|\b(?:data\sloss|(?:data|files|records)\s(?:was|were|ha(?:s|ve)\sbeen)\s(?:\w+ly\s)?lost)\b"
        r"|\b(?:complete|total|full|global|worldwide)\soutage\b"
        rf"|\b(?:the|our)\s(?:whole|entire)\s{service}\s(?:was|is|went)\sdown\b|{any_word(more)}",
        re.IGNORECASE,
    )


@cache
def _taken_back() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:no(?!\s(?:one|user|customer)s?\b)|not(?<!could\snot)(?<!can\snot)(?<!cannot)|never|without|neither|nor"
        r"|nearly|almost|might|may|would|risk|danger|potential(?:ly)?|possibl[ey]|avoid(?:ed|s)?|prevent(?:ed|s)?"
        r"|recovered|restored|except|but|stag(?:e|ing)|test(?:s|ing)?|internal(?:ly)?|sandbox|development|dev|preview"
        r"|demo|beta|pre-?production)\b",
        re.IGNORECASE,
    )
