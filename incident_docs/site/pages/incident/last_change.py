"""Who changed an incident's document last, and where to see and to change it, to the last line of its page."""

from collections.abc import Iterator
from datetime import date

from incident_docs.site.pages.dates import short_day
from incident_docs.site.pages.html import block, element, escape
from incident_docs.site.pages.incident.forge import forge
from incident_docs.site.pages.page import Incident
from incident_docs.workspace.file_history import History


def history(incident: Incident) -> Iterator[str]:
    """Nothing if nothing is known but how to change it, which the top of the page says."""
    said, ways = [*_said(incident.history)], [*_ways(incident.edit_url)]
    if (said and incident.edit_url) or ways:
        ways.append(_link("Edit this page", incident.edit_url))
    if said or ways:
        # A sheet of paper has the first of the two only.
        between = " · " if said and ways else ""
        line = " · ".join(said) + element("span", between + " · ".join(ways))
        yield block(element("p", line, data_search_exclude=""), "idoc-foot")


def _said(known: History | None) -> Iterator[str]:
    if known is None:
        return
    by = escape(known.changed_by)
    if known.changes == 1:
        yield f"Added {_time(known.changed_on)} by {by}"
        return
    yield f"Last changed {_time(known.changed_on)} by {by}"
    yield f"{known.changes} changes since {_time(known.first_on)}"


def _ways(edit_url: str) -> Iterator[str]:
    known = forge(edit_url)
    if known is not None:
        yield _link("History", known.history)
        yield _link("Source", known.source)


def _time(day: date) -> str:
    return element("time", short_day(day), datetime=day.isoformat())


def _link(text: str, address: str) -> str:
    return element("a", text, class_="idoc-way", href=address)
