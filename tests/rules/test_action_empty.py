from incident_docs.rules import action_empty
from tests.rules.support import actions, messages


def test_a_row_without_an_action_is_left_alone_if_it_says_nothing() -> None:
    assert messages(action_empty, actions("| - | | |\n| | <owner> | |")) == []
    assert messages(action_empty, actions("| - | @ana | |")) == [
        "the row has no action; write what is to be done, or remove the row"
    ]
