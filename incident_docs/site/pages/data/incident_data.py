"""Make what the files for programs say of each incident, once for all the files that say it.

`incidents.json` is an object with `version`, which is 1 and will be another number once a reader has to change; `built`, the
day of the build; what the site is called and where it is served; and `incidents`, a list of objects, the newest first.
`incident.json` beside a page has that incident alone, with its timeline. What each object says stands in the JSON Schema to
which `$schema` leads: `incidents.schema.json` and `incident.schema.json`.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple
from urllib.parse import quote, unquote

from incident_docs.insight.incident_record import TIMELINE
from incident_docs.insight.json_values import writable
from incident_docs.insight.record_fields import (
    TEXT,
    TEXT_OR_NULL,
    Field,
    Shape,
    list_schema,
    object_of,
    object_schema,
)
from incident_docs.site.pages import urls
from incident_docs.site.pages.data.action_files import ActionData, action_data
from incident_docs.site.pages.data.action_records import recorded_actions
from incident_docs.site.pages.data.page_record import PageSource, page_fields
from incident_docs.site.pages.page import DataFile, Incident, Settings

VERSION = 1
ALL, ALL_SCHEMA, ONE, ONE_SCHEMA = "incidents.json", "incidents.schema.json", "incident.json", "incident.schema.json"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


class IncidentData(NamedTuple):
    """What the files say of an incident."""

    actions: tuple[ActionData, ...]
    line: str
    """Its object in `incidents.json`."""
    file: DataFile
    """Its own file."""


class _File(NamedTuple):
    """What a file says of itself."""

    schema: str
    """Where its schema is, seen from it."""
    settings: Settings


_FIELDS: tuple[Field[_File], ...] = (
    Field("$schema", "What describes this file.", TEXT, lambda file: file.schema),
    Field("version", "Another number once a reader has to change.", {"const": VERSION}, lambda _: VERSION),
    Field("site", "What it is called.", TEXT_OR_NULL, lambda file: file.settings.name or None),
    Field("address", "Where it is served.", TEXT_OR_NULL, lambda file: file.settings.address or None),
)


class DataMaker:
    """Make the data of the incidents of one site, from a table that is made once."""

    def __init__(self, incidents: Iterable[Incident], settings: Settings) -> None:
        self._settings = settings
        self._ids = Counter(incident.document.id for incident in incidents)
        self._fields = page_fields(settings.format)

    def unique_name(self, incident: Incident) -> str:
        """Give what no other incident of the site is called: its id, or its path if two have the id."""
        return incident.path if self._ids[incident.document.id] > 1 else incident.document.id

    def data(self, incident: Incident) -> IncidentData:
        """Make the data of one of these incidents."""
        settings = self._settings
        name, recorded = self.unique_name(incident), tuple(recorded_actions(incident, settings))
        page, path = _page_address(incident, settings), data_path(incident, settings)
        source = PageSource(incident.document, page, quote(path), settings.address)
        found = object_of(self._fields, source)
        schema = urls.url(path, f"{settings.prefix}{ONE_SCHEMA}", settings.directory_urls)
        whole = {
            **object_of(_FIELDS, _File(schema, settings)),
            "incident": {**found, TIMELINE.name: TIMELINE.value(incident.document)},
        }
        return IncidentData(
            tuple(action_data(each, name, settings) for each in recorded),
            _json(found),
            DataFile(path, f"{_json(whole)}\n"),
        )


def data_path(incident: Incident, settings: Settings) -> str:
    """Give the path of an incident's own file, in the site."""
    page = unquote(_page_address(incident, settings))
    return (page if settings.directory_urls else page.removesuffix("html")) + ONE


def _page_address(incident: Incident, settings: Settings) -> str:
    """Give the address of an incident's page as seen from the site's root."""
    return urls.url("index.md", incident.path, settings.directory_urls).removeprefix("./")


def incident_files(found: Iterable[IncidentData], settings: Settings, today: date) -> Iterator[DataFile]:
    """Put together the file of all incidents, and make the schemas of both kinds of files."""
    head = {**object_of(_FIELDS, _File(ALL_SCHEMA, settings)), "built": today.isoformat()}
    # A line for each incident, so that tools that know no JSON can find one.
    incidents = ",\n".join(each.line for each in found)
    yield DataFile(f"{settings.prefix}{ALL}", f'{_json(head).removesuffix("}")}, "incidents": [\n{incidents}\n]}}\n')
    fields = page_fields(settings.format)
    built = {"description": "The day of the build.", "type": "string", "format": "date"}
    newest = {"description": "The newest first.", **list_schema(object_schema(fields))}
    whole = {"description": "With its timeline.", **object_schema((*fields, TIMELINE))}
    yield _schema(f"{settings.prefix}{ALL_SCHEMA}", "Incidents", {"built": built, "incidents": newest})
    yield _schema(f"{settings.prefix}{ONE_SCHEMA}", "An incident", {"incident": whole})


def _schema(path: str, title: str, more: Mapping[str, Shape]) -> DataFile:
    """Make the schema of files that say more than what all files say of themselves."""
    shape = object_schema(_FIELDS)
    shape["properties"] |= more
    shape["required"] += more
    return DataFile(path, f"{_json({'$schema': _DRAFT, 'title': title, **shape})}\n")


def _json(value: object) -> str:
    return writable(json.dumps(value, ensure_ascii=False))
