"""What the rules on action items and mitigations say where a docstring example does not fit."""

from dataclasses import replace

import pytest

from incident_docs.document.parse import parse
from incident_docs.format.definition import DEFAULT
from incident_docs.format.vocabulary import SEVERITIES
from incident_docs.rules import (
    Rule,
    action_columns,
    action_due,
    action_owner,
    action_required,
    action_status,
    mitigation_columns,
    mitigation_empty,
)
from tests.examples import _weave

REPORT = "---\nsources: [https://status.example.net/1]\n---\n"
P3 = "---\nseverity: P3\n---\n"
TABLE = "| Action | Owner | Due |\n|---|---|---|\n"
NONE_YET = "no mitigation is written down; add a row with the action and its result"


def says(rule: Rule, body: str, front: str = "", heading: str = "Action items") -> list[str]:
    """The messages on a section with this body."""
    document = parse(_weave(f"{front}\n#### {heading}\n{body}\n"))
    return [finding.message for finding in rule.check(document)]


def owner(text: str, front: str = "") -> list[str]:
    return says(action_owner, f"{TABLE}| Test the load of checkout | {text} | 2026-03-20 |", front)


@pytest.mark.parametrize(
    "text",
    [
        "@ana",
        "Ana Example",
        "[Ana](https://people.example.net/ana,b)",
        "@example/payments",
        "@ana (with @bo, @cai)",
        "Research and Development",
        "Trust & Safety",
        "Payments / Ledger",
        "Team Payments",
        "ana@example.net",
        "@ana, (on leave)",
    ],
)
def test_one_owner_is_one_owner(text: str) -> None:
    assert owner(text) == []


@pytest.mark.parametrize(
    "text", ["@ana and @bo", "@ana, @bo", "@ana / @bo", "@ana & @bo", "@ana @bo", "Ana, Bo", "Ana; Bo"]
)
def test_several_owners_are_told_with_their_names(text: str) -> None:
    assert owner(text) == [f"{text} are several owners; name the one who answers for it"]


@pytest.mark.parametrize(
    "text", ["-", "?", "tbd", "TBA", "n/a", "None", "nobody", "Unassigned", "<owner>", "not published"]
)
def test_what_names_nobody_is_no_owner(text: str) -> None:
    assert owner(text) == [f"{text} is no owner; name one person or one team, as in @ana"]


@pytest.mark.parametrize(
    "text", ["team", "The team", "our whole team", "everyone", "All", "us", "**all of us**", "someone"]
)
def test_what_names_everybody_is_no_owner(text: str) -> None:
    assert owner(text) == [f"{text} is nobody in particular; name one person or one team, as in @ana"]


def test_a_report_may_be_silent_about_owner_due_and_status() -> None:
    body = (
        "| Action | Owner | Due | Status |\n|---|---|---|---|\n"
        "| Test the load | not published | Not published | not published |"
    )
    assert says(action_owner, body, REPORT) == []
    assert says(action_due, body, REPORT) == []
    assert says(action_status, body, REPORT) == []


def test_a_row_that_a_template_left_has_no_owner_to_speak_of() -> None:
    body = "| Action | Owner | Due | Status |\n|---|---|---|---|\n| <action> | <owner> | TBD | <status> |"
    assert says(action_owner, body) == []
    assert says(action_due, body) == []
    assert says(action_status, body) == []


def test_a_due_date_with_a_word_around_it_is_told_without_it() -> None:
    assert says(action_due, f"{TABLE}| Test the load | @ana | by 2026-03-20 |") == [
        "by 2026-03-20 is no ISO date; write 2026-03-20"
    ]
    assert says(action_due, f"{TABLE}| Test the load | @ana | ? |") == ["? is no date; write the day as YYYY-MM-DD"]


def test_a_p1_with_a_row_of_placeholders_has_no_action_item() -> None:
    body = f"{TABLE}| <action> | <owner> | <due> |"
    assert says(action_required, body) == ["a P1 needs an action item, or a line None: <reason>"]


def test_a_p1_with_text_beside_an_empty_table_has_no_action_item() -> None:
    assert says(action_required, f"We thought about it.\n\n{TABLE}") == [
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
    assert says(action_required, line) == []
    assert says(action_columns, line) == []


@pytest.mark.parametrize("line", ["None", "None.", "None:", "None: <reason>", "- None: TBD", "None: not published"])
def test_no_reason_is_reported_once(line: str) -> None:
    assert says(action_required, line) == ["the reason is missing; write why nothing is to be done after a P1"]
    assert says(action_columns, line) == []
    assert says(action_required, line, P3) == []


def test_columns_that_are_wrong_are_reported_and_nothing_else() -> None:
    body = "| Task | Who | When |\n|---|---|---|\n| Test the load | the team | soon |"
    assert says(action_columns, body) == [
        "the column Task must be called Action",
        "the column Who must be called Owner",
        "the column When must be called Due",
    ]
    assert [says(rule, body) for rule in (action_required, action_owner, action_due)] == [[], [], []]


def test_text_without_a_table_is_reported_and_nothing_else() -> None:
    body = "- @ana tests the load"
    mend = "write one with the columns Action, Owner and Due, or a line None: <reason>"
    assert says(action_columns, body) == [f"Action items holds no table; {mend}"]
    assert says(action_required, body) == []


def test_a_missing_section_or_severity_asks_for_no_actions() -> None:
    assert list(action_required.check(parse("---\nseverity: P1\n---\n"))) == []
    assert list(action_columns.check(parse("---\nseverity: P1\n---\n"))) == []
    assert says(action_required, TABLE, "---\nseverity: P9\n---\n") == []


def test_an_organisation_says_which_severities_ask_for_actions() -> None:
    severities = tuple(severity._replace(actions_required=severity.id == "P4") for severity in SEVERITIES)
    text = _weave(f"---\nseverity: P4\n---\n\n#### Action items\n{TABLE}\n")
    [finding] = action_required.check(parse(text, "", replace(DEFAULT, severities=severities)))
    assert finding.message == "a P4 needs an action item, or a line None: <reason>"


def test_a_table_without_a_status_column_has_no_status_to_speak_of() -> None:
    assert says(action_status, f"{TABLE}| Test the load | @ana | 2026-03-20 |") == []


def test_mitigations_are_missing_in_an_empty_section_too() -> None:
    heading = "Mitigation Applied"
    mitigating = "---\nstatus: mitigating\n---\n"
    table = "| Action | Result |\n|---|---|\n"
    assert says(mitigation_empty, "", mitigating, heading) == [NONE_YET]
    assert says(mitigation_empty, f"{table}| | - |", mitigating, heading) == [NONE_YET]
    assert says(mitigation_empty, f"{table}| <action> | <outcome> |", "", heading) == [NONE_YET]
    assert says(mitigation_empty, f"{table}| <action> | <outcome> |", mitigating, heading) == []
    assert list(mitigation_empty.check(parse(mitigating))) == []


def test_mitigations_without_their_columns_are_reported_once() -> None:
    heading = "Mitigation Applied"
    assert says(mitigation_empty, "Rolled back.", "", heading) == []
    assert says(mitigation_empty, "| Step | Result |\n|---|---|\n| a | b |", "", heading) == []
    assert says(mitigation_columns, "| Step | Result |\n|---|---|\n| a | b |", "", heading) == [
        "the column Step must be called Action"
    ]
