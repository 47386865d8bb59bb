"""Make what each incident has alone: its page, and what the files for programs say of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from incident_docs.document.model import Document
from incident_docs.insight.actions import action_items
from incident_docs.site.pages import urls
from incident_docs.site.pages.data.incident_data import DataMaker, IncidentData
from incident_docs.site.pages.incident import incident_page
from incident_docs.site.pages.incident.related_facts import Around
from incident_docs.site.pages.memory import Memory, key
from incident_docs.site.pages.page import Incident, Page, Settings


class IncidentOutputs:
    """Know what is made of the incidents of one build; `beside` is what a page shows of others, by its document."""

    def __init__(
        self,
        incidents: Sequence[Incident],
        settings: Settings,
        today: date,
        beside: Mapping[Document, Around],
        memory: Memory | None,
    ) -> None:
        self._settings, self._today = settings, today
        self._memory = memory or Memory()
        self._by_id = {each.document.id: each for each in incidents}
        self._beside = beside
        self._maker = DataMaker(incidents, settings)
        self.shared = _shared(incidents, settings) if memory else ""
        """What most depends on: how the site is laid out, and where a link may lead. Empty if nothing is remembered."""
        layout = key(replace(settings, files={}))
        self._keys = {each.path: self._key(each, layout) for each in incidents} if memory else {}

    def _key(self, each: Incident, layout: str) -> str:
        document = each.document
        # Most links lead to other hosts, so that a new file or incident concerns few of the others.
        is_raw = self._settings.publishing.has_raw_html
        shared = self.shared if is_raw or urls.may_stay(document.lines) else layout
        near, day = self._beside[document], self._today if _tells_the_day(each) else None
        here = (each.path, each.source, each.edit_url, each.digest or document.lines, self._maker.unique_name(each))
        return key(shared, here, near, each.history, day)

    def key(self, each: Incident) -> str:
        """Tell all that is made of an incident from what it was before; empty if nothing is remembered."""
        return self._keys.get(each.path, "")

    def page(self, each: Incident) -> Page:
        """Make its page. Thousands would fill the memory, so whoever asks for it takes care of it."""
        return incident_page.page(each, self._by_id, self._settings, self._today, self._beside[each.document])

    def data(self, each: Incident) -> IncidentData:
        """Make what the files for programs say of it."""
        return self._memory.get("data", self.key(each), lambda: self._maker.data(each))


def _shared(incidents: Sequence[Incident], settings: Settings) -> str:
    return key(settings, sorted((each.document.id, each.path, each.source) for each in incidents))


def _tells_the_day(each: Incident) -> bool:
    """The page says how late something is."""
    return any(item.is_open and item.action.due_on for item in action_items([each.document]))
