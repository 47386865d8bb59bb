from incident_docs.rules import timeline_ends_early, timeline_outside
from tests.rules.support import messages, timeline


def test_rows_that_follow_one_on_a_wrong_day_are_not_reported_too() -> None:
    rows = "| 23:50 | a |\n| 00:05 | b |\n| 00:20 | c |\n| 2026-03-05 01:00 | d |\n| 01:10 | e |"
    after = "after the incident was resolved at 2026-03-05 01:00"
    assert messages(
        timeline_outside, timeline(rows), "started: 2026-03-05T00:05:00Z\nresolved: 2026-03-05T01:00:00Z"
    ) == [
        f"23:50 is read as 2026-03-05 23:50, {after}; correct it, or write its day",
        f"01:10 is {after}; write 2026-03-05 01:10 if it is meant so",
    ]


def test_a_rough_time_may_be_half_an_hour_outside_and_no_more() -> None:
    before = "is before the incident started at 2026-03-04 09:50; write ~2026-03-04 09:19 if it is meant so"
    after = "is after the incident was resolved at 2026-03-04 10:58; write ~2026-03-04 11:29 if it is meant so"
    rows = "| ~09:19 | a |\n| ~09:20 | b |\n| ~11:28 | c |\n| ~11:29 | d |"
    assert messages(timeline_outside, timeline(rows)) == [f"~09:19 {before}", f"~11:29 {after}"]


def test_a_rough_end_of_the_incident_may_be_half_an_hour_off_too() -> None:
    front = "started: ~2026-03-04T09:50:00Z\nresolved: ~2026-03-04T10:58:00Z"
    assert messages(timeline_outside, timeline("| 09:30 | a |\n| 11:20 | b |"), front) == []


def test_seconds_are_not_compared() -> None:
    front = "started: 2026-03-04T09:50:40Z\nresolved: 2026-03-04T10:58:50Z"
    rows = "| 09:50 | a |\n| 10:58 | b |"
    assert messages(timeline_outside, timeline(rows), front) == []
    assert messages(timeline_ends_early, timeline(rows), front) == []


def test_an_active_incident_has_no_end_to_lie_outside_of() -> None:
    assert messages(timeline_outside, timeline("| 09:50 | a |\n| 11:30 | b |"), "resolved:") == []


def test_minutes_are_shown_in_the_zone_of_the_document() -> None:
    front = "timezone: Europe/Berlin"
    assert messages(timeline_outside, timeline("| 10:30 | a |\n| 11:58 | b |"), front) == [
        "10:30 is before the incident started at 2026-03-04 10:50; write 2026-03-04 10:30 if it is meant so"
    ]
    assert messages(timeline_ends_early, timeline("| 11:30 | a |"), front) == [
        "the timeline ends at 11:30, but the incident was resolved at 2026-03-04 11:58; add the row that tells how"
    ]
