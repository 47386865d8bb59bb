import pytest

from incident_docs.document.parse import parse
from incident_docs.rules import (
    Rule,
    action_columns,
    action_due,
    action_due_before_incident,
    action_empty,
    action_no_prevention,
    action_owner,
    action_status,
    action_vague,
    affected_users_unmeasured,
    frontmatter_status_contradiction,
    impact_not_about_users,
    improve_missing,
    language_blame,
    language_counterfactual,
    language_normative,
    mitigation_columns,
    root_cause_stops_at_person,
    root_cause_thin,
    severity_understated,
    timeline_columns,
    timeline_gap,
    timeline_incomplete,
    went_well_empty_praise,
)
from tests.rules.support import REPORT, marked, messages, section

LANGUAGE = (language_blame, language_counterfactual, language_normative)
RULES = (
    *(action_due_before_incident, action_empty, action_no_prevention, action_vague, affected_users_unmeasured),
    *(frontmatter_status_contradiction, impact_not_about_users, root_cause_thin, severity_understated),
    *(timeline_gap, timeline_incomplete),
)


def test_a_report_may_be_silent_about_owner_due_and_status() -> None:
    body = (
        "| Action | Owner | Due | Status |\n|---|---|---|---|\n"
        "| Test the load | not published | Not published | not published |"
    )
    assert messages(action_owner, section("Action items", body), REPORT) == []
    assert messages(action_due, section("Action items", body), REPORT) == []
    assert messages(action_status, section("Action items", body), REPORT) == []


def test_a_row_that_a_template_left_has_no_owner_to_speak_of() -> None:
    body = "| Action | Owner | Due | Status |\n|---|---|---|---|\n| <action> | <owner> | TBD | <status> |"
    assert messages(action_owner, section("Action items", body)) == []
    assert messages(action_due, section("Action items", body)) == []
    assert messages(action_status, section("Action items", body)) == []


@pytest.mark.parametrize(
    "text",
    [
        "`we should have tested` is code.",
        "```\nwe should have tested, carelessly\n```",
        "- A list.\n  ```\n  we should have tested, carelessly\n  ```",
        "> We should have tested, carelessly; it could have been seen.",
        "- > We should have tested.",
        "<!-- We should have tested, carelessly. -->",
        'She wrote: "we should have tested, that was careless".',
        "She wrote: “we should have\ntested, that was careless”.",
        "Sie schrieb: „we should have tested“. «We should have tested.» ‘We should have tested.’",
        "The note 'we should have tested' stays.",
        "[The note](https://example.net/we_should_have_tested/careless.html)",
        "##### Where we should have tested",
    ],
)
def test_what_are_not_the_writers_own_words_is_passed_over(text: str) -> None:
    assert [marked(rule, section("What happened", f"Before.\n\n{text}\n\nAfter.")) for rule in LANGUAGE] == [[], [], []]


def test_a_postmortem_that_is_not_required_need_not_praise_or_improve() -> None:
    front = "postmortem: {status: not required, reason: the same as last week}"
    assert marked(went_well_empty_praise, section("What went well", "n/a"), front) == []
    assert marked(improve_missing, section("What could improve", "n/a"), front) == []


def test_a_document_without_these_sections_says_nothing() -> None:
    rules = (*LANGUAGE, root_cause_stops_at_person, went_well_empty_praise, improve_missing)
    assert [list(rule.check(parse(""))) for rule in rules] == [[]] * len(rules)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ID)
def test_where_nothing_is_written_nothing_is_found(rule: Rule) -> None:
    assert list(rule.check(parse(""))) == []


@pytest.mark.parametrize("rule", [timeline_columns, mitigation_columns, action_columns])
def test_a_column_may_stand_twice_if_the_format_does_not_know_it(rule: Rule) -> None:
    headings = {"timeline": "Time | Event", "mitigation": "Action | Result", "action": "Action | Owner | Due"}
    sections = {"timeline": "Timeline", "mitigation": "Mitigation Applied", "action": "Action items"}
    name = rule.ID.removesuffix("-columns")
    row = "| x | x | x | x | x |"
    first = headings[name].split(" |")[0]
    for more, expected in (
        (first, [f"the column {first} stands here twice; remove one of the two"]),
        ("Note | Note", []),
    ):
        table = f"| {headings[name]} | {more} |\n|{'---|' * (headings[name].count('|') + more.count('|') + 2)}\n{row}"
        assert messages(rule, f"#### {sections[name]}\n{table}\n") == expected
