"""Incidents to what is made of each alone: its page, its file for programs, the events of its action items.

That is most of a site, so it is kept from build to build, and what is missing is made in several processes.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from incident_docs.insight.actions import action_items
from incident_docs.site.pages import urls
from incident_docs.site.pages.data.incident_data import DataMaker, IncidentData, data_path
from incident_docs.site.pages.html import hold, words_of_blocks
from incident_docs.site.pages.incident import incident_page
from incident_docs.site.pages.incident.related_facts import Around
from incident_docs.site.pages.page import Held, Incident, KeptFile, Settings
from incident_docs.site.pages.page_cache import Kept, fields_of

_PARTS = _PAGE, _BLOCKS, _WORDS, _DATA = ("page", "blocks", "words", "data")


class Own:
    """Each incident's own things; `beside` is what its page shows of others, by the identity of its document."""

    def __init__(
        self, incidents: Sequence[Incident], settings: Settings, today: date, beside: Mapping[int, Around], kept: Kept
    ) -> None:
        self._incidents, self._settings, self._today, self._kept = incidents, settings, today, kept
        self._by_id = {each.document.id: each for each in incidents}
        self._beside = beside
        self._maker = DataMaker(incidents, settings)
        self._ids = Counter(each.document.id for each in incidents)
        self._layout = kept.key(replace(settings, files={}))
        known = sorted((each.document.id, each.path, each.source) for each in incidents)
        self.shared = kept.key(settings, known)
        """What most depends on: how the site is laid out, and where a link may lead."""
        self._keys = {id(each.document): self._key(each) for each in incidents}

    def _key(self, each: Incident) -> str:
        document = each.document
        # Most links lead to other hosts, so that a new file or incident concerns few of the others.
        is_raw = self._settings.publishing.has_raw_html
        shared = self.shared if is_raw or urls.may_stay(document.lines) else self._layout
        near, day = self._beside[id(document)], self._today if _tells_the_day(each) else None
        here = (each.path, each.source, each.edit_url, each.digest or document.lines, self._is_alone(each))
        return self._kept.key(shared, here, near, each.history, day)

    def _is_alone(self, each: Incident) -> bool:
        return self._ids[each.document.id] == 1

    def held(self, each: Incident) -> Held:
        """Its page, with what it says left where it is kept."""
        key = self._keys[id(each.document)]
        blocks, words = (partial(self._texts, each, part) for part in (_BLOCKS, _WORDS))
        return Held(self._kept.page(key, lambda: self._part(each, _PAGE)), blocks, words, key)

    def files(self) -> Iterator[KeptFile]:
        """Their files, each made when it is asked for."""
        for each in self._incidents:
            yield KeptFile(
                data_path(each, self._settings), partial(self._part, each, _DATA), self._keys[id(each.document)]
            )

    def data(self, each: Incident) -> IncidentData:
        """What files for programs say of it."""
        return self._maker.data(each)

    def missing(self) -> list[Callable[[], object]]:
        """What makes that of which not all is kept."""
        return [partial(self._make, each) for each in self._incidents if not self._has_all(each)]

    def _has_all(self, each: Incident) -> bool:
        key = self._keys[id(each.document)]
        # All are asked for, as what nobody asks for is forgotten one day.
        return sum(self._kept.has(f"{key}.{part}") for part in _PARTS) == len(_PARTS)

    def _texts(self, each: Incident, part: str) -> list[str]:
        found: list[str] = json.loads(self._part(each, part))
        return found

    def _part(self, each: Incident, part: str) -> str:
        return self._kept.get(f"{self._keys[id(each.document)]}.{part}") or self._make(each)[part]

    def _make(self, each: Incident) -> dict[str, str]:
        """All that is made of it, kept under one key, whichever of it was missing."""
        near = self._beside[id(each.document)]
        page = incident_page.page(each, self._by_id, self._settings, self._today, near)
        markdown, blocks = hold(page.markdown)
        made = {
            _PAGE: json.dumps(fields_of(replace(page, markdown=markdown))),
            _BLOCKS: json.dumps(blocks),
            _WORDS: json.dumps(words_of_blocks(blocks)),
            _DATA: self.data(each).file.content,
        }
        for part, text in made.items():
            self._kept.put(f"{self._keys[id(each.document)]}.{part}", text)
        return made


def _tells_the_day(each: Incident) -> bool:
    """The page says how late something is."""
    return any(item.is_open and item.action.due_on for item in action_items([each.document]))
