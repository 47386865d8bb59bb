"""Moments, clock times and durations, read and written."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document import times
from incident_docs.document.times import (
    Clock,
    Instant,
    Moment,
    put_on_days,
    read_clock,
    read_moment,
    time_zone,
    write_duration,
    write_minute,
)

START = datetime(2026, 3, 4, 22, 50, tzinfo=UTC)


def at(day: int, hour: int, minute: int) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-04T14:02:00Z", "2026-03-04T14:02:00Z"),
        ("2026-03-04 14:02+02:00", "2026-03-04T14:02:00+02:00"),
        ("2026-03-04t14:02:30.5z", "2026-03-04T14:02:30Z"),
        ("~2026-03-04T14:02:00Z", "~2026-03-04T14:02:00Z"),
    ],
)
def test_a_moment_needs_an_offset_and_may_be_rough(text: str, expected: str) -> None:
    assert str(read_moment(text)) == expected


@pytest.mark.parametrize(
    "text",
    ["", "2026-03-04", "2026-03-04T14:02:00", "2026-13-04T14:02:00Z", "2026-03-04T25:02Z", "9999-12-31T23:59Z", "soon"],
)
def test_what_is_no_moment_is_none(text: str) -> None:
    assert read_moment(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:02", Clock(time(14, 2))),
        ("14:02:30", Clock(time(14, 2, 30))),
        ("~14:02", Clock(time(14, 2), approximate=True)),
        ("14:05-14:20", Clock(time(14, 5), time(14, 20))),
        ("~14:05 – ~14:20", Clock(time(14, 5), time(14, 20), approximate=True)),
        ("2026-03-05 00:10", Clock(time(0, 10), None, date(2026, 3, 5))),
        ("2026-03-05T00:10", Clock(time(0, 10), None, date(2026, 3, 5))),
        ("2026-03-05", Clock(None, None, date(2026, 3, 5))),
        ("~2026-03-05 00:10-01:00", Clock(time(0, 10), time(1, 0), date(2026, 3, 5), approximate=True)),
    ],
)
def test_a_clock_time_is_read(text: str, expected: Clock) -> None:
    assert read_clock(text) == expected


@pytest.mark.parametrize(
    "text", ["", "~", "9:05", "14.02", "24:00", "2:34 PM", "2026-02-30", "0001-01-01 10:00", "14:02 utc"]
)
def test_what_is_no_clock_time_is_none(text: str) -> None:
    assert read_clock(text) is None


def placed(*rows: str) -> list[Instant | None]:
    return put_on_days([read_clock(row) for row in rows], START, UTC)


def test_rows_start_on_the_day_of_the_incident_and_a_long_step_back_is_midnight() -> None:
    assert placed("22:50", "23:58", "00:04", "00:01") == [
        Instant(at(4, 22, 50), None),
        Instant(at(4, 23, 58), None),
        Instant(at(5, 0, 4), None),
        Instant(at(5, 0, 1), None),
    ]


def test_a_written_day_moves_the_clock_unless_it_lies_before_the_start() -> None:
    assert placed("2026-03-01 08:00", "2026-03-01", "22:55", "2026-03-07 09:00", "09:30") == [
        Instant(at(1, 8, 0), None),
        Instant(at(1, 0, 0), None),
        Instant(at(4, 22, 55), None),
        Instant(at(7, 9, 0), None),
        Instant(at(7, 9, 30), None),
    ]


def test_a_cause_earlier_on_the_same_day_keeps_the_day() -> None:
    assert placed("2026-03-04 03:10", "22:50") == [
        Instant(at(4, 3, 10), None),
        Instant(at(4, 22, 50), None),
    ]


def test_a_span_may_pass_midnight_and_an_unreadable_row_changes_nothing() -> None:
    assert placed("23:50-00:10", "later", "00:20") == [
        Instant(at(4, 23, 50), at(5, 0, 10)),
        None,
        Instant(at(5, 0, 20), None),
    ]


def test_rows_are_read_in_the_zone_of_the_document() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    [row] = put_on_days([read_clock("23:55")], START, berlin)
    assert row is not None
    assert row.at.astimezone(UTC) == at(4, 22, 55)


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(minutes=12, seconds=59), "12m"),
        (timedelta(0), "0m"),
        (timedelta(hours=1, minutes=8), "1h 08m"),
        (timedelta(days=2, hours=3, minutes=5), "2d 03h 05m"),
    ],
)
def test_a_duration_is_written_in_whole_minutes(length: timedelta, text: str) -> None:
    assert write_duration(length) == text


@given(st.integers(0, 10_000_000))
def test_a_duration_is_read_back(minutes: int) -> None:
    length = timedelta(minutes=minutes)
    assert times.read_duration(write_duration(length)) == length


@pytest.mark.parametrize("text", ["", "soon", "1h 2", "999999999999d"])
def test_what_is_no_duration_is_none(text: str) -> None:
    assert times.read_duration(text) is None


def test_a_zone_is_known_by_its_name() -> None:
    assert time_zone("UTC") is UTC
    assert time_zone("Europe/Berlin") == ZoneInfo("Europe/Berlin")
    assert [time_zone(name) for name in ("Mars/Olympus", "../etc/passwd", "a\0b", "")] == [None] * 4


def test_a_minute_is_written_with_its_zone() -> None:
    assert write_minute(START, UTC) == "2026-03-04 22:50 UTC"
    assert write_minute(START, ZoneInfo("Europe/Berlin")) == "2026-03-04 23:50 CET"


@given(st.text("~0123456789-: T–Zz+.", max_size=30))
def test_any_text_is_read_or_none(text: str) -> None:
    assert isinstance(read_moment(text), Moment | None)
    assert isinstance(read_clock(text), Clock | None)
