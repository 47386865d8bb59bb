"""Whatever a file holds, it becomes messages or nothing: never an exception."""

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from incident_docs.format.definition import DEFAULT
from incident_docs.intake.chats.imported_rows import imported_rows
from incident_docs.intake.chats.read_chat import read_content
from tests.intake.chats.test_timelines import FOLDER, SETTING

FILES = [path.read_bytes() for path in sorted(FOLDER.rglob("*")) if path.is_file()]
VALUES = [
    json.loads(text)
    for text in FILES
    if text.startswith((b"{\n", b"[\n", b'{"channel_id', b'{"result')) and b"\n{" not in text
]
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(
        ["1772633162.905399", "<@U1|", "<!date^", "```", "2026-03-04T14:02:00", "9999-12-31T23:59:59Z", "1772633160000"]
    ),
    st.just([]),
    st.just({}),
    st.lists(st.dictionaries(st.sampled_from(["ts", "text", "name", "id", "type"]), st.text(max_size=3)), max_size=2),
)
LINES = st.lists(
    st.sampled_from(
        ["Robin", "  2:06 PM", "14:07", "[04/03/2026 14:06] Sam", "3/4/26, 2:06 PM - Robin: x", "31/31/2026 25:61", "APP  12:04 AM",
         "14:02 text", "time,event", "2026-03-04T14:02:00Z,x", '"', "99.99.9999", "\u200e[1/1/1 1:1]", "0001-01-01 00:00 x", "9999-12-31 23:59 UTC x", "{", "[]", "x\ty\tz", ""]
    ),
    max_size=12,
)  # fmt: skip


def read(content: bytes) -> None:
    found = read_content(content, SETTING, Path("nowhere/x.json"))
    for row in imported_rows(found.messages, DEFAULT):
        assert row.event
        assert "\n" not in row.event


@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    read(content)


@given(LINES, st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_lines(lines: list[str], encoding: str) -> None:
    read("\n".join(lines).encode(encoding, "replace"))


@given(st.sampled_from(FILES), st.data())
def test_a_file_that_is_cut_or_damaged(content: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 40)))
    read(content[:start] + data.draw(st.binary(max_size=5)) + content[end:])


def _damaged(value: Any, data: st.DataObject) -> Any:
    """Put something else in one place of a value."""
    if not isinstance(value, (dict, list)) or not value or data.draw(st.integers(0, 5)) == 0:
        return data.draw(ODD)
    key = data.draw(st.sampled_from(list(value) if isinstance(value, dict) else range(len(value))))
    copy = value.copy()
    copy[key] = _damaged(value[key], data)
    return copy


@given(st.sampled_from(VALUES), st.data())
def test_values_of_another_kind_than_usual(value: Any, data: st.DataObject) -> None:
    read(json.dumps(_damaged(value, data)).encode())


def test_what_is_nested_too_deeply_says_nothing() -> None:
    read(b'{"messages":' * 100_000)
    read(b'{"messages":' * 400 + b"[]" + b"}" * 400)
    read(b'[{"blocks":' + b"[" * 800 + b"]" * 800 + b',"ts":"1772633162.9","text":""}]')
