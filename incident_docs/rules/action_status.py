"""An action item's status is one of the four: open, in progress, done, won't do.

Why: open actions are counted by this word. One that says "closed" or shows a tick is counted as open for ever, and the
list of what is still to be done loses its readers.

An empty status means open.

Fix: another word or a tick becomes the word that it means. That is unsafe where a word is only like one of the four,
where more is written, and for signs that mean this to some and that to others, such as ❌.

Bad:

    #### Action items
    | Action                                         | Owner | Due        | Status |
    |------------------------------------------------|-------|------------|--------|
    | Run the load test at twice the peak traffic    | @ana  | 2026-03-20 | closed |  <-- closed is no status of an action; write done
    | Alert when the connection pool is 80 % used    | @bo   | 2026-03-13 | ✅     |  <-- ✅ is no status of an action; write done
    | Roll out to one region before all others       | @cai  | 2026-03-13 | soon   |  <-- soon is no status of an action; write open, in progress, done or won't do

Good:

    #### Action items
    | Action                                         | Owner | Due        | Status      |
    |------------------------------------------------|-------|------------|-------------|
    | Run the load test at twice the peak traffic    | @ana  | 2026-03-20 | Done        |
    | Alert when the connection pool is 80 % used    | @bo   | 2026-03-13 | in progress |
    | Roll out to one region before all others       | @cai  | 2026-03-13 |             |
"""

from collections.abc import Iterator

from incident_docs.document.edit import Fix
from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.edits.table_editing import rewrite_cell
from incident_docs.edits.try_fix import try_fix
from incident_docs.format.sections import ACTION_ITEMS
from incident_docs.format.vocabulary import ACTION_STATUSES, Stage
from incident_docs.format.wording import join_words
from incident_docs.reading.lenient_status import is_doubtful_status, status_in_format
from incident_docs.reading.unwritten import written_actions
from incident_docs.rules import Traits

ID = "action-status"
TRAITS = Traits(Level.ERROR, Stage.RESOLVED, sections=(ACTION_ITEMS,))


def check(document: Document) -> Iterator[Finding]:
    for item in written_actions(document):
        status = item.status.value if item.status else ""
        if item.status and status and status.casefold() not in ACTION_STATUSES and not document.is_unpublished(status):
            meant = status_in_format(status)
            message = f"{status} is no status of an action; write {meant or join_words(ACTION_STATUSES, 'or')}"
            yield Finding.at(item.status, ID, message, _fix(item.status, meant, document))


def _fix(status: Text, meant: str | None, document: Document) -> Fix | None:
    if meant is None:
        return None
    return try_fix(lambda: rewrite_cell(document, status, meant), is_safe=not is_doubtful_status(status.value))
