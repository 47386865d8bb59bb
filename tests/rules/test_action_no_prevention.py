import pytest

from incident_docs.rules import action_no_prevention
from tests.rules.support import actions, messages


def found(action: str, keys: str = "") -> list[str]:
    return messages(action_no_prevention, actions(f"| {action} | @ana | 2026-03-20 |"), keys)


@pytest.mark.parametrize("text", ["Publish a new runbook", "Train the on-call", "Improve the pool dashboard"])
def test_to_tell_does_not_prevent(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text", ["Add a limit to the pool", "Test the failover each month", "Publish the release by region"]
)
def test_to_limit_prevents(text: str) -> None:
    assert found(text) == []
