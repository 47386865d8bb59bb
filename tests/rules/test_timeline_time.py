import pytest

from incident_docs.rules import timeline_time
from tests.examples import ACTIVE, running, weave
from tests.rules.support import fixed, from_timeline, messages, timed, timed_while_active, timeline

FEBRUARY = """started: 2026-02-04T14:02:00Z
detected: 2026-02-04T14:10:00Z
mitigated: 2026-02-04T14:20:00Z
resolved: 2026-02-04T15:10:00Z
"""
EVENING = """started: 2026-03-04T20:21:00Z
detected: 2026-03-04T20:30:00Z
mitigated: 2026-03-04T21:00:00Z
resolved: 2026-03-04T21:10:00Z
"""


def test_a_row_without_readable_columns_has_no_time_to_speak_of() -> None:
    assert messages(timeline_time, timeline("| 9:50 | Start |", "| When | Event |")) == []


def test_a_placeholder_may_stand_for_the_time_until_the_incident_is_resolved() -> None:
    rows = "| <time> | First errors |\n| TBD | Rolled back |"
    advice = "cannot be read as a time; write one such as 14:02, ~14:02 or 2026-03-05 14:02"
    assert messages(timeline_time, timeline(rows), "status: active") == []
    assert messages(timeline_time, timeline(rows)) == [f"<time> {advice}", f"TBD {advice}"]


def test_a_row_of_placeholders_is_left_to_the_rule_on_placeholders() -> None:
    assert messages(timeline_time, timeline("| <time> | <event> |")) == []


def test_a_time_of_another_zone_is_written_in_that_of_the_document() -> None:
    front = "started: 2026-03-04T08:50:00Z\ntimezone: Europe/Berlin"
    assert messages(timeline_time, timeline("| 2026-03-04T08:50:00Z | Start |\n| 09:56 CET | Page |"), front) == [
        "2026-03-04T08:50:00Z is no time of the 24-hour clock; write 2026-03-04 09:50:00",
        "09:56 CET is no time of the 24-hour clock; write 09:56",
    ]


def test_times_are_reported_even_where_the_start_is_unknown() -> None:
    front = "started: in the morning"
    assert messages(timeline_time, timeline("| 9:50 | Start |"), front) == [
        "9:50 is no time of the 24-hour clock; write 09:50"
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("9:50 AM", "09.56", "1020", "10:58 a.m."), ("09:50", "09:56", "10:20", "10:58")),
        (("9:50", "9:56", "~ 10:20", "10h58"), ("09:50", "09:56", "~10:20", "10:58")),
        (
            ("2026-03-04T09:50:00Z", "**09:56**", "10:20 - 10:25 UTC", "2026-03-04T11:58+01:00"),
            ("2026-03-04 09:50:00", "09:56", "10:20-10:25", "2026-03-04 10:58"),
        ),
    ],
)
def test_a_time_is_written_on_the_24_hour_clock(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    assert fixed(timed(*before)) == timed(*after)


def test_pipes_that_stand_in_line_still_do() -> None:
    before = """#### Timeline
| Time     | Event                         |
|----------|-------------------------------|
| 9:50 AM  | Release 4.12 goes out         |
| 09:56    | The on-call engineer is paged |
| 1020     | Release 4.12 is rolled back   |
| 10:58:40 | The error rate is normal      |
"""
    after = before.replace("| 9:50 AM  |", "| 09:50    |").replace("| 1020     |", "| 10:20    |")
    assert fixed(weave(before)) == weave(after)


def test_a_row_without_a_closing_pipe_changes_in_its_cell_only() -> None:
    before = "#### Timeline\nTime | Event\n--|--\n9:50|a\n9:56 | b\n10:20 | c\n10:58 | d\n"
    assert fixed(weave(before)) == weave(before.replace("9:50|", "09:50|").replace("9:56 |", "09:56 |"))


@pytest.mark.parametrize(
    ("before", "after", "front"),
    [
        # Beside AM and PM it is not known which half of the day is meant, nor whether the others are.
        (("9:50 AM", "9:56", "10:20", "10:58 AM"), ("09:50", "09:56", "10:20", "10:58"), ""),
        # In February, this may be a day.
        (("14.02", "14:10", "14:20", "15:10"), ("14:02", "14:10", "14:20", "15:10"), FEBRUARY),
        # Perhaps a year.
        (("2021", "20:30", "21:00", "21:10"), ("20:21", "20:30", "21:00", "21:10"), EVENING),
    ],
)
def test_a_time_that_may_mean_something_else_is_a_guess(
    before: tuple[str, ...], after: tuple[str, ...], front: str
) -> None:
    text = timed(*before, keys=front)
    changed = timed(*after, keys=front)
    assert from_timeline(fixed(text)) == from_timeline(text)
    assert from_timeline(fixed(text, unsafe=True)) == from_timeline(changed)


def test_a_time_that_would_be_one_of_the_next_morning_may_be_one_of_the_afternoon() -> None:
    text = timed_while_active("1:58")
    assert fixed(text) == text
    assert fixed(text, unsafe=True) == timed_while_active("01:58")
    # Whoever writes 13:58 means the morning.
    assert fixed(timed_while_active("13:58", "1:20")) == timed_while_active("13:58", "01:20")
    assert fixed(timed_while_active("2026-03-05 1:20")) == timed_while_active("2026-03-05 01:20")
    assert fixed(timed_while_active("11:50", "2026-03-05 00:10", "1:20", started="11:50")) == timed_while_active(
        "11:50", "2026-03-05 00:10", "01:20", started="11:50"
    )


def test_where_the_start_is_unknown_a_time_is_written_as_it_is_read() -> None:
    base = ACTIVE.replace("started: 2026-03-04T09:50:00Z\n", "")
    table = "#### Timeline\n| Time | Event |\n|--|--|\n| 9:50 | errors |\n| 10.02 | more errors |\n"
    after = table.replace("9:50", "09:50").replace("10.02", "10:02")
    assert from_timeline(fixed(running(table, base))) == from_timeline(running(after, base))


def test_what_is_no_time_stays() -> None:
    text = timed("09:50", "at lunch", "1:50 - 2:05 PM", "10:58")
    assert fixed(text, unsafe=True) == text
