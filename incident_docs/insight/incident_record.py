"""Say what programs read of an incident. Times are in UTC, lengths in seconds, and what is not known is null."""

from collections.abc import Callable, Iterator

from incident_docs.document.model import Document
from incident_docs.format.definition import Format
from incident_docs.format.fields import CUSTOM_KEY_PREFIX, FIELDS, TIMES
from incident_docs.format.vocabulary import Stage
from incident_docs.insight import record_parts
from incident_docs.insight.actions import action_items
from incident_docs.insight.json_values import json_value
from incident_docs.insight.postmortems import commander_name
from incident_docs.insight.record_fields import (
    MOMENT_OR_NULL,
    SECONDS_OR_NULL,
    TEXT,
    TEXT_OR_NULL,
    Field,
    Shape,
    list_schema,
    object_of,
    object_schema,
    one_of_or_null,
)
from incident_docs.reading.unwritten import is_unwritten

_USUAL = frozenset(field.key for field in FIELDS)
_LISTS = ("services", "tags", "strategy", "authors", "related")
_LENGTHS = {"time_to_detect": "detected", "time_to_mitigate": "mitigated", "time_to_resolve": "resolved"}


def incident_fields(format: Format) -> tuple[Field[Document], ...]:
    """Make the table of an incident's object; its names are those of the frontmatter where that has one."""
    return (
        Field("id", "The name of its file, without the end.", TEXT, lambda document: document.id),
        Field("title", _meaning(format, "title"), TEXT_OR_NULL, lambda document: document.title or None),
        Field("severity", _meaning(format, "severity"), one_of_or_null(format.severity), _severity),
        Field("status", _meaning(format, "status"), one_of_or_null(format.status), _status),
        Field("stage", "What its status stands for.", one_of_or_null(_stage(stage) for stage in Stage), _stage_of),
        *(Field(key, _meaning(format, key), MOMENT_OR_NULL, _moment(key)) for key in TIMES),
        Field(
            "approximate", "Those of its times that are known only roughly.", list_schema({"enum": list(TIMES)}), _rough
        ),
        *(
            Field(name, f"Seconds from {TIMES[0]} to {key}.", SECONDS_OR_NULL, _seconds(key))
            for name, key in _LENGTHS.items()
        ),
        Field("timezone", "In which its text tells clock times.", TEXT, lambda document: str(document.zone)),
        *(Field(key, _meaning(format, key), list_schema(TEXT), _texts(key)) for key in _LISTS),
        Field(
            "commander",
            _meaning(format, "commander"),
            TEXT_OR_NULL,
            lambda document: commander_name(document) or None,
        ),
        Field("impact", "What users noticed, in plain words.", TEXT_OR_NULL, _impact),
        Field(
            "postmortem",
            _meaning(format, "postmortem"),
            object_schema(record_parts.POSTMORTEM),
            lambda document: object_of(record_parts.POSTMORTEM, document),
        ),
        Field("actions", "Its action items.", list_schema(object_schema(record_parts.ACTION)), _actions),
        Field("sources", _meaning(format, "sources"), list_schema(object_schema(record_parts.SOURCE)), _sources),
        Field(
            "fields",
            f"An organisation's own fields, and those that begin with `{CUSTOM_KEY_PREFIX}`.",
            _custom_schema(format),
            _custom_values,
        ),
        Field(
            "not_published",
            "What is null or missing because the published report does not say it; own fields as `fields.<key>`.",
            list_schema(TEXT),
            lambda document: list(_unpublished(document)),
        ),
    )


TIMELINE: Field[Document] = Field(
    "timeline",
    "The rows of its timeline, in their order.",
    list_schema(object_schema(record_parts.ENTRY)),
    lambda document: [object_of(record_parts.ENTRY, entry) for entry in document.timeline],
)


def _meaning(format: Format, key: str) -> str:
    return format.field[key].meaning


def _severity(document: Document) -> str | None:
    return document.severity.id if document.severity else None


def _status(document: Document) -> str | None:
    return document.status.id if document.status else None


def _stage(stage: Stage) -> str:
    return stage.name.lower()


def _stage_of(document: Document) -> str | None:
    return _stage(document.status.stage) if document.status else None


def _moment(key: str) -> Callable[[Document], str | None]:
    def value(document: Document) -> str | None:
        found = document.times.get(key)
        return record_parts.utc_text(found.at) if found else None

    return value


def _rough(document: Document) -> list[str]:
    return [key for key, moment in document.times.items() if moment.approximate]


def _seconds(key: str) -> Callable[[Document], int | None]:
    def value(document: Document) -> int | None:
        length = document.time_to(key)
        return None if length is None else int(length.total_seconds())

    return value


def _texts(key: str) -> Callable[[Document], list[str]]:
    def value(document: Document) -> list[str]:
        return [
            text for text in document.texts(key) if not (is_unwritten(text, document) or document.is_unpublished(text))
        ]

    return value


def _impact(document: Document) -> str | None:
    return record_parts.plain_or_none(document.impact, document)


def _actions(document: Document) -> list[dict[str, object]]:
    return [object_of(record_parts.ACTION, item) for item in action_items([document])]


def _sources(document: Document) -> list[dict[str, object]]:
    return [object_of(record_parts.SOURCE, source) for source in document.sources]


def _custom_schema(format: Format) -> Shape:
    described = {field.key: {"description": field.meaning} for field in format.fields if field.key not in _USUAL}
    return {"type": "object", "properties": described}


def _custom_values(document: Document) -> dict[str, object]:
    return {
        key: None if document.is_unpublished(document.text(key)) else json_value(value)
        for key, value in document.frontmatter.values.items()
        if _is_custom(key, document.format)
    }


def _is_custom(key: str, format: Format) -> bool:
    return key.startswith(CUSTOM_KEY_PREFIX) or (key in format.field and key not in _USUAL)


def _unpublished(document: Document) -> Iterator[str]:
    if not document.is_reconstructed:
        return
    for key in document.frontmatter.values:
        if any(document.is_unpublished(text) for text in document.texts(key)):
            yield f"fields.{key}" if _is_custom(key, document.format) else key
    if document.is_unpublished(document.impact):
        yield "impact"
