"""Check the values of the frontmatter, each by the kind of its field.

Each part that is wrong comes with a message that says what to write.  Nothing is said of an empty value as a whole.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.format.fields import Field, FieldKind
from incident_docs.format.samples import sample_field
from incident_docs.format.vocabulary import POSTMORTEM_STATUSES
from incident_docs.format.wording import suggest_word
from incident_docs.reading.as_written import FieldFault, check_is_list, check_is_text, type_of, value_as_written
from incident_docs.reading.simple_field_checks import (
    check_boolean,
    check_choice,
    check_date,
    check_moment,
    check_number,
    check_severity,
    check_status,
    check_strategies,
    check_text,
    check_texts,
    check_zone,
)

_URL = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_SOURCE = ("title", "url")
_TITLE = Field("title", FieldKind.TEXT, "")
_STATUS = Field("status", FieldKind.CHOICE, "", choices=POSTMORTEM_STATUSES)
_OTHERS = (Field("owner", FieldKind.TEXT, ""), Field("due", FieldKind.DATE, ""), Field("reason", FieldKind.TEXT, ""))
_PARTS = MappingProxyType({field.key: field for field in (_STATUS, *_OTHERS)})
_PART_CHECKS = MappingProxyType(
    {FieldKind.CHOICE: check_choice, FieldKind.TEXT: check_text, FieldKind.DATE: check_date}
)
*_, _NOT_REQUIRED = POSTMORTEM_STATUSES
_Check: TypeAlias = Callable[[Field, Value, Document], Iterator[FieldFault]]


def check_sources(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """Check a list of links, each a URL or a mapping of `title` and `url`."""
    yield from check_is_list(field, value, document, _link, is_listed=False)
    for item in value.data if isinstance(value.data, list) else ():
        if not isinstance(item.data, dict):
            yield from _url("an item of sources", item, document)
            continue
        yield from _unknown("a source", item.data, _SOURCE)
        if "url" in item.data:
            yield from _url("url", item.data["url"], document)
        else:
            yield FieldFault(item, "this source has no url; write url: https://...")
        if "title" in item.data:
            yield from check_text(_TITLE, item.data["title"], document)


def check_postmortem(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """Check a mapping of `status`, `owner`, `due` and `reason`; `not required` needs the reason."""
    parts = value.data
    if not isinstance(parts, dict):
        word = value_as_written(value, document)
        right = f"{{status: {word}}}" if word in POSTMORTEM_STATUSES else ""
        line = f"{field.key}: {right}" if right else sample_field(field, document.format)
        message = f"{field.key} is {type_of(value)}; write a mapping, as in {line}"
        yield FieldFault(value, message, "" if word == _NOT_REQUIRED else right)
        return
    yield from _unknown(field.key, parts, _PARTS)
    status, reason = parts.get("status"), parts.get("reason")
    if status is None:
        yield FieldFault(value, f"{field.key} has no status; write one, as in {sample_field(field, document.format)}")
    needs_reason = status is not None and status.data == _NOT_REQUIRED and (reason is None or reason.is_empty)
    if needs_reason:
        message = f"{_NOT_REQUIRED} needs a reason; write {{status: {_NOT_REQUIRED}, reason: ...}}"
        yield FieldFault(parts["status"], message)
    for key, part in parts.items():
        if key in _PARTS and not (needs_reason and part is reason):
            yield from _PART_CHECKS[_PARTS[key].kind](_PARTS[key], part, document)


def _url(name: str, value: Value, document: Document) -> Iterator[FieldFault]:
    fault = check_is_text(name, value, document)
    if fault:
        yield fault
    elif not _link(value_as_written(value, document)):
        yield FieldFault(
            value, f"{value_as_written(value, document)} is no link; write a URL that begins with https://"
        )


def _link(text: str) -> str | None:
    return text if _URL.fullmatch(text) else None


def _unknown(name: str, parts: Mapping[str, Value], known: Collection[str]) -> Iterator[FieldFault]:
    for key, part in parts.items():
        if key not in known:
            yield FieldFault(part, f"{name} has no {key}; {suggest_word(key, known)}")


_CHECKS: Mapping[FieldKind, _Check] = MappingProxyType(
    {
        FieldKind.TEXT: check_text,
        FieldKind.TEXTS: check_texts,
        FieldKind.TIME: check_moment,
        FieldKind.SEVERITY: check_severity,
        FieldKind.STATUS: check_status,
        FieldKind.STRATEGIES: check_strategies,
        FieldKind.ZONE: check_zone,
        FieldKind.IDS: check_texts,
        FieldKind.SOURCES: check_sources,
        FieldKind.POSTMORTEM: check_postmortem,
        FieldKind.CHOICE: check_choice,
        FieldKind.NUMBER: check_number,
        FieldKind.BOOLEAN: check_boolean,
        FieldKind.DATE: check_date,
    }
)


def field_faults(field: Field, value: Value, document: Document) -> Iterator[FieldFault]:
    """Find the parts of a field's value that are not what its kind asks for, each with what to do."""
    return _CHECKS[field.kind](field, value, document)
