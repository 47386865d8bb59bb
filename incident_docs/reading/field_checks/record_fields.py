"""Values that are made of parts: sources, and how far the postmortem is."""

import re
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from incident_docs.document.frontmatter_model import Value
from incident_docs.document.model import Document
from incident_docs.format.fields import Field, Kind
from incident_docs.format.samples import sample
from incident_docs.format.vocabulary import POSTMORTEM_STATUSES
from incident_docs.reading.field_checks.as_written import Fault, not_a_list, not_a_text, said, type_of
from incident_docs.reading.field_checks.moment_fields import date
from incident_docs.reading.field_checks.plain_fields import text
from incident_docs.reading.field_checks.word_fields import choice
from incident_docs.reading.wording import instead

_URL = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_SOURCE = ("title", "url")
_TITLE = Field("title", Kind.TEXT, "")
_STATUS = Field("status", Kind.CHOICE, "", choices=POSTMORTEM_STATUSES)
_OTHERS = (Field("owner", Kind.TEXT, ""), Field("due", Kind.DATE, ""), Field("reason", Kind.TEXT, ""))
_PARTS = MappingProxyType({field.key: field for field in (_STATUS, *_OTHERS)})
_CHECKS = MappingProxyType({Kind.CHOICE: choice, Kind.TEXT: text, Kind.DATE: date})
*_, _NOT_REQUIRED = POSTMORTEM_STATUSES


def sources(field: Field, value: Value, document: Document) -> Iterator[Fault]:
    """A list of links, each a URL or a mapping of `title` and `url`."""
    yield from not_a_list(field, value, document, _link, is_listed=False)
    for item in value.data if isinstance(value.data, list) else ():
        if not isinstance(item.data, dict):
            yield from _url("an item of sources", item, document)
            continue
        yield from _unknown("a source", item.data, _SOURCE)
        if "url" in item.data:
            yield from _url("url", item.data["url"], document)
        else:
            yield Fault(item, "this source has no url; write url: https://...")
        if "title" in item.data:
            yield from text(_TITLE, item.data["title"], document)


def postmortem(field: Field, value: Value, document: Document) -> Iterator[Fault]:
    """A mapping of `status`, `owner`, `due` and `reason`; `not required` needs the reason."""
    parts = value.data
    if not isinstance(parts, dict):
        word = said(value, document)
        right = f"{{status: {word}}}" if word in POSTMORTEM_STATUSES else ""
        line = f"{field.key}: {right}" if right else sample(field, document.format)
        message = f"{field.key} is {type_of(value)}; write a mapping, as in {line}"
        yield Fault(value, message, "" if word == _NOT_REQUIRED else right)
        return
    yield from _unknown(field.key, parts, _PARTS)
    status, reason = parts.get("status"), parts.get("reason")
    if status is None:
        yield Fault(value, f"{field.key} has no status; write one, as in {sample(field, document.format)}")
    needs_reason = status is not None and status.data == _NOT_REQUIRED and (reason is None or reason.is_empty)
    if needs_reason:
        message = f"{_NOT_REQUIRED} needs a reason; write {{status: {_NOT_REQUIRED}, reason: ...}}"
        yield Fault(parts["status"], message)
    for key, part in parts.items():
        if key in _PARTS and not (needs_reason and part is reason):
            yield from _CHECKS[_PARTS[key].kind](_PARTS[key], part, document)


def _url(name: str, value: Value, document: Document) -> Iterator[Fault]:
    fault = not_a_text(name, value, document)
    if fault:
        yield fault
    elif not _link(said(value, document)):
        yield Fault(value, f"{said(value, document)} is no link; write a URL that begins with https://")


def _link(text: str) -> str | None:
    return text if _URL.fullmatch(text) else None


def _unknown(name: str, parts: Mapping[str, Value], known: Collection[str]) -> Iterator[Fault]:
    for key, part in parts.items():
        if key not in known:
            yield Fault(part, f"{name} has no {key}; {instead(key, known)}")
