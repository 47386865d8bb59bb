"""Made-up incidents to the files for programs that a site has of them."""

from collections.abc import Iterable
from datetime import date

from incident_docs.site.pages.data.data_files import data_files
from incident_docs.site.pages.data.incident_data import DataMaker
from incident_docs.site.pages.page import Incident, Settings

TODAY = date(2026, 4, 10)


def made_files(incidents: Iterable[Incident], settings: Settings) -> dict[str, str]:
    """Make the files as they are on `TODAY`, by their paths."""
    found = list(incidents)
    return dict(data_files(found, DataMaker(found, settings).data, settings, TODAY))
