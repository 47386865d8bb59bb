"""Every action item has a due date, in the form `2026-03-20`.

Why: an action without a day is done after everything that has one. Only days in this form are sorted, counted and
shown as overdue; `03/04/2026` is a day of March to some and of April to others.

Fix: a day in another form is written in this one. That is unsafe where more is written than the day, where the weekday
belongs to another, and for `03.04.2026`.

Bad:

    #### Action items
    | Action                                         | Owner | Due           |
    |------------------------------------------------|-------|---------------|
    | Run the load test at twice the peak traffic    | @ana  |               |  <-- the action has no due date; write the day as YYYY-MM-DD
    | Alert when the connection pool is 80 % used    | @bo   | March 3, 2026 |  <-- March 3, 2026 is no ISO date; write 2026-03-03
    | Roll out to one region before all others       | @cai  | next week     |  <-- next week is no date; write the day as YYYY-MM-DD
    | Return an error at once when the pool is empty | @cai  | 2026-02-30    |  <-- 2026-02-30 is no date; write the day as YYYY-MM-DD

Good:

    #### Action items
    | Action                                         | Owner | Due        |
    |------------------------------------------------|-------|------------|
    | Run the load test at twice the peak traffic    | @ana  | 2026-03-20 |

Good, a document made from a published report:

    ---
    sources: [https://status.example.net/reports/checkout]
    ---

    #### Action items
    | Action                                         | Owner         | Due           |
    |------------------------------------------------|---------------|---------------|
    | Run the load test at twice the peak traffic    | not published | not published |
"""

from collections.abc import Iterator
from datetime import date, timedelta

from incident_docs.document.edit import Fix
from incident_docs.document.finding import Finding, Level
from incident_docs.document.model import Document
from incident_docs.document.text import Text
from incident_docs.edits.table_editing import rewrite_cell
from incident_docs.edits.try_fix import try_fix
from incident_docs.format.sections import ACTION_ITEMS
from incident_docs.format.vocabulary import Stage
from incident_docs.reading.lenient_date import date_in_format, is_doubtful_date
from incident_docs.reading.unwritten import written_actions
from incident_docs.rules import Option, Traits, option

ID = "action-due"
WITHIN_DAYS = Option(
    ID, "within-days", 0, "An action is due so many days after the incident was resolved, or earlier; 0 sets no limit."
)
TRAITS = Traits(Level.ERROR, Stage.RESOLVED, sections=(ACTION_ITEMS,), options=(WITHIN_DAYS,))


def check(document: Document) -> Iterator[Finding]:
    for item in written_actions(document):
        if item.due_on is None and not document.is_unpublished(item.due.value):
            day = date_in_format(item.due.value)
            yield Finding.at(item.due, ID, _message(item.due.value, day), _fix(item.due, day, document))
    latest = _latest(document)
    for item in document.actions:
        if latest is not None and item.due_on is not None and item.due_on > latest:
            yield Finding.at(item.due, ID, f"{item.due.value} is too late; actions are due by {latest}")


def _latest(document: Document) -> date | None:
    """The last day on which an action may be due; None if any day will do."""
    days, resolved = option(document, WITHIN_DAYS), document.times.get("resolved")
    if not days or resolved is None:
        return None
    return resolved.at.astimezone(document.zone).date() + timedelta(days)


def _message(written: str, day: str | None) -> str:
    if not written:
        return "the action has no due date; write the day as YYYY-MM-DD"
    if day is None:
        return f"{written} is no date; write the day as YYYY-MM-DD"
    return f"{written} is no ISO date; write {day}"


def _fix(due: Text, day: str | None, document: Document) -> Fix | None:
    if day is None:
        return None
    return try_fix(lambda: rewrite_cell(document, due, day), is_safe=not is_doubtful_date(due.value, day))
