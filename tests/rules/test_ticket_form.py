import pytest

from incident_docs.rules import ticket_form
from tests.rules.support import REPORT, actions, messages

COLUMNS = "Action | Owner | Due | Ticket"


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
    assert messages(ticket_form, actions(f"| Test the load | @ana | 2026-03-20 | {ticket} |", COLUMNS)) == []


def test_a_report_may_be_silent_about_tickets() -> None:
    assert messages(ticket_form, actions("| Test | @ana | x | not published |", COLUMNS), REPORT) == []
    assert messages(ticket_form, actions("| Test | @ana | x |")) == []
