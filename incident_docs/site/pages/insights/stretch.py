"""Gather what the charts of one page are drawn from, and word what several of them say."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from incident_docs.document.model import Document
from incident_docs.format.definition import Format
from incident_docs.format.vocabulary import Severity
from incident_docs.insight.actions import Item
from incident_docs.insight.months import Calendar, DatedIncident
from incident_docs.site.pages.marks import SeverityMark, severity_mark
from incident_docs.workspace.table_rows import Row

NO_SEVERITY = SeverityMark(0, "No severity", "", Markup('<path d="M1 7h14v2H1z"/>'))
_NUMBERS = ("One", "Two", "Three", "Four")


class Stretch(NamedTuple):
    """The incidents of a stretch of time, which one page has its charts from."""

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
    addresses: Mapping[Document, str]
    """Of the pages of these incidents."""
    list_address: str
    """Of the list of all incidents."""
    rows: Mapping[Document, Sequence[Row]]
    """What git knows of the tables of all documents."""

    @property
    def documents(self) -> list[Document]:
        return [each.document for each in self.incidents]

    def service_address(self, name: str) -> str:
        """Give the address of the list of a service's incidents."""
        return f"{self.list_address}?service={quote(name, safe='')}"

    def mark(self, severity: Severity | None) -> SeverityMark:
        """Give a severity its mark; what has none has the mark of rank 0."""
        return severity_mark(severity, self.format) if severity else NO_SEVERITY


def not_drawn(number: int, drawn: int) -> str:
    """Say what a drawing leaves out; empty if nothing."""
    return f"{drawn} rows are drawn; the table has all {number}." if number > drawn else ""


def counted_noun(number: int, noun: str) -> str:
    """Write `1 incident`, `12 incidents`, `No incidents`."""
    return f"{number or 'No'} {noun}{'' if number == 1 else 's'}"


def too_few(number: int, measure: str) -> str:
    """Write `Three incidents are too few for a median.`"""
    return f"{_NUMBERS[number - 1]} incident{' is' if number == 1 else 's are'} too few for a {measure}."
