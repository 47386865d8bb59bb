"""Strategies, the verification and missing sections, in documents of any style."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_docs.document.edit import apply_edits
from incident_docs.document.parse import parse
from incident_docs.edits.stage_edits import add_strategy, add_verification, insert_if_missing
from incident_docs.errors import CannotEdit
from tests.edits.styles import added_and_removed, documents, edited, new_rules
from tests.examples import ACTIVE, BASE

EMPTY = ACTIVE + "\n#### Verification\n"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        (EMPTY, f"{EMPTY}```\ntrue\n```\n"),
        (f"{EMPTY}```\n```\n", f"{EMPTY}```\ntrue\n```\n"),
        (f"{EMPTY}```\n<commands>\n```\n", f"{EMPTY}```\ntrue\n```\n"),
        (f"{EMPTY}Look:\n~~~sh\ncurl\n~~~\nDone.\n", f"{EMPTY}Look:\n~~~sh\ncurl\ntrue\n~~~\nDone.\n"),
    ],
)
def test_commands_go_into_the_block_of_the_verification(text: str, after: str) -> None:
    assert edited(text, lambda document: add_verification(document, ["true"])) == after


def test_without_the_section_there_is_no_place_for_commands() -> None:
    with pytest.raises(CannotEdit, match="there is no section Verification"):
        add_verification(parse(ACTIVE), ["true"])


def test_no_line_ends_the_block() -> None:
    after = edited(BASE, lambda document: add_verification(document, ["echo '```'"]))
    assert added_and_removed(BASE, after) == (["echo '''''\n"], [])


@settings(max_examples=40)
@given(documents(), st.sampled_from(["rollback", "hotfix"]))
def test_a_strategy_is_named_once(text: str, strategy: str) -> None:
    after = edited(text, lambda document: add_strategy(document, strategy))
    used = parse(text).texts("strategy")
    assert parse(after).texts("strategy") == (used if strategy in used else (*used, strategy))
    assert edited(after, lambda document: add_strategy(document, strategy)) == after
    assert not new_rules(text, after)


@given(documents(), st.sampled_from(["verification", "what-happened", "action-items", "timeline"]))
@settings(max_examples=40)
def test_a_section_is_inserted_only_where_it_is_missing(text: str, id: str) -> None:
    before = parse(text)
    after = parse(apply_edits(text, insert_if_missing(before, id)))
    assert len(after.sections) == len(before.sections) + (before.section(id) is None)
