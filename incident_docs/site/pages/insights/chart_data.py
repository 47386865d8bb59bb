"""What the charts of one page are drawn from."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

from incident_docs.document.model import Document
from incident_docs.format.definition import Format
from incident_docs.insight.actions import Item
from incident_docs.insight.months import Calendar, DatedIncident
from incident_docs.workspace.table_rows import Row


class View(NamedTuple):
    """The incidents of a stretch of time."""

    incidents: Sequence[DatedIncident]
    """Those that started in it, in the order of their starts."""
    everything: Sequence[DatedIncident]
    """Those of all time."""
    items: Sequence[Item]
    """The action items of all time."""
    calendar: Calendar
    since: int | None
    """The first month of it; None if it has no beginning."""
    today: date
    format: Format
    addresses: Mapping[int, str]
    """Of the pages of these incidents, by the identity of their documents."""
    list_address: str
    """Of the list of all incidents."""
    rows: Mapping[int, Sequence[Row]]
    """What git knows of the tables of all documents, by their identity."""

    @property
    def documents(self) -> list[Document]:
        """Of these incidents."""
        return [each.document for each in self.incidents]

    def service_address(self, name: str) -> str:
        """Of the list of the incidents of a service."""
        return f"{self.list_address}?service={quote(name, safe='')}"
