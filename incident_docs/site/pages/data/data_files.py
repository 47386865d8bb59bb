"""Make the files for programs: JSON of each incident and of all, action items as CSV, JSON and calendars, and feeds."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from incident_docs.site.pages.data.action_files import action_files
from incident_docs.site.pages.data.feeds import feed_files
from incident_docs.site.pages.data.incident_data import IncidentData, incident_files
from incident_docs.site.pages.incident_order import newest_first
from incident_docs.site.pages.page import DataFile, Incident, Settings


def data_files(
    incidents: Sequence[Incident], data: Callable[[Incident], IncidentData], settings: Settings, today: date
) -> Iterator[DataFile]:
    """Make all files, except where authors have put one of their own: those of each incident first.

    `data` gives an incident's data, and is asked once for each.
    """
    theirs = frozenset(settings.files.values())
    return (file for file in _files(incidents, data, settings, today) if file.path not in theirs)


def _files(
    incidents: Sequence[Incident], data: Callable[[Incident], IncidentData], settings: Settings, today: date
) -> Iterator[DataFile]:
    found = []
    for incident in newest_first(incidents):
        made = data(incident)
        yield made.file
        # The files of thousands of incidents would fill the memory.
        found.append(made._replace(file=made.file._replace(content="")))
    yield from shared_files(incidents, found, settings, today)


def shared_files(
    incidents: Sequence[Incident], found: Sequence[IncidentData], settings: Settings, today: date
) -> Iterator[DataFile]:
    """Make the files of all incidents; `found` is their data, the newest first."""
    yield from action_files([action for each in found for action in each.actions], settings, today)
    yield from incident_files(found, settings, today)
    yield from feed_files(incidents, settings)
