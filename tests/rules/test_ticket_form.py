import pytest

from incident_docs.document.parse import parse
from incident_docs.rules import ticket_form
from tests.examples import weave
from tests.rules.support import messages, section

COLUMNS = "| Action | Owner | Due | Ticket |\n|---|---|---|---|\n"


@pytest.mark.parametrize(
    "ticket",
    [
        "[pay](https://tracker.example.net/1)",
        "https://tracker.example.net/1",
        "<https://tracker.example.net/1>",
        "PAY-12",
        "pay-12, PAY-13",
        "Jira: `PAY-12`",
        "#12",
        "example/shop#12",
        "!7",
        "INC0012345",
        "",
        "-",
        "n/a",
        "None needed",
        "<ticket>",
    ],
)
def test_a_ticket_can_be_looked_up_or_is_not_there(ticket: str) -> None:
    assert (
        messages(ticket_form, section("Action items", f"{COLUMNS}| Test the load | @ana | 2026-03-20 | {ticket} |"))
        == []
    )


def test_a_report_may_be_silent_about_tickets() -> None:
    body = f"---\nsources: [https://status.example.net/1]\n---\n\n#### Action items\n{COLUMNS}| Test | @ana | x | not published |"
    assert list(ticket_form.check(parse(weave(body)))) == []
    assert (
        messages(ticket_form, section("Action items", "| Action | Owner | Due |\n|---|---|---|\n| Test | @ana | x |"))
        == []
    )
