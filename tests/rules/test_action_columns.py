from incident_docs.api import lint
from incident_docs.rules import action_columns, action_due, action_owner, action_required
from tests.examples import weave
from tests.rules.support import fixed, messages, section


def test_columns_that_are_wrong_are_reported_and_nothing_else() -> None:
    body = "| Task | Who | When |\n|---|---|---|\n| Test the load | the team | soon |"
    assert messages(action_columns, section("Action items", body)) == [
        "the column Task must be called Action",
        "the column Who must be called Owner",
        "the column When must be called Due",
    ]
    assert [messages(rule, section("Action items", body)) for rule in (action_required, action_owner, action_due)] == [
        [],
        [],
        [],
    ]


def test_text_without_a_table_is_reported_and_nothing_else() -> None:
    body = "- @ana tests the load"
    advice = "write one with the columns Action, Owner and Due, or a line None: <reason>"
    assert messages(action_columns, section("Action items", body)) == [f"Action items holds no table; {advice}"]
    assert messages(action_required, section("Action items", body)) == []


def test_a_column_that_stands_twice_is_one_fault() -> None:
    table = "| Action | Owner | Due | Due |\n|---|---|---|---|\n| Be careful | | 2026-03-20 | |"
    text = weave(f"#### Action items\n{table}\n")
    assert [(finding.rule, finding.message) for finding in lint(text)] == [
        ("action-columns", "the column Due stands here twice; remove one of the two")
    ]


def test_columns_of_actions_and_mitigations_get_their_names() -> None:
    row = "| Alert when the pool is 80 % used | @bo | 2026-03-13 |"
    assert fixed(weave(f"#### Action items\n| Task | Assignee | Due date |\n|--|--|--|\n{row}\n")) == weave(
        f"#### Action items\n| Action | Owner | Due |\n|--|--|--|\n{row}\n"
    )
    row = "| Rolled back | Errors stopped |"
    assert fixed(weave(f"#### Mitigation Applied\n| Step | Outcome |\n|--|--|\n{row}\n")) == weave(
        f"#### Mitigation Applied\n| Action | Result |\n|--|--|\n{row}\n"
    )


def test_by_may_be_a_day_or_a_person() -> None:
    text = weave(
        "#### Action items\n| Action | Owner | By |\n|--|--|--|\n| Alert when the pool is full | @bo | 2026-03-13 |\n"
    )
    assert fixed(text) == text
    assert fixed(text, unsafe=True) == text.replace("| By |", "| Due |")
