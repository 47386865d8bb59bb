"""Among the action items, one prevents the next incident or makes it smaller.

Why: alerts and runbooks shorten the next outage, and leave it as likely as it was. Where all that follows from an
incident is to hear of it sooner, somebody will hear of it again. Not every incident needs prevention, so this is an
opinion, off until it is switched on; Google's book on Site Reliability Engineering sorts actions in the same way.

The rule knows actions by their words: to alert, monitor, document, train and inform detects or explains. An action that
it does not know counts as prevention.

Bad:

    #### Action items  <-- every action detects or explains, none prevents; add one that makes it less likely, or smaller
    | Action                                      | Owner | Due        |
    |---------------------------------------------|-------|------------|
    | Alert when the connection pool is 80 % used | @bo   | 2026-03-13 |
    | Write a runbook for an empty pool           | @ana  | 2026-03-20 |

Good:

    #### Action items
    | Action                                      | Owner | Due        |
    |---------------------------------------------|-------|------------|
    | Alert when the connection pool is 80 % used | @bo   | 2026-03-13 |
    | Roll out to one region before all others    | @ana  | 2026-03-20 |
"""

import re
from collections.abc import Iterator
from functools import cache

from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.format.sections import ACTION_ITEMS
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.narrative import any_word
from incident_docs.reading.unwritten import written_actions
from incident_docs.rules import Option, Traits, option

ID = "action-no-prevention"
EXTEND_WORDS = Option(ID, "extend-words", (), "Things that only detect or explain, too, as in `canary`.")
TRAITS = Traits(Level.OFF, Stage.RESOLVED, sections=(ACTION_ITEMS,), options=(EXTEND_WORDS,))


def check(document: Document) -> Iterator[Finding]:
    section = document.section(ACTION_ITEMS.id)
    actions = [item.action.value for item in written_actions(document)]
    if section is not None and actions and all(map(_tells(option(document, EXTEND_WORDS)).search, actions)):
        message = "every action detects or explains, none prevents; add one that makes it less likely, or smaller"
        yield Finding.at(section.heading, ID, message)


@cache
def _tells(more: tuple[str, ...]) -> re.Pattern[str]:
    """Only as the first verb, or as what a first verb such as `add` is about."""
    lesson = (
        r"(?:alert|alarm|monitor|dashboard|graph|metric|log|trace|probe|runbook|playbook|document|documentation|wiki"
        rf"|guide|training|notification|page|report|check\s?list|status\spage|{any_word(more)})(?:s|ing)?"
    )
    return re.compile(
        rf"^\W*(?:{lesson}|train|teach|inform|notify|tell|explain|announce|investigate|analy[sz]e|discuss|talk)\b"
        rf"|^\W*(?:add|build|create|extend|improve|introduce|publish|set\sup|update|write)\s(?:[\w-]+\s){{0,3}}{lesson}\b",
        re.IGNORECASE,
    )
