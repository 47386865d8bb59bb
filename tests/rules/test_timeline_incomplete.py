import pytest

from incident_docs.rules import timeline_incomplete
from tests.rules.support import REPORT, messages, timeline


@pytest.mark.parametrize(
    ("rows", "front", "untold"),
    [
        ("| 09:55 | a |\n| 10:01 | b |\n| 10:15 | c |\n| 11:03 | d |", "", ""),
        ("| 09:50 | a |\n| ~10:26 | b |\n| 10:58 | c |", "", ""),
        ("| 09:50 | a |\n| 10:05-10:22 | b |\n| 10:58 | c |", "detected: ~2026-03-04T09:56:00Z", ""),
        ("| 09:50 | a |\n| 10:00 | b |\n| 10:20 | c |", f"resolved: not published\n{REPORT}", ""),
        ("| 2026-03-04 | a |", "", ""),
        ("| 09:50 | a |\n| soon | b |\n| 10:58 | c |", "", ""),
        ("| 10:58 | a |\n| 09:50 | b |", "", ""),
        ("| 09:50 | a |\n| ~10:27 | b |\n| 10:58 | c |", "", "detected at 2026-03-04 09:56"),
        ("| 09:44 | a |\n| 10:01 | b |\n| 10:15 | c |\n| 10:58 | d |", "", "started at 2026-03-04 09:50"),
        ("| 10:56 | a |\n| 11:52 | b |", "timezone: Europe/Berlin\nmitigated:", "started at 2026-03-04 10:50"),
        ("| 09:50 | a |\n| 10:00 | b |\n| 10:20 | c |\n| 11:30 | d |", "", "resolved at 2026-03-04 10:58"),
        ("| 09:50 | a |\n| 10:05 | b |\n| 10:58 | c |", "detected: 2026-03-04T08:56:00Z", ""),
        ("| 13:50 | a |\n| 01:20 | b |\n| 13:55 | c |", "resolved: 2026-03-04T13:55:00Z", ""),
    ],
)
def test_a_timeline_tells_of_a_moment_by_a_row_that_is_near(rows: str, front: str, untold: str) -> None:
    expected = [f"no row tells how it was {untold}; add what happened then"] if untold else []
    assert messages(timeline_incomplete, timeline(rows), front) == expected
