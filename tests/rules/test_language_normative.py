import pytest

from incident_docs.document.parse import parse
from incident_docs.rules import language_normative
from tests.examples import weave
from tests.rules.support import marked, section


def test_apostrophes_open_no_quotation() -> None:
    text = "The engineers' notes say it's over; we should have tested the hosts' names."
    assert marked(language_normative, section("What happened", text)) == ["we should have tested"]


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    assert marked(
        language_normative, section("What happened", 'She wrote: "done.\n\nWe should have tested.\n\nThat was "it.')
    ) == ["We should have tested"]


def test_what_runs_over_lines_is_shown_where_it_begins() -> None:
    document = parse(weave("#### What happened\nHere the team\nshould have tested.\n"))
    [finding] = language_normative.check(document)
    assert finding.message.startswith('"the team should have tested" judges')
    assert document.lines[finding.line - 1][finding.column - 1 :] == "the team"


def test_the_timeline_and_both_root_causes_are_read_and_the_lessons_are_not() -> None:
    text = "We should have tested."
    row = f"| Time | Event |\n|---|---|\n| 09:50 | {text} |\n| 09:56 | Paged |"
    assert marked(language_normative, section("Timeline", row)) == ["We should have tested"]
    assert marked(language_normative, section("Root Cause", text)) == ["We should have tested"]
    assert marked(language_normative, section("Root cause", text)) == ["We should have tested"]
    assert marked(language_normative, section("What could improve", f"- {text}")) == []


def test_two_rows_of_the_timeline_make_no_sentence() -> None:
    rows = "| Time | Event |\n|---|---|\n| 09:50 | The page reaches the engineer |\n| 09:56 | failed to notice |"
    assert marked(language_normative, section("Timeline", rows)) == []


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
    assert marked(language_normative, section("What happened", text)) == words
