"""Bring a document of any style to another stage, with edits that change nothing else."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_docs.document.edit import Edit
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.document.times import Moment
from incident_docs.edits.actions_and_mitigations import insert_table
from incident_docs.edits.header_edits import set_status
from incident_docs.edits.stage_edits import add_strategy, add_verification, insert_if_missing
from incident_docs.errors import CannotEdit
from incident_docs.format.definition import DEFAULT
from incident_docs.format.sections import ACTION_ITEMS, MITIGATION, VERIFICATION
from tests.edits.styles import CHANGES, added_and_removed, documents, edited, new_rules
from tests.examples import ACTIVE, BASE

OUTPUTS = st.lists(
    st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=12).map(
        lambda text: f"$ {text}"
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=30)
@given(documents(), st.sampled_from(list(DEFAULT.strategy)))
def test_a_strategy_is_named_once_and_only_its_line_changes(text: str, strategy: str) -> None:
    after = edited(text, lambda document: add_strategy(document, strategy))
    used = parse(text).texts("strategy")
    assert parse(after).texts("strategy") == (used if strategy in used else (*used, strategy))
    assert edited(after, lambda document: add_strategy(document, strategy)) == after
    assert new_rules(text, after) == set()
    added, _ = added_and_removed(text, after)
    assert all("strategy" in line or line.strip().startswith("- ") for line in added)


@settings(max_examples=30)
@given(documents(), OUTPUTS)
def test_commands_are_written_behind_those_that_are_there(text: str, lines: list[str]) -> None:
    before = parse(text)
    if before.section(VERIFICATION.id) is None:
        return
    after = edited(text, lambda document: add_verification(document, lines))
    added, removed = added_and_removed(text, after)
    assert removed == []
    assert len(added) == len(lines)
    assert [(section.heading.value, section.half) for section in parse(after).sections] == [
        (section.heading.value, section.half) for section in before.sections
    ]


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("```\n<commands to verify resolution>\n```\n", "```\ncurl\n# exit status 0\n```\n"),
        ("```\n```\n", "```\ncurl\n# exit status 0\n```\n"),
        ("", "```\ncurl\n# exit status 0\n```\n"),
        ("By hand, in the browser.\n", "```\ncurl\n# exit status 0\n```\n\nBy hand, in the browser.\n"),
        ("~~~sh\nls\n~~~\nAll is well.\n", "~~~sh\nls\ncurl\n# exit status 0\n~~~\nAll is well.\n"),
    ],
)
def test_placeholders_make_way_and_a_block_is_opened_where_there_is_none(section: str, expected: str) -> None:
    head, tail = "#### Verification\n", "\n---\n\n### Postmortem (after resolution)\n"
    text = f"{ACTIVE}\n{head}{section}{tail}"
    after = edited(text, lambda document: add_verification(document, ["curl", "# exit status 0"]))
    assert after == f"{ACTIVE}\n{head}{expected}{tail}"


def test_an_output_closes_no_block() -> None:
    after = edited(BASE, lambda document: add_verification(document, ["# ```", "````"]))
    assert "# '''\n'''`\n```\n" in after
    assert new_rules(BASE, after) == set()


def test_without_the_section_there_is_no_place_for_commands() -> None:
    with pytest.raises(CannotEdit) as refused:
        add_verification(parse(ACTIVE), ["curl"])
    assert str(refused.value) == "there is no section Verification"


@settings(max_examples=30)
@given(documents(), st.sampled_from([MITIGATION.id, ACTION_ITEMS.id]))
def test_a_table_is_put_in_its_place_once(text: str, id: str) -> None:
    after = edited(text, lambda document: insert_table(document, id))
    section = parse(after).section(id)
    assert section is not None
    assert (after == text) == (parse(text).section(id) is not None)
    assert new_rules(text, after) == set()
    added, removed = added_and_removed(text, after)
    assert removed == [] or text == text.rstrip("\n")
    assert edited(after, lambda document: insert_table(document, id)) == after
    assert added or after == text


def test_a_section_is_inserted_where_its_place_is_known() -> None:
    def make(document: Document) -> Iterable[Edit]:
        return insert_if_missing(document, "what-happened")

    assert "#### What happened\n<the story" in edited(ACTIVE, make)
    assert edited(BASE, make) == BASE


@pytest.mark.parametrize("change", CHANGES)
def test_a_resolution_that_is_taken_back_leaves_the_document_as_it_was(change: Callable[[str], str]) -> None:
    text = change(ACTIVE)
    end = Moment(datetime(2026, 3, 4, 10, 58, tzinfo=UTC))
    times = {"mitigated": end, "resolved": end}

    after = edited(text, lambda document: set_status(document, "resolved", times))
    assert parse(after).is_resolved
    assert edited(after, lambda document: set_status(document, "active", dict.fromkeys(times))) == text
