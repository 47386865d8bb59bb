"""What became of action items that fell due, and on which day they were closed."""

from datetime import date

import pytest

from incident_docs.document.parse import parse
from incident_docs.insight.action_outcomes import (
    ClosingDay,
    Outcome,
    Outcomes,
    Quarter,
    closing_day,
    outcomes_by_quarter,
)
from incident_docs.insight.actions import action_items
from incident_docs.insight.months import Period, month
from incident_docs.workspace.table_rows import Row
from tests.incidents import SOURCES, document, text

JANUARY = month(date(2026, 1, 1))
TODAY = date(2026, 4, 10)


def test_action_items_are_counted_in_the_quarter_in_which_they_fell_due() -> None:
    incident = document(
        actions=[
            ("a", "@ana", "2026-03-31", "done", ""),
            ("b", "@ana", "2026-01-01", "won't do", ""),
            ("c", "@ana", "2026-04-09", "in progress", ""),
            ("d", "@ana", "2026-04-10", "done", ""),
            ("e", "@ana", "2025-12-31", "open", ""),
            ("f", "@ana", "", "open", ""),
        ]
    )
    reported = document(
        {**SOURCES, "started": ""},
        [
            ("g", "@ana", "2020-01-01", "not published", ""),
            ("h", "@ana", "not published", "done", ""),
            ("i", "@ana", "", "not published", ""),
            ("j", "@ana", "", "open", ""),
        ],
    )
    found = list(action_items([incident, reported]))
    quarters = (
        Quarter(Period(JANUARY - 3, 3), {Outcome.OVERDUE: 1}),
        Quarter(Period(JANUARY, 3), {Outcome.DONE: 1, Outcome.DROPPED: 1}),
        Quarter(Period(JANUARY + 3, 3), {Outcome.OVERDUE: 1}),
    )
    assert outcomes_by_quarter(found, TODAY) == Outcomes(quarters, undated=2, unpublished=3)
    assert outcomes_by_quarter(found, TODAY, JANUARY) == Outcomes(quarters[1:], undated=1, unpublished=0)
    assert [each.total for each in quarters] == [1, 2, 1]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], None),
        (["05 | Fix it | @ana | open |"], None),
        (["05 | Other | @ana | done |"], None),
        (["09 | Fix it | @ana | done |", "05 | Fix it | @ana | open |"], (9, True)),
        (["12 | Fix it | @bo | Done |", "09 | Fix it | @ana | done |", "05 | Fix it | @ana | |"], (9, True)),
        (["12 | Fix it | @bo | Won’t do |", "09 | Fix it | @ana | open |", "05 | Fix it | @ana | done |"], (12, True)),
        (["09 | Fix it | @ana | done |"], (9, False)),
    ],
)
def test_an_item_is_closed_since_the_first_commit_that_says_so(
    rows: list[str], expected: tuple[int, bool] | None
) -> None:
    [item] = action_items([parse(text(None, [("Fix it", "@ana", "2026-03-10", "done", "")]), "x.md")])
    known = [Row(date(2026, 3, int(row[:2])), row[3:]) for row in rows]
    assert closing_day(item, known) == (expected and ClosingDay(date(2026, 3, expected[0]), expected[1]))


def test_whether_it_was_in_time_is_told_only_where_that_is_sure() -> None:
    due = date(2026, 3, 10)
    assert ClosingDay(due, is_known=True).in_time(due) is True
    assert ClosingDay(due, is_known=False).in_time(due) is True
    assert ClosingDay(date(2026, 3, 11), is_known=True).in_time(due) is False
    assert ClosingDay(date(2026, 3, 11), is_known=False).in_time(due) is None
