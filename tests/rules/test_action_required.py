from dataclasses import replace

import pytest

from incident_docs.document.parse import parse
from incident_docs.format.definition import DEFAULT
from incident_docs.format.vocabulary import SEVERITIES
from incident_docs.rules import action_columns, action_required
from tests.examples import weave
from tests.rules.support import actions, messages, section

TABLE = "| Action | Owner | Due |\n|---|---|---|\n"
P3 = "severity: P3"


def test_a_p1_with_a_row_of_placeholders_has_no_action_item() -> None:
    body = f"{TABLE}| <action> | <owner> | <due> |"
    assert messages(action_required, section("Action items", body)) == [
        "a P1 needs an action item, or a line None: <reason>"
    ]


def test_a_p1_with_text_beside_an_empty_table_has_no_action_item() -> None:
    assert messages(action_required, section("Action items", f"We thought about it.\n\n{TABLE}")) == [
        "a P1 needs an action item, or a line None: <reason>"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "None: it is gone",
        "> Quoted.\n\nNone: it is gone",
        "- None: it is gone",
        "**None**: it is gone",
        "**none:** it is gone",
        f"{TABLE}\nNone: it is gone",
    ],
)
def test_a_reason_stands_for_action_items(line: str) -> None:
    assert messages(action_required, section("Action items", line)) == []
    assert messages(action_columns, section("Action items", line)) == []


@pytest.mark.parametrize("line", ["None", "None.", "None:", "None: <reason>", "- None: TBD", "None: not published"])
def test_no_reason_is_reported_once(line: str) -> None:
    assert messages(action_required, section("Action items", line)) == [
        "the reason is missing; write why nothing is to be done after a P1"
    ]
    assert messages(action_columns, section("Action items", line)) == []
    assert messages(action_required, section("Action items", line), P3) == []


def test_a_missing_section_or_severity_asks_for_no_actions() -> None:
    assert list(action_required.check(parse("---\nseverity: P1\n---\n"))) == []
    assert list(action_columns.check(parse("---\nseverity: P1\n---\n"))) == []
    assert messages(action_required, actions(""), "severity: P9") == []


def test_an_organisation_says_which_severities_ask_for_actions() -> None:
    severities = tuple(severity._replace(actions_required=severity.id == "P4") for severity in SEVERITIES)
    text = weave(f"---\nseverity: P4\n---\n\n#### Action items\n{TABLE}\n")
    [finding] = action_required.check(parse(text, "", replace(DEFAULT, severities=severities)))
    assert finding.message == "a P4 needs an action item, or a line None: <reason>"
