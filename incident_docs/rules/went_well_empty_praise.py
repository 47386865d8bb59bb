"""What went well names something that helped, not only that all was well.

Why: the next team cannot repeat "great teamwork". It can repeat a rollback that took two minutes because it is
rehearsed every month, if somebody writes that down. This is an opinion, at home in the reviews of Etsy and PagerDuty,
which ask what worked as closely as what did not.

The rule reports a section that says nothing else.

Bad:

    #### What went well
    - Great teamwork!  <-- this names nothing that can be done again; write what helped, and why it was at hand

Good:

    #### What went well
    - Great teamwork!
    - The rollback took two minutes, for it is rehearsed every month.
"""

import re
from collections.abc import Iterator
from functools import cache

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.sections import WENT_WELL
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.narrative import any_word
from incident_docs.reading.unwritten import only_says
from incident_docs.rules import Option, Traits, option

ID = "went-well-empty-praise"
EXTEND_WORDS = Option(ID, "extend-words", (), "Words and phrases that name nothing either.")
TRAITS = Traits(Level.WARNING, Stage.RESOLVED, sections=(WENT_WELL,), options=(EXTEND_WORDS,))


def check(document: Document) -> Iterator[Finding]:
    place = only_says(_praise(option(document, EXTEND_WORDS)), WENT_WELL.id, document)
    if place is not None:
        message = "this names nothing that can be done again; write what helped, and why it was at hand"
        yield Finding.at(place, ID, message)


@cache
def _praise(more: tuple[str, ...]) -> re.Pattern[str]:
    good = r"(?:(?:very|really|so) )?(?:good|great|excellent|awesome|amazing|fantastic|super|nice|fine|well|quick|fast)(?:ly)?"
    who = r"(?:(?:the|our|whole|entire) )*(?:teams?|everyone|everybody|all|people|engineers|we)"
    work = r"(?:job|(?:team ?)?work|(?:team )?effort|communication|collaboration|cooperation|response|reaction)"
    return re.compile(
        rf"nothing|none|n/?a|nil|not applicable|not much|everything|all(?: good)?"
        rf"|(?:everything|all|it) (?:went|was) {good}|(?:{good} )?{work}(?:(?: by| from| of)? {who})?"
        rf"|{work} (?:was|were) {good}"
        rf"|{who} (?:did|made|worked|reacted|responded|was|were)(?: an?)?(?: {good})?(?: {work})?"
        r"|well done(?: \w+)?"
        rf"|(?:kudos|thanks|thank you)(?: to)?(?: {who})?|{any_word(more)}",
        re.IGNORECASE,
    )
