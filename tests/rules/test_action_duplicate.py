from incident_docs.rules import action_duplicate
from tests.rules.support import actions, messages

COLUMNS = "Action | Owner | Due | Ticket"


def test_rows_that_a_template_left_are_no_duplicates() -> None:
    row = "| <action> | <owner> | <due> | - |\n"
    assert messages(action_duplicate, actions(f"{row}{row}", COLUMNS)) == []


def test_each_repetition_names_the_first() -> None:
    row = "| **Test** the load | @ana | 2026-03-20 | - |\n"
    message = "this is the action of row 1 again; keep one of the two"
    assert messages(action_duplicate, actions(f"{row}{row}{row}", COLUMNS)) == [message, message]
