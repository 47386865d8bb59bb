import pytest

from incident_docs.rules import action_status
from tests.rules.support import actions, fixed, messages, with_parts


def status(word: str) -> str:
    row = f"| Alert when the pool is 80 % used | @bo | 2026-03-20 | {word} |"
    return with_parts(actions(row, "Action | Owner | Due | Status"))


def test_a_table_without_a_status_column_has_no_status_to_speak_of() -> None:
    assert messages(action_status, actions("| Test the load | @ana | 2026-03-20 |")) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Closed", "done"),
        ("✅", "done"),
        ("✅ Done", "done"),
        ("[x]", "done"),
        ("WIP", "in progress"),
        ("todo", "open"),
    ],
)
def test_a_status_becomes_the_word_of_the_format(before: str, after: str) -> None:
    assert fixed(status(before)) == status(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("undone", "done"),
        ("done (2026-03-05)", "done"),
        ("❌", "won't do"),
        ("⏳", "in progress"),
        ("in progres", "in progress"),
    ],
)
def test_a_status_that_is_like_a_word_or_says_more_is_a_guess(before: str, after: str) -> None:
    assert fixed(status(before)) == status(before)
    assert fixed(status(before), unsafe=True) == status(after)


def test_what_is_no_status_stays() -> None:
    assert fixed(status("soon"), unsafe=True) == status("soon")
