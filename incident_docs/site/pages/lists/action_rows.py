"""Say of action items in a list what they are and which incident they came from."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.insight.actions import Item
from incident_docs.site.pages import urls
from incident_docs.site.pages.action_view import ActionView, Inline, PageLinks, action_view
from incident_docs.site.pages.author_markdown import Prose, may_be_markup
from incident_docs.site.pages.marks import SeverityMark, severity_mark
from incident_docs.site.pages.page import Incident, Settings


class Origin(NamedTuple):
    """The incident that action items came from, as seen from the page that lists them."""

    number: int
    """Its place among the incidents that have any, in the order of the list."""
    title: str
    address: str
    """Of its page; empty if there is none."""
    severity: SeverityMark | None


class ActionRow(NamedTuple):
    """An action item among those of other incidents."""

    item: ActionView
    origin: Origin


class RowMaker(NamedTuple):
    """What the rows of an incident's action items are made with."""

    origin: Origin
    inline: Inline
    links: PageLinks

    def row(self, item: Item, today: date) -> ActionRow:
        """Make the row of one of the incident's action items."""
        return ActionRow(action_view(item, self.inline, self.links, today), self.origin)


def row_makers(
    listed: Iterable[Incident],
    incidents: Mapping[str, Incident],
    settings: Settings,
    here: str,
    address_of: Callable[[Incident], str] | None = None,
) -> dict[Document, RowMaker]:
    """Give each listed incident a maker of rows, by its document: until the linter is heeded, two may have one id.

    `incidents` are all of the site by their ids, `here` is the page that shows the rows.
    """
    links = PageLinks(here, settings)

    def maker(number: int, incident: Incident) -> RowMaker:
        document = incident.document
        origin = Origin(
            number,
            document.title or document.id,
            address_of(incident) if address_of else urls.url(here, incident.path, settings.directory_urls),
            severity_mark(document.severity, document.format) if document.severity else None,
        )
        inline = _inline(document, lambda href: urls.followed(href, incident, incidents, settings, shown_on=here))
        return RowMaker(origin, inline, links)

    return {incident.document: maker(number, incident) for number, incident in enumerate(listed)}


def _inline(document: Document, resolve: Callable[[str], str]) -> Inline:
    """Turn lines of an incident's Markdown into HTML; its definitions are read once something in a row needs them."""

    @cache
    def prose() -> Prose:
        definitions = [line for line in document.lines if "]:" in line]
        return Prose(definitions, resolve, document.is_unpublished)

    # What needs no parser stays a text, which the template escapes faster than it takes finished HTML.
    return lambda text: prose().inline(text) if may_be_markup(text) else text
