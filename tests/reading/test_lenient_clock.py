"""Clock times as people write them are read, and what would be a guess is not."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from incident_docs.reading.lenient_clock import clock_in_format

STARTED = datetime(2026, 3, 4, 9, 50, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "strict"),
    [
        ("2:34 PM", "14:34"),
        ("2:34pm", "14:34"),
        ("2 p.m.", "14:00"),
        ("12:05 AM", "00:05"),
        ("12:05 PM", "12:05"),
        ("14:02 PM", "14:02"),
        ("14.02", "14:02"),
        ("14h02", "14:02"),
        ("1402", "14:02"),
        ("1402h", "14:02"),
        ("9:05", "09:05"),
        ("9:05:07.250", "09:05:07"),
        ("14:02 hrs", "14:02"),
        ("**14:02**", "14:02"),
        ("`14:02`", "14:02"),
        ("14:02Z", "14:02"),
        ("14:02 UTC", "14:02"),
        ("14:02 GMT", "14:02"),
        ("2026-03-04T14:02:00Z", "2026-03-04 14:02:00"),
        ("2026-03-04T14:02+01:00", "2026-03-04 13:02"),
        ("2026-03-04T14:02:00-0500", "2026-03-04 19:02:00"),
        ("2026-03-04 at 2:02 pm", "2026-03-04 14:02"),
        ("2026-03-04, 1402", "2026-03-04 14:02"),
        ("ca. 14:02", "~14:02"),
        ("About 2 pm", "~14:00"),
        ("~ 9:05", "~09:05"),
        ("2:30 PM - 2:45 PM", "14:30-14:45"),
        ("14.02-14.10", "14:02-14:10"),
        ("14:02 to 14:10", "14:02-14:10"),
        ("9:05–9:10", "09:05-09:10"),
        ("2026-03-04 9:05-14:00", "2026-03-04 09:05-14:00"),
    ],
)
def test_a_time_is_told(written: str, strict: str) -> None:
    assert clock_in_format(written, UTC, STARTED) == strict


@pytest.mark.parametrize(
    "written",
    [
        "noon",
        "14",
        "14:60",
        "25:10",
        "2561",
        "14:02 AM",
        "0:30 PM",
        "2026-03-04",
        "2026-02-30 9:05",
        "14:02 PST",
        "14:02+01:00",
        "2026-03-04 14:02 EST",
        "2026-03-04T14:02+99:00",
        "14:02 and 14:10",
        "1:50 - 2:05 PM",
        "14:02 to the end",
        "9:05 to 9:10 to 9:15",
        "03/04 14:02",
        "4.3.2026",
        "",
    ],
)
def test_a_time_that_would_be_a_guess_is_not_told(written: str) -> None:
    assert clock_in_format(written, UTC, STARTED) is None


def test_a_zone_goes_by_the_name_that_it_bears_on_the_day() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert clock_in_format("14:02 CET", berlin, STARTED) == "14:02"
    assert clock_in_format("14:02 CEST", berlin, STARTED) is None
    assert clock_in_format("14:02 UTC", berlin, STARTED) is None
    assert clock_in_format("14:02 CET", berlin, None) is None
    assert clock_in_format("2026-03-04 23:30 UTC", berlin, STARTED) == "2026-03-05 00:30"
