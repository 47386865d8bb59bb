"""Make the JSON Schema (draft 2020-12) of the frontmatter."""

from typing import Any

from incident_docs.format.definition import Format
from incident_docs.format.fields import UNPUBLISHABLE, Field, FieldKind
from incident_docs.format.vocabulary import NOT_REQUIRED, POSTMORTEM_STATUSES, Stage

_MOMENT = r"^~?\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)$"
_TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
_DATE: dict[str, Any] = {"type": "string", "format": "date"}
_SOURCE: dict[str, Any] = {
    "type": "object",
    "properties": {"title": _TEXT, "url": {"type": "string", "format": "uri"}},
    "required": ["url"],
    "additionalProperties": False,
}
_POSTMORTEM: dict[str, Any] = {
    "type": "object",
    "properties": {
        "status": {"enum": list(POSTMORTEM_STATUSES)},
        "owner": _TEXT,
        "due": _DATE,
        "reason": _TEXT,
    },
    "required": ["status"],
    "additionalProperties": False,
    "if": {"properties": {"status": {"const": NOT_REQUIRED}}},
    "then": {"required": ["reason"]},
}


def frontmatter_schema(format: Format) -> dict[str, Any]:
    """Make the JSON Schema of a document's frontmatter; dates and times are read as texts."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Frontmatter of an incident document",
        "type": "object",
        "properties": {field.key: {"description": field.meaning, **_value(field, format)} for field in format.fields},
        "patternProperties": {"^x-": {}},
        "additionalProperties": False,
        "required": _required(format, Stage.ACTIVE),
        "allOf": [
            _demand(format, stage)
            for stage in (Stage.MITIGATING, Stage.RESOLVED)
            if _required(format, stage) != _required(format, Stage.ACTIVE)
        ],
    }


def _required(format: Format, stage: Stage) -> list[str]:
    return [field.key for field in format.fields if field.required_from is not None and field.required_from <= stage]


def _demand(format: Format, stage: Stage) -> dict[str, Any]:
    statuses = [status.id for status in format.statuses if status.stage >= stage]
    return {
        "if": {"properties": {"status": {"enum": statuses}}},
        "then": {"required": _required(format, stage)},
    }


def _value(field: Field, format: Format) -> dict[str, Any]:
    """What a field of this kind may hold."""
    return {
        FieldKind.TEXT: _TEXT,
        FieldKind.TEXTS: _list(_TEXT, required=field.required_from is not None),
        FieldKind.TIME: _time(field, format),
        FieldKind.SEVERITY: {"enum": list(format.severity)},
        FieldKind.STATUS: {"enum": list(format.status)},
        FieldKind.STRATEGIES: _list({"enum": list(format.strategy)}),
        FieldKind.ZONE: _TEXT,
        FieldKind.IDS: _list(_TEXT),
        FieldKind.SOURCES: _list({"anyOf": [{"type": "string", "format": "uri"}, _SOURCE]}),
        FieldKind.POSTMORTEM: _POSTMORTEM,
        FieldKind.CHOICE: {"enum": list(field.choices)},
        FieldKind.NUMBER: {"type": "number"},
        FieldKind.BOOLEAN: {"type": "boolean"},
        FieldKind.DATE: _DATE,
    }[field.kind]


def _time(field: Field, format: Format) -> dict[str, Any]:
    moment = {"type": "string", "pattern": _MOMENT}
    if field.key not in UNPUBLISHABLE:
        return moment
    return {"anyOf": [moment, {"const": format.labels.not_published}]}


def _list(items: dict[str, Any], *, required: bool = False) -> dict[str, Any]:
    return {"type": "array", "items": items, **({"minItems": 1} if required else {})}
