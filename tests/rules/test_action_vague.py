import pytest

from incident_docs.rules import action_vague
from tests.rules.support import REPORT, actions, messages


def found(action: str, keys: str = "") -> list[str]:
    return messages(action_vague, actions(f"| {action} | @ana | 2026-03-20 |"), keys)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        *(("Be careful", "Be careful"), ("Pay more attention to alerts", "Pay more attention")),
        *(("Try to reproduce the crash", "Try to"), ("Don't forget the alerts", "Don't forget")),
        *(("Look into it", "Look into it"), ("Improve the monitoring.", "Improve the monitoring")),
        *(("**Add tests**", "Add tests"), ("[T-7](https://t.example.net/7)", "T-7")),
        *(("We should add an alert", "We"), ("Deployment of a second pool", "Deployment")),
        ("Post-deployment checks on every host", "Post-deployment"),
    ],
)
def test_a_vague_action_is_quoted(text: str, words: str) -> None:
    [message] = found(text)
    assert message.startswith(f'"{words}" ')


@pytest.mark.parametrize(
    "text",
    [
        *("Try the new driver in staging", "Take a snapshot before each deploy", "Fix the bug in the pool"),
        *("Re-partition the index by region", "Instrument the pool of checkout", "Witness the next failover"),
        *("[ ] Add an alert on pool use", "[infra] Add an alert on pool use", "Short term: raise the limit to 200"),
        *("Audit the other tools (under way)", "`max_connections` to 200 on all hosts", "3 replicas for the database"),
        *("监控连接池", "<action>", "Ask <whom> to do it", "-"),
    ],
)
def test_what_may_begin_with_a_verb_is_not_vague(text: str) -> None:
    assert found(text) == []


def test_an_action_that_was_not_published_is_not_vague() -> None:
    assert found("not published", REPORT) == []
