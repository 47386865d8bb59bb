"""Dates as people write them are read, and what would be a guess is not."""

import pytest

from incident_docs.reading.lenient_date import date_in_format


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
def test_a_date_is_told(written: str, iso: str) -> None:
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
def test_a_date_that_would_be_a_guess_is_not_told(written: str) -> None:
    assert date_in_format(written) is None
