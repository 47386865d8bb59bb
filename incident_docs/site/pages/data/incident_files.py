"""Incidents to files for programs: all of them in one, and each beside its page.

`incidents.json` is an object with `version`, which is 1 and will be another number once a reader has to change; `built`, the
day of the build; what the site is called and where it is served; and `incidents`, a list of objects, the newest first.
`incident.json` beside a page has that incident alone, with its timeline. What each object says stands in the JSON Schema to
which `$schema` leads: `incidents.schema.json` and `incident.schema.json`.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple
from urllib.parse import unquote

from incident_docs.site.pages import urls
from incident_docs.site.pages.data.action_records import Recorded, Records, recorded
from incident_docs.site.pages.data.data_fields import TEXT, TEXT_OR_NULL, Field, listed, record, shape
from incident_docs.site.pages.data.incident_record import TIMELINE, Told, fields
from incident_docs.site.pages.html import escape
from incident_docs.site.pages.incident_order import newest_first
from incident_docs.site.pages.page import DataFile, Incident, Settings

VERSION = 1
ALL, ALL_SCHEMA, ONE, ONE_SCHEMA = "incidents.json", "incidents.schema.json", "incident.json", "incident.schema.json"
_DRAFT = "https://json-schema.org/draft/2020-12/schema"


class _File(NamedTuple):
    """What a file is made of."""

    schema: str
    """Where its schema is, seen from it."""
    settings: Settings
    incidents: Sequence[Mapping[str, object]] = ()
    built: date | None = None


def files(
    lists: Sequence[Records], incidents: Sequence[Incident], settings: Settings, today: date
) -> tuple[DataFile, ...]:
    """The file of all incidents, and the schemas of both. `lists` are all action items, everybody's first."""
    table = fields(settings.format)
    of_all, of_one = _of_all(table), _of_one(table)
    told = _told_all(lists, newest_first(incidents), settings)
    lines = (_json(record(table, each)) for each in told)
    made = (
        _file(f"{settings.prefix}{ALL}", _with_lines(record(of_all, _File(ALL_SCHEMA, settings, (), today)), lines)),
        _file(f"{settings.prefix}{ALL_SCHEMA}", _json({"$schema": _DRAFT, "title": "Incidents", **shape(of_all)})),
        _file(f"{settings.prefix}{ONE_SCHEMA}", _json({"$schema": _DRAFT, "title": "An incident", **shape(of_one)})),
    )
    return without_theirs(made, settings)


class OwnFiles:
    """The file of each incident alone, which is the same until the incident changes."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._table = (*fields(settings.format), TIMELINE)
        self._of_one = _of_one(fields(settings.format))

    def path(self, incident: Incident) -> str:
        """Where it is, in the site."""
        return _own_path(incident, self._settings)

    def content(self, incident: Incident) -> str:
        """What stands in it."""
        told = _told(incident, tuple(recorded(incident, self._settings)), self._settings)
        schema = urls.url(unquote(told.data), f"{self._settings.prefix}{ONE_SCHEMA}", self._settings.directory_urls)
        return _line(_json(record(self._of_one, _File(schema, self._settings, [record(self._table, told)]))))


def without_theirs(made: Iterable[DataFile], settings: Settings) -> tuple[DataFile, ...]:
    """The files, except where authors have put one of their own: theirs stays."""
    theirs = frozenset(settings.files.values())
    return tuple(file for file in made if file.path not in theirs)


def head(incident: Incident, settings: Settings) -> str:
    """HTML for the head of its page: where programs find the same."""
    address = urls.url(incident.path, _own_path(incident, settings), settings.directory_urls)
    # With the space that keeps the theme away, as in the feeds.
    return f'<link rel="alternate " type="application/json" href="{escape(address)}">'


def _of_all(table: Sequence[Field[Told]]) -> tuple[Field[_File], ...]:
    return (
        *_of_any(),
        Field("built", "The day of the build.", {"type": "string", "format": "date"}, lambda file: str(file.built)),
        Field("incidents", "The newest first.", listed(shape(table)), lambda file: file.incidents),
    )


def _of_one(table: Sequence[Field[Told]]) -> tuple[Field[_File], ...]:
    whole = shape((*table, TIMELINE))
    return (*_of_any(), Field("incident", "With its timeline.", whole, lambda file: file.incidents[0]))


def _of_any() -> tuple[Field[_File], ...]:
    return (
        Field("$schema", "What describes this file.", TEXT, lambda file: file.schema),
        Field("version", "Another number once a reader has to change.", {"const": VERSION}, lambda _: VERSION),
        Field("site", "What it is called.", TEXT_OR_NULL, lambda file: file.settings.name or None),
        Field("address", "Where it is served.", TEXT_OR_NULL, lambda file: file.settings.address or None),
    )


def _told_all(lists: Sequence[Records], incidents: Iterable[Incident], settings: Settings) -> Iterator[Told]:
    items: dict[int, list[Recorded]] = {}
    for item in lists[0].all if lists else ():
        items.setdefault(id(item.item.document), []).append(item)
    for each in incidents:
        yield _told(each, items.get(id(each.document), ()), settings)


def _told(incident: Incident, items: Sequence[Recorded], settings: Settings) -> Told:
    page = _from_root(incident, settings)
    return Told(incident.document, items, page, _beside(page, settings), settings.address)


def _own_path(incident: Incident, settings: Settings) -> str:
    return unquote(_beside(_from_root(incident, settings), settings))


def _from_root(incident: Incident, settings: Settings) -> str:
    """The page as part of an address."""
    return urls.url("index.md", incident.path, settings.directory_urls).removeprefix("./")


def _beside(page: str, settings: Settings) -> str:
    """The file of the incident with this page."""
    return (page if settings.directory_urls else page.removesuffix("html")) + ONE


def _with_lines(said: Mapping[str, object], lines: Iterable[str]) -> str:
    """The last key has a line for each incident, so that tools that know no JSON can find one."""
    *before, last = said
    start = _json({key: said[key] for key in before}).removesuffix("}")
    incidents = ",\n".join(lines)
    return f'{start}, "{last}": [\n{incidents}\n]}}'


def _json(said: object) -> str:
    return json.dumps(said, ensure_ascii=False)


def _file(path: str, content: str) -> DataFile:
    return DataFile(path, _line(content))


def _line(content: str) -> str:
    return f"{writable(content)}\n"


def writable(text: str) -> str:
    """The text without halves of characters: YAML can name them, and no file can hold them."""
    return text.encode(errors="replace").decode()
