"""What programs read of an incident. Times are in UTC, lengths in seconds, and what is not known is null."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from incident_docs.document.model import Document
from incident_docs.format.definition import Format
from incident_docs.format.fields import CUSTOM_KEY_PREFIX, FIELDS, TIMES
from incident_docs.format.vocabulary import Stage
from incident_docs.insight.postmortems import commander_name
from incident_docs.site.pages.data import record_parts
from incident_docs.site.pages.data.action_records import Recorded
from incident_docs.site.pages.data.data_fields import (
    MOMENT_OR_NULL,
    SECONDS_OR_NULL,
    TEXT,
    TEXT_OR_NULL,
    Field,
    Shape,
    listed,
    one_of,
    record,
    shape,
)
from incident_docs.site.pages.data.json_values import plain

_FORMAT_S = frozenset(field.key for field in FIELDS)
_LISTS = ("services", "tags", "strategy", "authors", "related")
_LENGTHS = {"time_to_detect": "detected", "time_to_mitigate": "mitigated", "time_to_resolve": "resolved"}


class Told(NamedTuple):
    """An incident, and where what is told of it lies."""

    document: Document
    actions: Sequence[Recorded]
    path: str
    """Of its page, as part of an address, seen from the site's root."""
    data: str
    """Of its own file, likewise."""
    address: str
    """Of the site; empty if nobody said so."""


def fields(format: Format) -> tuple[Field[Told], ...]:
    """The table; its names are those of the frontmatter where that has one."""
    return (
        Field("id", "The name of its file, without the end.", TEXT, lambda told: told.document.id),
        Field("title", _meaning(format, "title"), TEXT_OR_NULL, lambda told: told.document.title or None),
        Field("severity", _meaning(format, "severity"), one_of(format.severity), _severity),
        Field("status", _meaning(format, "status"), one_of(format.status), _status),
        Field("stage", "What its status stands for.", one_of(_stage(stage) for stage in Stage), _stage_of),
        *(Field(key, _meaning(format, key), MOMENT_OR_NULL, _moment(key)) for key in TIMES),
        Field("approximate", "Those of its times that are known only roughly.", listed({"enum": list(TIMES)}), _rough),
        *(
            Field(name, f"Seconds from {TIMES[0]} to {key}.", SECONDS_OR_NULL, _seconds(key))
            for name, key in _LENGTHS.items()
        ),
        Field("timezone", "In which its text tells clock times.", TEXT, lambda told: str(told.document.zone)),
        *(Field(key, _meaning(format, key), listed(TEXT), _texts(key)) for key in _LISTS),
        Field(
            "commander", _meaning(format, "commander"), TEXT_OR_NULL, lambda told: commander_name(told.document) or None
        ),
        Field("impact", "What users noticed, in plain words.", TEXT_OR_NULL, _impact),
        Field(
            "postmortem",
            _meaning(format, "postmortem"),
            shape(record_parts.POSTMORTEM),
            lambda told: record(record_parts.POSTMORTEM, told.document),
        ),
        Field("actions", "Its action items.", listed(shape(record_parts.ACTION)), _actions),
        Field("sources", _meaning(format, "sources"), listed(shape(record_parts.SOURCE)), _sources),
        Field(
            "fields",
            f"An organisation's own fields, and those that begin with `{CUSTOM_KEY_PREFIX}`.",
            _own(format),
            _own_of,
        ),
        Field(
            "not_published",
            "What is null or missing because the published report does not say it; own fields as `fields.<key>`.",
            listed(TEXT),
            lambda told: list(_unpublished(told.document)),
        ),
        Field("path", "Of its page, seen from the site's root.", TEXT, lambda told: told.path),
        Field("data", "Of its own file, which has its timeline too, likewise.", TEXT, lambda told: told.data),
        Field("url", "Of its page. Null if nobody said where the site is served.", TEXT_OR_NULL, _url),
    )


TIMELINE: Field[Told] = Field(
    "timeline",
    "The rows of its timeline, in their order.",
    listed(shape(record_parts.ENTRY)),
    lambda told: [record(record_parts.ENTRY, entry) for entry in told.document.timeline],
)


def _meaning(format: Format, key: str) -> str:
    return format.field[key].meaning


def _severity(told: Told) -> str | None:
    return told.document.severity.id if told.document.severity else None


def _status(told: Told) -> str | None:
    return told.document.status.id if told.document.status else None


def _stage(stage: Stage) -> str:
    return stage.name.lower()


def _stage_of(told: Told) -> str | None:
    return _stage(told.document.status.stage) if told.document.status else None


def _moment(key: str) -> Callable[[Told], str | None]:
    def value(told: Told) -> str | None:
        found = told.document.times.get(key)
        return record_parts.moment(found.at) if found else None

    return value


def _rough(told: Told) -> list[str]:
    return [key for key, moment in told.document.times.items() if moment.approximate]


def _seconds(key: str) -> Callable[[Told], int | None]:
    def value(told: Told) -> int | None:
        length = told.document.time_to(key)
        return None if length is None else int(length.total_seconds())

    return value


def _texts(key: str) -> Callable[[Told], list[str]]:
    def value(told: Told) -> list[str]:
        return [text for text in told.document.texts(key) if not told.document.is_unpublished(text)]

    return value


def _impact(told: Told) -> str | None:
    return record_parts.said(told.document.impact, told.document)


def _actions(told: Told) -> list[dict[str, object]]:
    return [record(record_parts.ACTION, action) for action in told.actions]


def _sources(told: Told) -> list[dict[str, object]]:
    return [record(record_parts.SOURCE, source) for source in told.document.sources]


def _own(format: Format) -> Shape:
    described = {field.key: {"description": field.meaning} for field in format.fields if field.key not in _FORMAT_S}
    return {"type": "object", "properties": described}


def _own_of(told: Told) -> dict[str, object]:
    document = told.document
    return {
        key: None if document.is_unpublished(document.text(key)) else plain(value)
        for key, value in document.frontmatter.values.items()
        if _is_own(key, document.format)
    }


def _is_own(key: str, format: Format) -> bool:
    return key.startswith(CUSTOM_KEY_PREFIX) or (key in format.field and key not in _FORMAT_S)


def _unpublished(document: Document) -> Iterator[str]:
    if not document.is_reconstructed:
        return
    for key in document.frontmatter.values:
        if any(document.is_unpublished(text) for text in document.texts(key)):
            yield f"fields.{key}" if _is_own(key, document.format) else key
    if document.is_unpublished(document.impact):
        yield "impact"


def _url(told: Told) -> str | None:
    return told.address + told.path if told.address else None
