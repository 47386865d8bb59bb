"""Turn the bytes of an alert into values: JSON in any of the encodings and forms in which it gets saved or sent."""

import codecs
import json
import re
from typing import Any
from urllib.parse import parse_qs

from incident_docs.errors import IncidentDocsError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMENT = re.compile(r"\s*(?:/\*.*?\*/\s*)+", re.DOTALL)
_FORM = re.compile(r"(?:[\w.-]+=[^&\s]*&)*(?:data|payload|body)=")
_BETWEEN = re.compile(r"[\s,]*")
_FORM_KEYS = ("data", "payload", "body")


def read_values(content: bytes) -> list[Any]:
    """Read one JSON text or several, one after the other or on lines of their own.

    Raises IncidentDocsError if it is none.
    """
    text = _decoded(content).strip().strip("\ufeff\0")
    if not text:
        raise IncidentDocsError("the alert is empty; pass the JSON that the service sends")
    if _FORM.match(text):
        fields = parse_qs(text)
        text = next((fields[key][0] for key in _FORM_KEYS if key in fields), "").strip()
    return _values(_COMMENT.sub("", text, count=1) if text.startswith("/*") else text)


def _decoded(content: bytes) -> str:
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), None) or _guessed(content)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise IncidentDocsError(
            f"the alert is neither UTF-8 nor UTF-16: byte {error.start + 1} is 0x{content[error.start]:02x}; save it as UTF-8"
        ) from error


def _guessed(content: bytes) -> str:
    """JSON begins with ASCII: in UTF-16 every second byte of it is zero."""
    if content[1:2] == b"\0" and content[:1] != b"\0":
        return "utf-16-le"
    return "utf-16-be" if content[:1] == b"\0" and content[1:2] not in {b"", b"\0"} else "utf-8"


def _values(text: str) -> list[Any]:
    decoder = json.JSONDecoder()
    found: list[Any] = []
    place = 0
    try:
        while place < len(text):
            value, place = decoder.raw_decode(text, place)
            found.append(value)
            place = _BETWEEN.match(text, place).end()  # type: ignore[union-attr]  # it matches nothing too
    except json.JSONDecodeError as error:
        raise IncidentDocsError(
            f"the alert is not JSON, or not all of it: {error.msg.casefold()} in line {error.lineno}, column {error.colno}"
        ) from error
    except (ValueError, RecursionError) as error:
        raise IncidentDocsError(
            "the alert is JSON that nobody can read: nested too deeply, or with a number too long"
        ) from error
    return found
