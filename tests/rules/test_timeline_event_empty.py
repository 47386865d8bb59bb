from incident_docs.rules import timeline_event_empty
from tests.rules.support import messages, timeline


def test_placeholders_may_stand_twice_while_the_incident_runs() -> None:
    assert messages(timeline_event_empty, timeline("| 09:50 | <event> |\n| 09:50 | <event> |"), "status: active") == []


def test_the_same_row_is_known_with_and_without_its_day() -> None:
    rows = "| 09:50 | Start |\n| 2026-03-04 09:50 | Start |\n| soon | b |\n| soon | b |"
    assert messages(timeline_event_empty, timeline(rows)) == ["this row stands here twice; remove one of the two"] * 2


def test_a_comment_is_no_event_and_a_row_may_be_too_short() -> None:
    message = "has no event; write what happened, or remove the row"
    assert messages(timeline_event_empty, timeline("| 09:50 | <!-- ask ana --> |\n| 09:56 |")) == [
        f"09:50 {message}",
        f"09:56 {message}",
    ]


def test_a_row_with_neither_time_nor_event_is_reported_once() -> None:
    assert messages(timeline_event_empty, timeline("| 09:50 | Start |\n| | |\n| soon | |")) == []
