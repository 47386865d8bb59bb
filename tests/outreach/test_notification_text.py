"""What stakeholders are told: nothing unwritten, nothing confidential, no secret."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.parse import parse
from incident_docs.errors import IncidentDocsError
from incident_docs.outreach.notification_text import notification_text, refuse_internal, told_event
from tests import incidents

PATH = "postmortems/x.md"


def _text(impact: str = "Nobody could pay.", update: str = "", **facts: str) -> str:
    return notification_text(parse(incidents.text(facts, impact=impact)), PATH, update)


def test_the_four_lines_say_what_is_known() -> None:
    assert _text() == "Incident: Checkout down\nSeverity: P2\nImpact: Nobody could pay.\nStatus: Resolved\n"


@pytest.mark.parametrize(
    ("status", "word"), [("active", "Investigating"), ("mitigating", "Mitigating"), ("resolved", "Resolved")]
)
def test_the_status_is_told_in_the_words_for_stakeholders(status: str, word: str) -> None:
    assert _text(status=status).splitlines()[3] == f"Status: {word}"


@pytest.mark.parametrize("impact", ["<user/business impact>", "", "TBD", "-", "<!-- later -->", "not published"])
def test_an_impact_that_is_not_written_is_not_yet_known(impact: str) -> None:
    assert _text(impact).splitlines()[2] == "Impact: not yet known"


def test_a_placeholder_in_a_sentence_is_not_yet_known() -> None:
    assert _text("<number> users cannot pay since <time>").splitlines()[2] == (
        "Impact: (not yet known) users cannot pay since (not yet known)"
    )


def test_a_title_and_a_severity_that_are_not_written_are_not_yet_known() -> None:
    assert _text(title="<title>", severity="P9").splitlines()[:2] == [
        "Incident: not yet known",
        "Severity: not yet known",
    ]


def test_confidential_parts_and_comments_are_left_out() -> None:
    impact = "Nobody could pay.<!-- internal --> We lost the ledger.<!-- /internal --><!-- ask Ana -->\nIt is slow."
    assert _text(impact).splitlines()[2] == "Impact: Nobody could pay. It is slow."


def test_a_mark_that_marks_nothing_stops_it() -> None:
    with pytest.raises(IncidentDocsError, match="this internal part never ends"):
        _text("Nobody could pay.<!-- internal --> We lost the ledger.")


def test_an_update_is_a_fifth_line() -> None:
    assert _text(update="Rolling\n back\x1b[31m now\u202e").splitlines()[4] == "Update: Rolling back [31m now"


@pytest.mark.parametrize(
    ("impact", "update", "title", "message"),
    [
        (
            "See https://hooks.slack.com/services/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",
            "",
            "x",
            f"{PATH}: the impact has what looks like a Slack token or webhook; take it out, then notify",
        ),
        (
            "Slow",
            "token ghp_aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5",
            "x",
            "the update has what looks like a GitHub token; take it out, then notify",
        ),
        (
            "Slow",
            "",
            "Log in with ana.diaz@bigmail.org",
            f"{PATH}: the title has what looks like an e-mail address; take it out, then notify",
        ),
        (
            "Slow, see https://grafana.example.org/d/1?auth_token=abc",
            "",
            "x",
            f"{PATH}: the impact has what looks like an address that lets its readers in; take it out, then notify",
        ),
    ],
)
def test_a_text_with_a_secret_is_refused(impact: str, update: str, title: str, message: str) -> None:
    with pytest.raises(IncidentDocsError) as error:
        _text(impact, update, title=title)
    assert str(error.value) == message


@given(st.text(), st.text())
def test_whatever_is_written_each_part_is_one_line(impact: str, update: str) -> None:
    try:
        lines = _text(impact, update)
    except IncidentDocsError:
        return
    assert len(lines.splitlines()) == (5 if update else 4)
    assert all(unicodedata.category(char) != "Cc" for char in lines.replace("\n", ""))


@pytest.mark.parametrize("status", ["asleep", "[", ""])
def test_without_a_status_there_is_no_notification(status: str) -> None:
    with pytest.raises(IncidentDocsError) as error:
        _text(status=status or "~")
    assert str(error.value) == (
        f"{PATH}: its status cannot be read, and a notification tells it; incident-docs lint says more"
    )


def test_an_internal_incident_is_refused() -> None:
    refuse_internal(parse(incidents.text()), PATH)
    with pytest.raises(IncidentDocsError) as error:
        refuse_internal(parse(incidents.text({"audience": "internal"})), PATH)
    assert str(error.value) == f"{PATH} is internal, so nothing of it is sent; without --send, the lines are printed"


def test_the_row_says_who_was_told_what() -> None:
    document = parse(incidents.text())
    assert told_event(["incidents"], document) == "Notified incidents: Resolved"
    assert told_event(["incidents", "status"], document, "All  is\nwell") == (
        "Notified incidents and status: Resolved. All is well"
    )
