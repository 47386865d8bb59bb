"""What the fixes make of times that are not on the 24-hour clock, and of rows out of order."""

import pytest

from tests.mending import ACTIVE, mended, running, woven


def timeline(*times: str, front: str = "") -> str:
    rows = "".join(f"| {time} | event {number} |\n" for number, time in enumerate(times, 1))
    return woven(f"{front}#### Timeline\n| Time | Event |\n|--|--|\n{rows}")


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
    assert mended(timeline(*before)) == timeline(*after)


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
    assert mended(woven(before)) == woven(after)


def test_a_row_without_a_closing_pipe_changes_in_its_cell_only() -> None:
    before = "#### Timeline\nTime | Event\n--|--\n9:50|a\n9:56 | b\n10:20 | c\n10:58 | d\n"
    assert mended(woven(before)) == woven(before.replace("9:50|", "09:50|").replace("9:56 |", "09:56 |"))


def _timeline(text: str) -> str:
    """The text from the timeline on, without the header, which is mended too if it is of another day."""
    return text.partition("#### Timeline")[2]


FEBRUARY = """---
started: 2026-02-04T14:02:00Z
detected: 2026-02-04T14:10:00Z
mitigated: 2026-02-04T14:20:00Z
resolved: 2026-02-04T15:10:00Z
---
"""
EVENING = """---
started: 2026-03-04T20:21:00Z
detected: 2026-03-04T20:30:00Z
mitigated: 2026-03-04T21:00:00Z
resolved: 2026-03-04T21:10:00Z
---
"""


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
    text = timeline(*before, front=front)
    changed = timeline(*after, front=front)
    assert _timeline(mended(text)) == _timeline(text)
    assert _timeline(mended(text, unsafe=True)) == _timeline(changed)


def active(*times: str, started: str = "13:58") -> str:
    rows = "".join(f"| {time} | event {number} |\n" for number, time in enumerate(times, 1))
    base = ACTIVE.replace("09:50", started)
    return running(f"#### Timeline\n| Time | Event |\n|--|--|\n{rows}", base)


def test_a_time_that_would_be_one_of_the_next_morning_may_be_one_of_the_afternoon() -> None:
    text = active("1:58")
    assert mended(text) == text
    assert mended(text, unsafe=True) == active("01:58")
    # Whoever writes 13:58 means the morning.
    assert mended(active("13:58", "1:20")) == active("13:58", "01:20")
    assert mended(active("2026-03-05 1:20")) == active("2026-03-05 01:20")
    assert mended(active("11:50", "2026-03-05 00:10", "1:20", started="11:50")) == active(
        "11:50", "2026-03-05 00:10", "01:20", started="11:50"
    )


def test_where_the_start_is_unknown_a_time_is_written_as_it_is_read() -> None:
    base = ACTIVE.replace("started: 2026-03-04T09:50:00Z\n", "")
    table = "#### Timeline\n| Time | Event |\n|--|--|\n| 9:50 | errors |\n| 10.02 | more errors |\n"
    after = table.replace("9:50", "09:50").replace("10.02", "10:02")
    assert _timeline(mended(running(table, base))) == _timeline(running(after, base))


def test_what_is_no_time_stays() -> None:
    text = timeline("09:50", "at lunch", "1:50 - 2:05 PM", "10:58")
    assert mended(text, unsafe=True) == text


def moved(*rows: int) -> str:
    times = ("09:50", "09:56", "10:20-10:25", "10:58")
    return woven(
        "#### Timeline\n| Time | Event |\n|--|--|\n" + "".join(f"| {times[row - 1]} | event {row} |\n" for row in rows)
    )


@pytest.mark.parametrize("before", [(2, 1, 3, 4), (1, 2, 4, 3), (4, 3, 2, 1), (1, 3, 4, 2)])
def test_rows_move_into_their_order(before: tuple[int, ...]) -> None:
    assert mended(moved(*before)) == moved(1, 2, 3, 4)


def test_rows_of_one_time_keep_their_order_and_dated_ones_know_where_they_belong() -> None:
    before = (
        ("09:50", "c"),
        ("2026-03-03 17:00", "a"),
        ("2026-03-03 17:00", "b"),
        ("09:56", "d"),
        ("10:58", "f"),
        ("10:20", "e"),
        ("10:58", "g"),
    )
    assert mended(_rows(before)) == _rows(tuple(sorted(before, key=lambda row: row[1])))


def _rows(rows: tuple[tuple[str, str], ...]) -> str:
    table = "".join(f"| {time} | {event} |\n" for time, event in rows)
    return woven(f"#### Timeline\n| Time | Event |\n|--|--|\n{table}")


@pytest.mark.parametrize(
    "times",
    [
        ("09:50", "~10:20", "09:56", "10:58"),
        ("09:50", "2026-03-05", "10:58", "10:20"),
        ("09:50", "9 o'clock", "10:58", "10:20"),
        ("09:50", "10:20", "09:40", "10:58"),
        ("09:50", "11:20", "10:20", "10:58"),
    ],
)
def test_rows_stay_where_a_time_is_rough_or_a_day_is_uncertain(times: tuple[str, ...]) -> None:
    text = timeline(*times)
    assert mended(text, unsafe=True) == text


def test_rows_stay_where_the_order_would_put_them_on_another_day() -> None:
    keys = "detected: 2026-03-04T10:20:00Z\nmitigated: 2026-03-04T10:30:00Z"
    times = ("2026-03-04 10:30", "10:20", "10:58")
    # Below 23:00, 10:20 is of the next morning; below 22:00 it would be a step back.
    late = timeline("23:00", *times, front=f"---\nstarted: 2026-03-03T23:00:00Z\n{keys}\n---\n")
    assert "| 10:20 | event 3 |\n| 2026-03-04 10:30 | event 2 |\n" in mended(late, unsafe=True)
    early = timeline("22:00", *times, front=f"---\nstarted: 2026-03-03T22:00:00Z\n{keys}\n---\n")
    assert _timeline(mended(early, unsafe=True)) == _timeline(early)


def test_a_row_may_be_one_of_the_next_day_while_the_incident_runs() -> None:
    text = active("09:50", "10:20", "10:05", started="09:50")
    assert mended(text) == text
    assert mended(text, unsafe=True) == active("09:50", "10:20", "10:05", started="09:50").replace(
        "| 10:20 | event 2 |\n| 10:05 | event 3 |", "| 10:05 | event 3 |\n| 10:20 | event 2 |"
    )
