"""The Impact line says what users could not do, not how the machines felt.

Why: whoever reads only this line, in support, sales or management, cannot tell from "errors on the database hosts"
whether to warn a customer. That impact means users is an opinion, the one on which severities are built. Incidents of
the lowest severity, which affect hardly any users, are not checked.

The rule reports a line that names errors, exceptions, CPU, hosts and the like, and has no word for people or for what
they wanted to do.

Bad:

    #### Severity: P1
    **Impact**: Timeout exceptions on the database hosts, whose CPU stood at 100 %.  <-- the Impact speaks of exceptions, hosts and CPU, and of nobody who uses them; write who could not do what

Good:

    #### Severity: P1
    **Impact**: One customer in five could not pay, as the database hosts answered with errors.

Good, the lowest severity:

    ---
    severity: P4
    ---

    #### Severity: P4
    **Impact**: The disks of two build hosts filled up.
"""

import re
from collections.abc import Iterator
from functools import cache

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.vocabulary import Stage
from incident_docs.format.wording import join_words
from incident_docs.reading.narrative import any_word
from incident_docs.rules import Option, Traits, option

ID = "impact-not-about-users"
EXTEND_WORDS = Option(ID, "extend-words", (), "Words for machines, too.")
EXTEND_USER_WORDS = Option(ID, "extend-user-words", (), "Words for users, and for what they have or feel, too.")
TRAITS = Traits(Level.WARNING, Stage.RESOLVED, options=(EXTEND_WORDS, EXTEND_USER_WORDS))


def check(document: Document) -> Iterator[Finding]:
    place = document.header.impact
    if place is None or document.severity == document.format.severities[-1]:
        return
    machines = _machines(option(document, EXTEND_WORDS)).findall(document.impact)
    if machines and not _users(option(document, EXTEND_USER_WORDS)).search(document.impact):
        named = join_words(list(dict.fromkeys(machines)))
        label = document.format.labels.impact
        message = f"the {label} speaks of {named}, and of nobody who uses them; write who could not do what"
        yield Finding.at(place, ID, message)


@cache
def _machines(more: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:errors?|exceptions?|cpus?|memory|ram|oom|hosts?|servers?|pods?|disks?|kernels?|jvms?|processes|containers"
        rf"|replicas|nodes|threads|timeouts|5xx|4xx|stack ?traces?|segfaults?)\b|{any_word(more)}",
        re.IGNORECASE,
    )


@cache
def _users(more: tuple[str, ...]) -> re.Pattern[str]:
    """Whatever may be a user, belong to one or be felt by one: to be silent is the lesser fault."""
    return re.compile(
        r"\b(?:(?:user|customer|client|consumer|visitor|player|reader|viewer|shopper|buyer|seller|merchant|subscriber"
        r"|member|guest|patient|student|teacher|employee|colleague|team|developer|engineer|tenant|partner|passenger"
        r"|driver|rider|caller|citizen|person|agent|analyst|operator|owner|compan(?:y|ie)|business(?:e)?|account|order"
        r"|payment|sale|invoice|booking|transaction|trade|message|notification|e-?mail|page|(?:web)?site|dashboard|app"
        r"|request|call|quer(?:y|ie)|login|checkout|download|upload|search(?:e)?|report|file|job|build|deploy(?:ment)?"
        r"|release|webhook|feature|session)s?"
        r"|people|public|staff|nobody|somebody|everybody|everyone|anyone|someone|no\sone|revenue|data"
        r"|sign(?:ed|ing)?[\s-]?(?:in|up)|log(?:ged|ging)?[\s-]?in|could(?:\snot|n.t)|can(?:\s?not|.t)|unable|unusable"
        r"|unavailable|unreachable|inaccessible|slow(?:er|ly)?|late|delay(?:s|ed)?|lost|loss|missing|stale|none|impact"
        rf")\b|{any_word(more)}",
        re.IGNORECASE,
    )
