"""Summarise each incident of a project for the command line's lists: its record, and what it can be found by."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from incident_docs.document.model import Document
from incident_docs.insight.each_incident import find_in_each
from incident_docs.insight.filter_values import Values, comparable, fits
from incident_docs.insight.search_words import has_words
from incident_docs.workspace.project import Project


class Summary(NamedTuple):
    """What lists say of an incident."""

    path: Path
    record: Mapping[str, Any]
    """As the site's data has it."""
    values: Mapping[str, Values]
    """By the keys of the filters."""
    text: str
    """What a search looks into, folded."""
    day: str
    """On which it started, in its own zone: `2026-03-04`; empty if it does not say."""


class Wanted(NamedTuple):
    """What a list asks for."""

    values: Mapping[str, tuple[str, ...]]
    """By key, the values of which one is needed."""
    words: str = ""
    first: str = ""
    """The first day, month or year; empty for any."""
    last: str = ""


def summaries(project: Project) -> list[Summary]:
    """Summarise the incidents of a project, the newest first."""
    found = [Summary(path, *each) for path, each in find_in_each(project, _summarise)]
    return sorted(found, key=lambda each: (each.record["started"] or "", each.record["id"]), reverse=True)


def select_summaries(found: Iterable[Summary], wanted: Wanted) -> Iterator[Summary]:
    """Select those that have one of the values of every key, all of the words, and began in the given time."""
    forms = {key: {comparable(key, value) for value in values} for key, values in wanted.values.items()}
    for each in found:
        if fits(each.values, forms) and _is_between(each.day, wanted) and has_words(wanted.words, each.text):
            yield each


def _is_between(day: str, wanted: Wanted) -> bool:
    """Tell whether a day is in the time, of which the last day, month or year is a part."""
    if not day:
        return not (wanted.first or wanted.last)
    return day[: len(wanted.first)] >= wanted.first and day[: len(wanted.last)] <= wanted.last


def _summarise(document: Document) -> list[Any]:
    # Imported here, as these need a parser.
    from incident_docs.insight.facets import FACETS, search_text  # noqa: PLC0415
    from incident_docs.insight.incident_record import incident_fields  # noqa: PLC0415
    from incident_docs.insight.record_fields import object_of  # noqa: PLC0415

    started = document.times.get("started")
    return [
        object_of(incident_fields(document.format), document),
        {facet.key: facet.values(document) for facet in FACETS},
        search_text(document),
        f"{started.at.astimezone(document.zone):%Y-%m-%d}" if started else "",
    ]
