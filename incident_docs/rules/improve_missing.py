"""What could improve names something.

Why: an incident in which nothing could be better would not have been one. "Nothing" tells the reader that nobody
looked, and the same words will stand under the next one. Who truly finds nothing can say how that was found out.

Bad:

    #### What could improve
    Nothing, everything went fine.  <-- this names nothing; write what would have made it shorter, smaller or less likely

Good:

    #### What could improve
    - Nothing in the response itself: this was the drill of March, and it ended as planned.
"""

import re
from collections.abc import Iterator
from functools import cache

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.sections import COULD_IMPROVE
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.narrative import any_word
from incident_docs.reading.unwritten import only_says
from incident_docs.rules import Option, Traits, option

ID = "improve-missing"
EXTEND_WORDS = Option(ID, "extend-words", (), "Words and phrases that name nothing either.")
TRAITS = Traits(Level.WARNING, Stage.RESOLVED, sections=(COULD_IMPROVE,), options=(EXTEND_WORDS,))


def check(document: Document) -> Iterator[Finding]:
    place = only_says(_nothing(option(document, EXTEND_WORDS)), COULD_IMPROVE.id, document)
    if place is not None:
        message = "this names nothing; write what would have made it shorter, smaller or less likely"
        yield Finding.at(place, ID, message)


@cache
def _nothing(more: tuple[str, ...]) -> re.Pattern[str]:
    fine = r"(?:everything|it|all) (?:went|was|is|worked) (?:well|fine|good|ok|okay|great|perfect(?:ly)?)"
    nothing = r"nothing(?: (?:really|much|at all|to improve|comes to mind|special))*"
    no = rf"(?:{nothing}|no|none|n/?a|nil|not applicable|not much|no improvements?(?: (?:needed|required))?)"
    return re.compile(rf"{no}(?:[,;:.]? {fine})?|{fine}|{any_word(more)}", re.IGNORECASE)
