import pytest

from incident_docs.rules import Rule, action_no_prevention
from tests.rules.support import messages

TABLE = "#### Action items\n| Action | Owner | Due |\n|---|---|---|\n"


def action(rule: Rule, text: str, front: str = "") -> list[str]:
    return messages(rule, f"{TABLE}| {text} | @ana | 2026-03-20 |", front)


@pytest.mark.parametrize("text", ["Publish a new runbook", "Train the on-call", "Improve the pool dashboard"])
def test_to_tell_does_not_prevent(text: str) -> None:
    assert len(action(action_no_prevention, text)) == 1


@pytest.mark.parametrize(
    "text", ["Add a limit to the pool", "Test the failover each month", "Publish the release by region"]
)
def test_to_limit_prevents(text: str) -> None:
    assert action(action_no_prevention, text) == []
