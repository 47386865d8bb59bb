"""Action items that were not done when it happened again, to the part of their list that says so."""

from collections.abc import Mapping, Sequence
from functools import cache

from incident_docs.insight.actions import Item
from incident_docs.insight.owners import cell_words
from incident_docs.insight.unfinished_actions import Again, Recurrence
from incident_docs.site.pages import marks, urls
from incident_docs.site.pages.dates import short_day
from incident_docs.site.pages.html import element, escape
from incident_docs.site.pages.lists import action_cells as cells
from incident_docs.site.pages.lists.action_rows import Origin, named
from incident_docs.site.pages.page import Incident, Settings

_TITLE = "Not done, and it happened again"
_NOTE = "Each of these was still to be done when an incident like the one that it was promised after came about."


def repeats(
    found: Sequence[Recurrence],
    origins: Mapping[int, Origin],
    incidents: Mapping[int, Incident],
    settings: Settings,
    here: str,
) -> str:
    """The part of the list; empty if there are none. Origins and incidents are known by their documents' identity."""
    if not found:
        return ""

    @cache
    def address(document: int) -> str:
        return urls.url(here, incidents[document].path, settings.directory_urls)

    entries = "".join(
        _entry(each, origins[id(each.item.document)], address(id(each.again[0].document))) for each in found
    )
    return element(
        "section",
        f'<h2>{_TITLE} <span class="idoc-number">{len(found)}</span></h2>'
        f"{element('p', _NOTE, class_='idoc-note')}<ul>{entries}</ul>",
        id="again",
        class_="idoc-again",
    )


def _entry(recurrence: Recurrence, origin: Origin, address: str) -> str:
    item = recurrence.item
    due = item.action.due_on
    facts = (
        f'<span class="idoc-owner">{cells.owner(item, origin.inline, origin.own)}</span>',
        f"due <time>{due.isoformat()}</time>" if due else _no_date(item),
        element("b", _lateness(recurrence.days_late), class_="idoc-bad"),
        cells.ticket(item, origin.inline) if cell_words(item, item.action.ticket) else "",
    )
    action = element("b", cells.action(item, origin.inline))
    small = element("small", " · ".join(fact for fact in facts if fact))
    before = _incident(named(item, origin), short_day(recurrence.promised))
    after = _incident(*_again(recurrence.again, address))
    told = element("dl", f"<dt>Promised after</dt>{before}<dt>Happened again</dt>{after}")
    return element("li", element("p", f"{action}{small}") + told, data_n=str(origin.number), data_status=item.written)


def _no_date(item: Item) -> str:
    return "date not published" if item.document.is_unpublished(item.action.due.value) else "no date"


def _again(followed: Sequence[Again], address: str) -> tuple[str, str]:
    """The first that followed, and what there is to say of it."""
    first, *others = followed
    document = first.document
    severity = f"{marks.brief_severity(document.severity, document.format)} " if document.severity else ""
    link = element("a", escape(document.title or document.id), href=address)
    since = f"and {len(others)} more since, the last on {short_day(others[-1].started)}" if others else ""
    facts = (short_day(first.started), f"alike in {', '.join(first.words)}" if first.words else "", since)
    return severity + link, escape(" · ".join(fact for fact in facts if fact))


def _incident(named: str, under: str) -> str:
    return element("dd", f"{named} {element('small', under)}")


def _lateness(days: int | None) -> str:
    if days is None:
        return "not done when it happened again"
    return f"{days} day{'' if days == 1 else 's'} late when it happened again"
