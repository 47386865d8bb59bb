import pytest

from incident_docs.rules import action_due
from tests.rules.support import actions, fixed, messages, with_parts


def due(day: str) -> str:
    return with_parts(actions(f"| Alert when the pool is 80 % used | @bo | {day} |"))


def test_a_due_date_with_a_word_around_it_is_shown_without_it() -> None:
    assert messages(action_due, actions("| Test the load | @ana | by 2026-03-20 |")) == [
        "by 2026-03-20 is no ISO date; write 2026-03-20"
    ]
    assert messages(action_due, actions("| Test the load | @ana | ? |")) == [
        "? is no date; write the day as YYYY-MM-DD"
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("March 20, 2026", "2026-03-20"),
        ("by Friday, 20 March 2026", "2026-03-20"),
        ("20.03.2026", "2026-03-20"),
        ("04.04.2026", "2026-04-04"),
        ("03/20/2026", "2026-03-20"),
        ("2026/3/20", "2026-03-20"),
        ("20260320", "2026-03-20"),
    ],
)
def test_a_day_is_written_as_iso_has_it(before: str, after: str) -> None:
    assert fixed(due(before)) == due(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("03.04.2026", "2026-04-03"),
        ("Monday, March 20, 2026", "2026-03-20"),
        ("2026-03-20 (after the freeze)", "2026-03-20"),
        ("2026-03-20 14:00", "2026-03-20"),
    ],
)
def test_a_day_that_may_be_another_or_comes_with_more_is_a_guess(before: str, after: str) -> None:
    assert fixed(due(before)) == due(before)
    assert fixed(due(before), unsafe=True) == due(after)


@pytest.mark.parametrize("day", ["03/04/2026", "next week", "2026-02-30", ""])
def test_what_is_no_day_stays(day: str) -> None:
    assert fixed(due(day), unsafe=True) == due(day)
