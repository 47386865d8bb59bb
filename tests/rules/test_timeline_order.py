import pytest

from incident_docs.rules import timeline_order, timeline_outside
from tests.examples import weave
from tests.rules.support import fixed, from_timeline, messages, timed, timed_while_active, timeline


def in_order(*rows: int) -> str:
    times = ("09:50", "09:56", "10:20-10:25", "10:58")
    return weave(
        "#### Timeline\n| Time | Event |\n|--|--|\n" + "".join(f"| {times[row - 1]} | event {row} |\n" for row in rows)
    )


def rows_of(rows: tuple[tuple[str, str], ...]) -> str:
    table = "".join(f"| {time} | {event} |\n" for time, event in rows)
    return weave(f"#### Timeline\n| Time | Event |\n|--|--|\n{table}")


def test_rows_that_cannot_be_read_do_not_break_the_order() -> None:
    assert messages(timeline_order, timeline("| 10:05 | a |\n| soon | b |\n| 10:00 | c |")) == [
        "10:00 stands after 10:05"
    ]
    assert messages(timeline_order, timeline("| 10:05 | a |\n| 10:00 | c |"), "started: soon") == []


def test_a_row_out_of_order_is_not_outside_too() -> None:
    rows = "| 09:50 | a |\n| 09:40 | b |\n| 10:58 | c |"
    assert messages(timeline_order, timeline(rows)) == ["09:40 stands after 09:50"]
    assert messages(timeline_outside, timeline(rows)) == []


@pytest.mark.parametrize("before", [(2, 1, 3, 4), (1, 2, 4, 3), (4, 3, 2, 1), (1, 3, 4, 2)])
def test_rows_move_into_their_order(before: tuple[int, ...]) -> None:
    assert fixed(in_order(*before)) == in_order(1, 2, 3, 4)


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
    assert fixed(rows_of(before)) == rows_of(tuple(sorted(before, key=lambda row: row[1])))


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
    text = timed(*times)
    assert fixed(text, unsafe=True) == text


def test_rows_stay_where_the_order_would_put_them_on_another_day() -> None:
    keys = "detected: 2026-03-04T10:20:00Z\nmitigated: 2026-03-04T10:30:00Z"
    times = ("2026-03-04 10:30", "10:20", "10:58")
    # Below 23:00, 10:20 is of the next morning; below 22:00 it would be a step back.
    late = timed("23:00", *times, keys=f"started: 2026-03-03T23:00:00Z\n{keys}")
    assert "| 10:20 | event 3 |\n| 2026-03-04 10:30 | event 2 |\n" in fixed(late, unsafe=True)
    early = timed("22:00", *times, keys=f"started: 2026-03-03T22:00:00Z\n{keys}")
    assert from_timeline(fixed(early, unsafe=True)) == from_timeline(early)


def test_a_row_may_be_one_of_the_next_day_while_the_incident_runs() -> None:
    text = timed_while_active("09:50", "10:20", "10:05", started="09:50")
    assert fixed(text) == text
    assert fixed(text, unsafe=True) == timed_while_active("09:50", "10:20", "10:05", started="09:50").replace(
        "| 10:20 | event 2 |\n| 10:05 | event 3 |", "| 10:05 | event 3 |\n| 10:20 | event 2 |"
    )
