"""Say which action items were not done when it happened again."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.insight.owners import cell_words
from incident_docs.insight.unfinished_actions import Again, Recurrence
from incident_docs.site.pages.dates import short_day
from incident_docs.site.pages.lists.action_rows import ActionRow, RowMaker
from incident_docs.site.pages.marks import SeverityMark, severity_mark


class RepeatView(NamedTuple):
    """An action item that was to be done after one incident, and the incident that came next."""

    row: ActionRow
    written: str
    """Its state in the author's words."""
    is_date_unpublished: bool
    """A published report does not say when it was due."""
    has_ticket: bool
    lateness: str
    """How late it was when it happened again."""
    promised: str
    """The day of the incident that it was promised after, such as `4 Mar 2026`."""
    title: str
    """Of the incident that came next, as all that follows."""
    address: str
    severity: SeverityMark | None
    facts: tuple[str, ...]
    """When it began, in what it is like the first, and how many came since."""


def repeat_views(
    found: Sequence[Recurrence],
    makers: Mapping[Document, RowMaker],
    address: Callable[[Document], str],
    today: date,
) -> tuple[RepeatView, ...]:
    """Make the views, in the order in which they were found; makers are known by their documents."""
    return tuple(_view(each, makers[each.item.document].row(each.item, today), address) for each in found)


def _view(recurrence: Recurrence, row: ActionRow, address: Callable[[Document], str]) -> RepeatView:
    item, next_one = recurrence.item, recurrence.again[0].document
    return RepeatView(
        row=row,
        written=item.written,
        is_date_unpublished=not row.item.due and item.document.is_unpublished(item.action.due.value),
        has_ticket=bool(cell_words(item, item.action.ticket)),
        lateness=_lateness(recurrence.days_late),
        promised=short_day(recurrence.promised),
        title=next_one.title or next_one.id,
        address=address(next_one),
        severity=severity_mark(next_one.severity, next_one.format) if next_one.severity else None,
        facts=tuple(_facts(recurrence.again)),
    )


def _facts(followed: Sequence[Again]) -> list[str]:
    first, *others = followed
    facts = [short_day(first.started)]
    if first.words:
        facts.append(f"alike in {', '.join(first.words)}")
    if others:
        facts.append(f"and {len(others)} more since, the last on {short_day(others[-1].started)}")
    return facts


def _lateness(days: int | None) -> str:
    if days is None:
        return "not done when it happened again"
    return f"{days} day{'' if days == 1 else 's'} late when it happened again"
