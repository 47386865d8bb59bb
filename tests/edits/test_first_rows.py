"""The rows with which a timeline begins are read as of the instants that they are written for."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.parse import parse
from incident_docs.document.scaffold import Facts, scaffold
from incident_docs.document.times import Moment
from incident_docs.edits.first_rows import Row, first_rows
from incident_docs.format.definition import DEFAULT

STARTED = datetime(2026, 3, 4, 22, 50, 30, tzinfo=UTC)


def test_the_day_is_written_where_the_clock_alone_would_be_another_time() -> None:
    ago = [
        timedelta(hours=30),
        timedelta(minutes=5),
        timedelta(0),
        timedelta(hours=-2),
        timedelta(hours=-3),
        timedelta(days=1),
    ]
    rows = [
        Row(Moment(STARTED - each, approximate=each == timedelta(0)), f"{number} | x")
        for number, each in enumerate(ago)
    ]
    assert first_rows(rows, STARTED, UTC) == (
        ("2026-03-03 16:50", "0 \\| x"),
        ("2026-03-03 22:50", "5 \\| x"),
        ("2026-03-04 22:45", "1 \\| x"),
        ("~22:50", "2 \\| x"),
        ("00:50", "3 \\| x"),
        ("01:50", "4 \\| x"),
    )


@given(
    st.lists(st.integers(-3_000, 3_000), min_size=1, max_size=6),
    st.sampled_from(["UTC", "Europe/Berlin", "Asia/Kolkata"]),
)
def test_rows_are_read_as_they_were_meant(minutes: list[int], name: str) -> None:
    zone = ZoneInfo(name)
    rows = [Row(Moment(STARTED + timedelta(minutes=each)), "x") for each in minutes]
    cells = first_rows(rows, STARTED, zone)
    facts = Facts("x", DEFAULT.severities[0], Moment(STARTED), zone_name=name, zone=zone, timeline=cells)
    found = [entry.at for entry in parse(scaffold(facts, DEFAULT)).timeline]
    assert found == sorted(row.at.at.replace(second=0) for row in rows)
