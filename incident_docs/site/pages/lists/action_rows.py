"""Action items to the rows of the lists of them.

A list has thousands of rows, so a row holds little but its words: what its parts are is told by their order, its marks are
drawn by the stylesheet, and what is true of all items of an incident stands once, in the filter of incidents.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.insight.actions import Item, State
from incident_docs.insight.due import lateness
from incident_docs.site.pages import marks, urls
from incident_docs.site.pages.html import element, escape
from incident_docs.site.pages.lists import action_cells as cells
from incident_docs.site.pages.page import Incident, Settings
from incident_docs.site.pages.prose import Prose

_HEADS = "".join(
    element("th", heading, scope="col") for heading in ("State", "Action and incident", "Owner", "Due", "Ticket")
)
HEAD = element("thead", element("tr", _HEADS))
_STATES = {state: element("td", state.capitalize(), class_=marks.state_class(state)) for state in State}


class Origin(NamedTuple):
    """The incident of some action items, as seen from the page that lists them."""

    number: int
    """Its place among the incidents that have any, in the order of the list."""
    address: str
    severity: str
    """Its mark; empty if it has none."""
    title: str
    inline: cells.Inline
    own: cells.Address


def origins(
    listed: Iterable[Incident], incidents: Mapping[str, Incident], settings: Settings, here: str
) -> dict[int, Origin]:
    """By the identity of their documents: until somebody heeds the linter, two may have the same id."""
    own = cache(cells.addresses(here, settings))

    def origin(number: int, incident: Incident) -> Origin:
        document = incident.document
        return Origin(
            number,
            escape(urls.url(here, incident.path, settings.directory_urls)),
            marks.brief_severity(document.severity, document.format) if document.severity else "",
            escape(document.title or document.id),
            _inline(document, lambda href: urls.followed(href, incident, incidents, settings, shown_on=here)),
            own,
        )

    return {id(incident.document): origin(number, incident) for number, incident in enumerate(listed)}


def _inline(document: Document, resolve: Callable[[str], str]) -> cells.Inline:
    """The incident's Markdown, which is read once something in a row needs it."""

    @cache
    def prose() -> Prose:
        definitions = [line for line in document.lines if "]:" in line]
        return Prose(definitions, resolve, document.is_unpublished)

    return lambda text: prose().inline(text)


def row(item: Item, origin: Origin, today: date) -> str:
    """The row keeps the state that the author wrote: its group says whether it is late."""
    return (
        f'<tr data-n="{origin.number}">{_STATES[item.written]}'
        f"<td>{cells.action(item, origin.inline)}<small>{named(item, origin)}</small></td>"
        f"<td>{cells.owner(item, origin.inline, origin.own)}</td><td>{_due(item, origin, today)}</td>"
        f"<td>{cells.ticket(item, origin.inline)}</td></tr>"
    )


def named(item: Item, origin: Origin) -> str:
    """The incident, with a link to the item in it."""
    link = f'<a href="{origin.address}#action-{item.action.row}">{origin.title}</a>'
    return f"{origin.severity} {link}" if origin.severity else link


def _due(item: Item, origin: Origin, today: date) -> str:
    """The browser counts anew, from its own day."""
    day = item.action.due_on
    if day is None:
        return cells.no_date(item, origin.inline)
    html = f"<time>{day.isoformat()}</time>"
    return f"{html} <small>{lateness((day - today).days)}</small>" if item.is_open else html
