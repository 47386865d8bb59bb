"""The page that shows a list, as the place from which its links lead to incidents."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

from incident_docs.site.pages import urls
from incident_docs.site.pages.page import Incident, Settings

_OUTSIDE = "../"


class Place(NamedTuple):
    """Where a list stands."""

    here: str
    """The path of the page; empty if nobody knows, and then links lead to the documents themselves."""
    settings: Settings
    by_id: Mapping[str, Incident]
    is_alone: bool
    """The site has no pages of ours."""

    def address(self, incident: Incident) -> str:
        """Of an incident; empty if it is no part of the site."""
        if incident.path.startswith(_OUTSIDE):
            return ""
        if not self.here:
            return quote(incident.path)
        return urls.url(self.here, incident.path, self.settings.directory_urls)
