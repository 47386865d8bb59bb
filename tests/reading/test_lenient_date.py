"""Dates as people write them are read, and what would be a guess is not."""

import pytest

from incident_docs.document.times import time_zone
from incident_docs.reading.lenient_date import date_in_format, moment_in_format


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("March 3, 2026", "2026-03-03"),
        ("Mar. 3rd 2026", "2026-03-03"),
        ("3 March 2026", "2026-03-03"),
        ("3rd of March, 2026", "2026-03-03"),
        ("03-Mar-2026", "2026-03-03"),
        ("22 Sept 2026", "2026-09-22"),
        ("2026/3/3", "2026-03-03"),
        ("2026.03.03", "2026-03-03"),
        ("20260303", "2026-03-03"),
        ("2026-03-03T12:00:00Z", "2026-03-03"),
        ("3.4.2026", "2026-04-03"),
        ("13/04/2026", "2026-04-13"),
        ("04-13-2026", "2026-04-13"),
        ("3/3/2026", "2026-03-03"),
        ("by 2026-03-03", "2026-03-03"),
        ("Due on Tue, 3 March 2026", "2026-03-03"),
        ("**2026-03-03** (moved)", "2026-03-03"),
    ],
)
def test_a_date_is_read(written: str, iso: str) -> None:
    assert date_in_format(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        "next week",
        "ASAP",
        "Q2 2026",
        "March 2026",
        "3 March",
        "Foo 3, 2026",
        "February 30, 2026",
        "03/04/2026",
        "30/30/2026",
        "2026-02-30",
        "2026-03-03 or 2026-03-10",
        "",
    ],
)
def test_a_date_that_would_be_a_guess_is_not_read(written: str) -> None:
    assert date_in_format(written) is None


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("2026-03-04 9:02", "2026-03-04T09:02:00+01:00"),
        ("~ 2026-07-04 14:02:30", "~2026-07-04T14:02:30+02:00"),
        ("2026-03-04, 14:02 +1", "2026-03-04T14:02:00+01:00"),
        ("2026-03-04t14:02:00.5-0530", "2026-03-04T14:02:00-05:30"),
        ("2026-03-04 14:02z", "2026-03-04T14:02:00Z"),
        ("2026-03-04 14:02 +99", None),
        ("2026-03-04 25:02", None),
        ("0001-01-01 00:00", None),
        ("14:02", None),
    ],
)
def test_a_time_in_a_lenient_form_takes_the_offset_of_the_zone_unless_it_has_one(
    written: str, right: str | None
) -> None:
    berlin = time_zone("Europe/Berlin")
    assert berlin is not None
    assert moment_in_format(written, berlin) == right
