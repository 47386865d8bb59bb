"""Mitigations and action items are added, changed and closed."""

from datetime import date

import pytest
from hypothesis import given, settings

from incident_docs.document.parse import parse
from incident_docs.edits.actions_and_mitigations import add_action, add_mitigation, change_action, close_action
from incident_docs.errors import CannotEdit
from tests.edits.styles import added_and_removed, documents, edited, new_rules
from tests.examples import ACTIVE, BASE, weave

DUE = date(2026, 3, 20)
HEAD = "| Action | Owner | Due |\n|--------|-------|-----|\n"


def test_a_mitigation_is_the_last_row() -> None:
    after = edited(BASE, lambda document: add_mitigation(document, "Restarted", "No change"))
    assert added_and_removed(BASE, after) == (["| Restarted | No change |\n"], [])


def test_the_first_mitigation_gets_a_table() -> None:
    after = edited(ACTIVE, lambda document: add_mitigation(document, "Restarted", ""))
    table = "| Action | Result |\n|--------|--------|\n| Restarted |  |\n"
    assert after == ACTIVE.replace("#### Mitigation Applied\n", f"#### Mitigation Applied\n{table}")


def test_an_action_has_the_columns_of_the_table() -> None:
    after = edited(BASE, lambda document: add_action(document, "Alert on the pool", "@ana", DUE))
    assert added_and_removed(BASE, after) == (["| Alert on the pool | @ana | 2026-03-20 |\n"], [])


def test_a_ticket_gets_a_column() -> None:
    after = edited(
        BASE, lambda document: add_action(document, "Alert", "@ana", "2026-03-20", ticket="OPS-1", status="open")
    )
    assert after == BASE.replace(
        HEAD, "| Action | Owner | Due | Status | Ticket |\n|--------|-------|-----|--------|--------|\n"
    ).replace("| 2026-03-20 |\n", "| 2026-03-20 |  |  |\n").replace(
        "| 2026-03-13 |\n", "| 2026-03-13 |  |  |\n| Alert | @ana | 2026-03-20 | open | OPS-1 |\n"
    )


def test_a_placeholder_gives_way_to_the_first_action() -> None:
    text = weave(f"#### Action items\n{HEAD}| <action> | <owner> | <due> |\n")
    after = edited(text, lambda document: add_action(document, "Alert", "@ana", DUE, priority="high"))
    table = "| Action | Owner | Due | Priority |\n|--------|-------|-----|----------|\n| Alert | @ana | 2026-03-20 | high |\n"
    assert after == weave(f"#### Action items\n{table}")


def test_an_action_is_closed_by_its_row_or_by_what_only_it_says() -> None:
    closed = (
        BASE.replace(HEAD, "| Action | Owner | Due | Status |\n|--------|-------|-----|--------|\n")
        .replace("| 2026-03-20 |", "| 2026-03-20 |  |")
        .replace("| 2026-03-13 |", "| 2026-03-13 | done |")
    )
    for which in (2, "alert when  the connection POOL", "Alert when the connection pool is 80 % used"):
        assert edited(BASE, lambda document, which=which: close_action(document, which)) == closed
    assert edited(closed, lambda document: close_action(document, 2)) == closed
    assert edited(closed, lambda document: close_action(document, 2, "won't do")) == closed.replace("done", "won't do")


def test_an_exact_text_is_the_one_that_is_meant() -> None:
    text = weave(f"#### Action items\n{HEAD}| Alert | a | 2026-03-20 |\n| Alert twice | b | 2026-03-20 |\n")
    after = edited(text, lambda document: change_action(document, "alert", "owner", "@cy"))
    assert after == text.replace("| a |", "| @cy |")


@pytest.mark.parametrize(
    ("which", "reason"),
    [
        (3, "there is no action item in row 3"),
        ("coffee", "there is no action item that says coffee"),
        ("the", "there are 2 action items that says the, in the rows 1, 2; name one of these"),
    ],
)
def test_an_action_that_is_not_the_only_one_is_asked_for(which: int | str, reason: str) -> None:
    with pytest.raises(CannotEdit) as refused:
        close_action(parse(BASE), which)
    assert str(refused.value) == reason


def test_where_nothing_is_to_be_done_nothing_is_added() -> None:
    text = weave("#### Action items\nNone: a provider's fault\n")
    with pytest.raises(CannotEdit) as refused:
        add_action(parse(text), "Alert", "@ana", DUE)
    line = text.split("\n").index("None: a provider's fault") + 1
    assert str(refused.value) == f"line {line} says that nothing is to be done; take that out first"


def test_without_a_section_or_words_there_is_no_row() -> None:
    with pytest.raises(CannotEdit) as no_section:
        add_action(parse(ACTIVE), "Alert", "@ana", DUE)
    with pytest.raises(CannotEdit) as no_words:
        add_mitigation(parse(ACTIVE), " \n", "x")
    assert [str(no_section.value), str(no_words.value)] == [
        "there is no section Action items",
        "the action says nothing",
    ]


@settings(max_examples=40)
@given(documents())
def test_what_is_added_to_a_clean_document_brings_no_finding(text: str) -> None:
    before = parse(text)
    if before.section("action-items") is None or not before.actions:
        return
    action = "Alert when more than half of the connections of a pool are in use"
    after = edited(text, lambda document: add_action(document, action, "@ana", DUE, status="open", ticket="OPS-12"))
    assert new_rules(text, after) <= {"action-due-before-incident"}
    assert parse(after).actions[-1].action.value == action
    closed = edited(after, lambda document: close_action(document, action))
    assert new_rules(after, closed) == set()
    statuses = [item.status.value if item.status else "" for item in parse(closed).actions]
    assert statuses[-1] == "done"
    assert len(statuses) == len(before.actions) + 1
