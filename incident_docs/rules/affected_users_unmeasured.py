"""Once resolved, `Affected users` gives a measure: a number, a share, all, none, or why it is unknown.

Why: "some customers" is what one writes in the first minute. Months later nobody can tell from it whether the incident
was the worst of the year, and nobody knows whom to write to.

Bad:

    #### Current Status
    - Services: checkout serves all regions normally
    - Affected users: several customers in Europe  <-- several customers in Europe is no measure; write a number, a share, all or none, or unknown and why
    - Monitoring: connection-pool use stays under 60 %

Good:

    #### Current Status
    - Services: checkout serves all regions normally
    - Affected users: one customer in five
    - Monitoring: connection-pool use stays under 60 %

Good, where nobody can know:

    #### Current Status
    - Services: checkout serves all regions normally
    - Affected users: unknown, for the request logs went down with the service
    - Monitoring: connection-pool use stays under 60 %
"""

import re
from collections.abc import Iterator
from functools import cache

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.sections import CURRENT_STATUS
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.bullets import labelled_bullets
from incident_docs.reading.narrative import any_word
from incident_docs.reading.placeholders import placeholders_in
from incident_docs.reading.unwritten import is_unwritten
from incident_docs.rules import Option, Traits, option

ID = "affected-users-unmeasured"
EXTEND_WORDS = Option(ID, "extend-words", (), "Words that are a measure too, as in `worldwide`.")
REASON_WORDS = Option(ID, "reason-words", 3, "So many words beside `unknown` are a reason.")
TRAITS = Traits(Level.WARNING, Stage.RESOLVED, sections=(CURRENT_STATUS,), options=(EXTEND_WORDS, REASON_WORDS))

_LABEL = "affected users"


def check(document: Document) -> Iterator[Finding]:
    section = document.section(CURRENT_STATUS.id)
    for bullet in labelled_bullets(section, document.lines) if section is not None else ():
        text = bullet.text
        if bullet.label.value.casefold() != _LABEL or is_unwritten(text, document):
            continue
        is_silent = document.is_reconstructed and text.casefold().startswith(document.format.labels.not_published)
        if not is_silent and not any(map(placeholders_in, bullet.lines)) and not _is_measured(text, document):
            message = f"{text} is no measure; write a number, a share, all or none, or unknown and why"
            yield Finding.at(next(line for line in bullet.lines if line.value), ID, message)


def _is_measured(text: str, document: Document) -> bool:
    if _measure(option(document, EXTEND_WORDS)).search(text):
        return True
    words = len(_unknown().sub("", text).split())
    return bool(_unknown().search(text)) and words >= option(document, REASON_WORDS)


@cache
def _measure(more: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
        r"|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|half|thirds?|quarters?|fifths?|tenths?"
        rf"|majority|single|both|all|every|everyone|everybody|whole|entire|any|anyone|no|none|nobody|nothing|only)\b"
        rf"|{any_word(more)}",
        re.IGNORECASE,
    )


@cache
def _unknown() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:un(?:known|clear)|not\s(?:yet\s)?(?:known|measured|counted|recorded|clear)|cannot\sbe\s\w+)\b",
        re.IGNORECASE,
    )
