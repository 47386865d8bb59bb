"""What the rules on language and on praise say where a docstring example does not fit."""

import pytest

from incident_docs.document.parse import parse
from incident_docs.rules import (
    Rule,
    improve_missing,
    language_blame,
    language_counterfactual,
    language_normative,
    root_cause_stops_at_person,
    went_well_empty_praise,
)
from tests.examples import _weave

LANGUAGE = (language_blame, language_counterfactual, language_normative)


def found(rule: Rule, text: str, heading: str = "What happened", front: str = "") -> list[str]:
    """The words of a section to which the rule points."""
    document = parse(_weave(f"{front}\n#### {heading}\n{text}\n"))
    return [
        document.lines[finding.line - 1][finding.column - 1 : (finding.end_column or 0) - 1]
        for finding in rule.check(document)
    ]


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
    assert [found(rule, f"Before.\n\n{text}\n\nAfter.") for rule in LANGUAGE] == [[], [], []]


def test_apostrophes_open_no_quotation() -> None:
    text = "The engineers' notes say it's over; we should have tested the hosts' names."
    assert found(language_normative, text) == ["we should have tested"]


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    assert found(language_normative, 'She wrote: "done.\n\nWe should have tested.\n\nThat was "it.') == [
        "We should have tested"
    ]


def test_what_runs_over_lines_is_shown_where_it_begins() -> None:
    document = parse(_weave("#### What happened\nHere the team\nshould have tested.\n"))
    [finding] = language_normative.check(document)
    assert finding.message.startswith('"the team should have tested" judges')
    assert document.lines[finding.line - 1][finding.column - 1 :] == "the team"


def test_the_timeline_and_both_root_causes_are_read_and_the_lessons_are_not() -> None:
    text = "We should have tested."
    row = f"| Time | Event |\n|---|---|\n| 09:50 | {text} |\n| 09:56 | Paged |"
    assert found(language_normative, row, "Timeline") == ["We should have tested"]
    assert found(language_normative, text, "Root Cause") == ["We should have tested"]
    assert found(language_normative, text, "Root cause") == ["We should have tested"]
    assert found(language_normative, f"- {text}", "What could improve") == []


def test_two_rows_of_the_timeline_make_no_sentence() -> None:
    rows = "| Time | Event |\n|---|---|\n| 09:50 | The page reaches the engineer |\n| 09:56 | failed to notice |"
    assert found(language_normative, rows, "Timeline") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We should've tested it.", ["We should've tested"]),
        ("The on-call engineer shouldn't have waited.", ["The on-call engineer shouldn't have waited"]),
        ("Nobody ought to have touched it.", ["Nobody ought to have touched"]),
        ("It should have been tested.", ["should have been tested"]),
        ("We were supposed to rotate it.", ["We were supposed to"]),
        ("The reviewers completely failed to notice it.", ["The reviewers completely failed to notice"]),
        ("Obviously, it broke; that is inexcusable.", ["Obviously", "inexcusable"]),
        ("The failover should have promoted the replica, and was supposed to.", []),
        ("It should have been caught by the canary.", []),
        ("The engineers failed to restart the host. We failed to deliver e-mail.", []),
        ("The OCSP responder failed to respond, the package manager to check.", []),
        ("The Postgres operator failed to detect it.", []),
        ("Every service should have limited access. You should have received a message.", []),
        ("The alert should be tested, as it has been for years.", []),
    ],
)
def test_judging_by_what_is_known_now(text: str, words: list[str]) -> None:
    assert found(language_normative, text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It could not have been stopped by the canary.", ["could not have been stopped"]),
        ("We could've seen it.", ["could've seen"]),
        ("If only the alert had fired.", ["If only"]),
        ("Three things could have caused it, and something could have gone wrong.", []),
        ("It could have been a bug. A row could have two states.", []),
        ("It would have to wait.", []),
    ],
)
def test_what_did_not_happen(text: str, words: list[str]) -> None:
    assert found(language_counterfactual, text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("That was reckless, negligent and stupid.", ["reckless", "negligent", "stupid"]),
        ("@cai ignored the page.", ["@cai ignored"]),
        ("Yesterday Bo failed to look.", ["Bo failed to"]),
        ("Example really messed up.", ["Example really messed up"]),
        ("The team was at fault.", ["The team was at fault"]),
        ("It was @cai's fault, or the engineers' fault.", ["@cai's fault", "the engineers' fault"]),
        ("The fault of our database team.", ["The fault of our database team"]),
        ("Terraform failed to apply, and Checkout ignored the flag.", []),
        ("The router was at fault. A fault of the disk was ruled out.", []),
        ("It was not the fault of the team. Nobody is to blame.", []),
        ("The loss was negligible; the dialog is idiot-proof.", []),
    ],
)
def test_blame_falls_on_people(text: str, words: list[str]) -> None:
    assert found(language_blame, text, front="---\nauthors: [Bo Example]\n---\n") == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was operator error.", ["operator error"]),
        ("It was a mistake by the on-call engineer.", ["mistake by the on-call engineer"]),
        ("@ana mistyped the host.", ["@ana mistyped"]),
        ("Somebody had forgotten to renew it.", ["Somebody had forgotten"]),
        ("The release engineer made a small typo.", ["The release engineer made a small typo"]),
        ("It was not human error. Human error is no cause; one may call it human error.", []),
        ("The deploy accidentally removed the index, by a mistake of the compiler.", []),
        (f"An engineer accidentally deleted it. {'It asked for nothing. ' * 8}", []),
    ],
)
def test_where_a_root_cause_stops(text: str, words: list[str]) -> None:
    assert found(root_cause_stops_at_person, text, "Root cause") == words
    assert found(root_cause_stops_at_person, text) == []


@pytest.mark.parametrize(
    "text",
    [
        *("Nothing", "- n/a", "Everything went well.", "- The team did a great job!", "> Great teamwork 🎉"),
        *("Kudos to the whole team", "- Quick response", "Communication was great", "The team reacted very quickly"),
        "- Good work\n-\n- Well done everyone",
    ],
)
def test_praise_alone_is_empty(text: str) -> None:
    assert len(found(went_well_empty_praise, text, "What went well")) == 1


@pytest.mark.parametrize(
    "text",
    ["- Great job\n- The canary stopped it", "Thanks to the canary", "```\nnothing\n```", "- <what helped>", "-", ""],
)
def test_praise_with_something_in_it_is_not_empty(text: str) -> None:
    assert found(went_well_empty_praise, text, "What went well") == []


@pytest.mark.parametrize(
    "text", ["Nothing", "- n/a.", "None, all went fine", "No improvements needed", "It went well!"]
)
def test_nothing_to_improve_is_missing(text: str) -> None:
    assert len(found(improve_missing, text, "What could improve")) == 1


@pytest.mark.parametrize("text", ["None: it was the drill of March", "- Nothing\n- The alert", "It worked", ""])
def test_something_to_improve_is_not_missing(text: str) -> None:
    assert found(improve_missing, text, "What could improve") == []


def test_a_postmortem_that_is_not_required_need_not_praise_or_improve() -> None:
    front = "---\npostmortem: {status: not required, reason: the same as last week}\n---\n"
    assert found(went_well_empty_praise, "n/a", "What went well", front) == []
    assert found(improve_missing, "n/a", "What could improve", front) == []


def test_a_document_without_these_sections_says_nothing() -> None:
    rules = (*LANGUAGE, root_cause_stops_at_person, went_well_empty_praise, improve_missing)
    assert [list(rule.check(parse(""))) for rule in rules] == [[]] * len(rules)
