"""What the rules on the timeline say where a docstring example does not fit."""

import pytest

from incident_docs.document.parse import parse
from incident_docs.rules import (
    Rule,
    timeline_columns,
    timeline_ends_early,
    timeline_event_empty,
    timeline_order,
    timeline_outside,
    timeline_time,
)
from tests.examples import _weave

ACTIVE = "---\nstatus: active\n---\n"


def says(rule: Rule, rows: str, front: str = "", header: str = "| Time | Event |\n|---|---|") -> list[str]:
    """The messages on a timeline of these rows."""
    document = parse(_weave(f"{front}\n#### Timeline\n{header}\n{rows}\n" if rows else front))
    return [finding.message for finding in rule.check(document)]


def test_both_columns_may_be_missing_and_the_place_is_the_line_of_headings() -> None:
    document = parse(_weave("#### Timeline\n | Author | Mood |\n|---|---|\n| ana | fine |\n"))
    [finding] = timeline_columns.check(document)
    assert finding.message == "there are no columns Time and Event; the table needs Time and Event"
    assert document.lines[finding.line - 1][finding.column - 1 : (finding.end_column or 0) - 1] == "Author | Mood"


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("| Time (UTC) | Event |", ["the column Time (UTC) must be called Time"]),
        ("| **When** | What |", ["the column **When** must be called Time", "the column What must be called Event"]),
        ("| Tiem | Events |", ["the column Tiem must be called Time", "the column Events must be called Event"]),
        ("| *time* | EVENT |", []),
    ],
)
def test_a_column_is_known_by_its_words_and_by_what_others_call_it(headings: str, expected: list[str]) -> None:
    assert says(timeline_columns, "| 09:50 | Start |", header=f"{headings}\n|---|---|") == expected


def test_a_timeline_that_is_missing_or_empty_is_no_matter_of_its_columns() -> None:
    assert list(timeline_columns.check(parse(""))) == []
    assert list(timeline_columns.check(parse("#### Timeline\n\n#### Root Cause\n"))) == []


def test_a_row_without_readable_columns_has_no_time_to_speak_of() -> None:
    assert says(timeline_time, "| 9:50 | Start |", header="| When | Event |\n|---|---|") == []


def test_a_placeholder_may_stand_for_the_time_until_the_incident_is_resolved() -> None:
    rows = "| <time> | First errors |\n| TBD | Rolled back |"
    mend = "cannot be read as a time; write one such as 14:02, ~14:02 or 2026-03-05 14:02"
    assert says(timeline_time, rows, ACTIVE) == []
    assert says(timeline_time, rows) == [f"<time> {mend}", f"TBD {mend}"]


def test_a_row_of_placeholders_is_left_to_the_rule_on_placeholders() -> None:
    assert says(timeline_time, "| <time> | <event> |") == []


def test_a_time_of_another_zone_is_written_in_that_of_the_document() -> None:
    front = "---\nstarted: 2026-03-04T08:50:00Z\ntimezone: Europe/Berlin\n---\n"
    assert says(timeline_time, "| 2026-03-04T08:50:00Z | Start |\n| 09:56 CET | Page |", front) == [
        "2026-03-04T08:50:00Z is no time of the 24-hour clock; write 2026-03-04 09:50:00",
        "09:56 CET is no time of the 24-hour clock; write 09:56",
    ]


def test_times_are_told_even_where_the_start_is_unknown() -> None:
    front = "---\nstarted: in the morning\n---\n"
    assert says(timeline_time, "| 9:50 | Start |", front) == ["9:50 is no time of the 24-hour clock; write 09:50"]


def test_rows_that_cannot_be_read_do_not_break_the_order() -> None:
    assert says(timeline_order, "| 10:05 | a |\n| soon | b |\n| 10:00 | c |") == ["10:00 stands after 10:05"]
    assert says(timeline_order, "| 10:05 | a |\n| 10:00 | c |", "---\nstarted: soon\n---\n") == []


def test_a_row_out_of_order_is_not_outside_too() -> None:
    rows = "| 09:50 | a |\n| 09:40 | b |\n| 10:58 | c |"
    assert says(timeline_order, rows) == ["09:40 stands after 09:50"]
    assert says(timeline_outside, rows) == []


def test_a_rough_time_may_be_half_an_hour_outside_and_no_more() -> None:
    before = "is before the incident started at 2026-03-04 09:50; write ~2026-03-04 09:19 if it is meant so"
    after = "is after the incident was resolved at 2026-03-04 10:58; write ~2026-03-04 11:29 if it is meant so"
    rows = "| ~09:19 | a |\n| ~09:20 | b |\n| ~11:28 | c |\n| ~11:29 | d |"
    assert says(timeline_outside, rows) == [f"~09:19 {before}", f"~11:29 {after}"]


def test_a_rough_end_of_the_incident_may_be_half_an_hour_off_too() -> None:
    front = "---\nstarted: ~2026-03-04T09:50:00Z\nresolved: ~2026-03-04T10:58:00Z\n---\n"
    assert says(timeline_outside, "| 09:30 | a |\n| 11:20 | b |", front) == []


def test_seconds_are_not_compared() -> None:
    front = "---\nstarted: 2026-03-04T09:50:40Z\nresolved: 2026-03-04T10:58:50Z\n---\n"
    rows = "| 09:50 | a |\n| 10:58 | b |"
    assert says(timeline_outside, rows, front) == []
    assert says(timeline_ends_early, rows, front) == []


def test_an_active_incident_has_no_end_to_lie_outside_of() -> None:
    assert says(timeline_outside, "| 09:50 | a |\n| 11:30 | b |", "---\nresolved:\n---\n") == []


def test_minutes_are_told_in_the_zone_of_the_document() -> None:
    front = "---\ntimezone: Europe/Berlin\n---\n"
    assert says(timeline_outside, "| 10:30 | a |\n| 11:58 | b |", front) == [
        "10:30 is before the incident started at 2026-03-04 10:50; write 2026-03-04 10:30 if it is meant so"
    ]
    assert says(timeline_ends_early, "| 11:30 | a |", front) == [
        "the timeline ends at 11:30, but the incident was resolved at 2026-03-04 11:58; add the row that tells how"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "| 10:20-10:58 | a span that ends with it |",
        "| ~09:58 | an hour early, but rough |",
        "| 2026-03-04 | that day |",
        "| 10:58 | the end |\n| 10:20 | out of order, which is another fault |",
        "| 10:20 | a |\n| later | cannot be read, which is another fault |",
        "| 2026-03-05 12:00 | the day after |",
    ],
)
def test_a_timeline_reaches_the_end(rows: str) -> None:
    assert says(timeline_ends_early, rows) == []


def test_a_rough_row_more_than_an_hour_early_does_not_reach_the_end() -> None:
    assert says(timeline_ends_early, "| ~09:57 | a |") == [
        "the timeline ends at ~09:57, but the incident was resolved at 2026-03-04 10:58; add the row that tells how"
    ]


@pytest.mark.parametrize("resolved", ["not published", "", "~2026-03-04T11:20:00Z"])
def test_an_end_that_nobody_knows_exactly_is_reached(resolved: str) -> None:
    front = f"---\nresolved: {resolved}\nsources: [https://status.example.net/1]\n---\n"
    assert says(timeline_ends_early, "| 10:20 | a |", front) == []


def test_a_timeline_without_rows_ends_nowhere() -> None:
    assert list(timeline_ends_early.check(parse("---\nresolved: 2026-03-04T10:58:00Z\n---\n"))) == []


def test_placeholders_may_stand_twice_while_the_incident_runs() -> None:
    assert says(timeline_event_empty, "| 09:50 | <event> |\n| 09:50 | <event> |", ACTIVE) == []


def test_the_same_row_is_known_with_and_without_its_day() -> None:
    rows = "| 09:50 | Start |\n| 2026-03-04 09:50 | Start |\n| soon | b |\n| soon | b |"
    assert says(timeline_event_empty, rows) == ["this row stands here twice; remove one of the two"] * 2


def test_a_comment_is_no_event_and_a_row_may_be_too_short() -> None:
    message = "has no event; write what happened, or remove the row"
    assert says(timeline_event_empty, "| 09:50 | <!-- ask ana --> |\n| 09:56 |") == [
        f"09:50 {message}",
        f"09:56 {message}",
    ]


def test_a_row_with_neither_time_nor_event_is_reported_once() -> None:
    assert says(timeline_event_empty, "| 09:50 | Start |\n| | |\n| soon | |") == []
