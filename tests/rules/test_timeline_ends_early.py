import pytest

from incident_docs.document.parse import parse
from incident_docs.rules import timeline_ends_early
from tests.rules.support import messages, timeline


@pytest.mark.parametrize(
    "rows",
    [
        "| 10:20-10:58 | a span that ends with it |",
        "| ~09:58 | an hour early, but rough |",
        "| 2026-03-04 | that day |",
        "| 10:58 | the end |\n| 10:20 | out of order, which is another fault |",
        "| 10:20 | a |\n| later | cannot be read, which is another fault |",
        "| 2026-03-05 12:00 | the day after |",
    ],
)
def test_a_timeline_reaches_the_end(rows: str) -> None:
    assert messages(timeline_ends_early, timeline(rows)) == []


def test_a_rough_row_more_than_an_hour_early_does_not_reach_the_end() -> None:
    assert messages(timeline_ends_early, timeline("| ~09:57 | a |")) == [
        "the timeline ends at ~09:57, but the incident was resolved at 2026-03-04 10:58; add the row that tells how"
    ]


@pytest.mark.parametrize("resolved", ["not published", "", "~2026-03-04T11:20:00Z"])
def test_an_end_that_nobody_knows_exactly_is_reached(resolved: str) -> None:
    front = f"resolved: {resolved}\nsources: [https://status.example.net/1]"
    assert messages(timeline_ends_early, timeline("| 10:20 | a |"), front) == []


def test_a_timeline_without_rows_ends_nowhere() -> None:
    assert list(timeline_ends_early.check(parse("---\nresolved: 2026-03-04T10:58:00Z\n---\n"))) == []
