"""Reading change events in the forms in which PagerDuty takes and gives them."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.intake.changes.change_events import ChangeEvent, ReadEvents, read_change_events

AT = datetime(2026, 3, 4, 13, 55, tzinfo=UTC)
SENT = {
    "routing_key": "0123456789abcdef0123456789abcdef",
    "payload": {
        "summary": "Deployed",
        "timestamp": "2026-03-04T13:55:00.000+0000",
        "source": "ci",
        "custom_details": {"service": "checkout"},
    },
    "links": [{"href": "javascript:alert(1)"}, {"href": "https://ci.example.com/2"}],
}
GIVEN = {
    "id": "01",
    "type": "change_event",
    "summary": "Deployed",
    "timestamp": "2026-03-04T14:55:00+01:00",
    "source": "ci",
    "services": [{"id": "P1", "summary": "checkout"}, "ledger"],
    "links": [{"href": "https://ci.example.com/2"}],
}
EVENT = ChangeEvent(AT, "Deployed", "ci", ("checkout",), "https://ci.example.com/2")
FAULT = "is no change event with a summary and a timestamp"


def _of(value: object) -> ReadEvents:
    return read_change_events(json.dumps(value))


def test_one_event_is_read_as_it_is_sent_and_as_it_is_given() -> None:
    assert _of(SENT) == ReadEvents((EVENT,), ())
    assert _of(GIVEN) == ReadEvents((EVENT,), ())


@pytest.mark.parametrize("value", [[SENT, SENT], {"change_events": [SENT, SENT]}, {"events": [SENT, SENT]}])
def test_a_list_is_read(value: object) -> None:
    assert _of(value) == ReadEvents((EVENT, EVENT), ())


def test_lines_are_read_and_those_that_are_none_are_said() -> None:
    text = f"\ufeff{json.dumps(SENT)}\r\n\r\nnothing\r\n{json.dumps(SENT)}\n"
    assert read_change_events(text) == ReadEvents((EVENT, EVENT), (f"line 3 {FAULT}",))


def test_a_time_without_a_zone_is_in_utc() -> None:
    assert _of({"summary": "x", "timestamp": "2026-03-04T13:55:00"}).events[0].at == AT


@pytest.mark.parametrize(
    "value",
    [
        {},
        [],
        [1],
        {"payload": 1},
        {"payload": {"summary": "x"}},
        {"payload": {"summary": "x", "timestamp": "yesterday"}},
        {"payload": {"summary": 1, "timestamp": "2026-03-04T13:55:00Z"}},
        {"change_events": {"summary": "x"}},
    ],
)
def test_what_is_no_event_is_said(value: object) -> None:
    faults = () if value == [] else (f"item 1 {FAULT}",)
    assert _of(value) == ReadEvents((), faults)


def test_text_that_is_nested_too_deeply_is_no_event() -> None:
    assert read_change_events("[" * 100_000) == ReadEvents((), (f"line 1 {FAULT}",))


@given(st.text(), st.recursive(st.none() | st.text() | st.integers(), lambda each: st.lists(each) | st.dictionaries(
    st.sampled_from(["payload", "summary", "timestamp", "links", "href", "services", "custom_details", "events"]), each
)))  # fmt: skip
def test_no_text_is_an_exception(text: str, value: object) -> None:
    read_change_events(text)
    _of(value)
