from incident_docs.rules import frontmatter_status_contradiction
from tests.rules.support import messages


def test_a_contradiction_is_reported_once_and_only_of_times_that_can_be_read() -> None:
    rule = frontmatter_status_contradiction
    both = "mitigated: 2026-03-04T10:20:00Z\nresolved: 2026-03-04T10:58:00Z"
    advice = "write status: resolved, or remove the time"
    assert messages(rule, "", f"status: active\n{both}") == [
        f"resolved is 2026-03-04T10:58:00Z, but the status is active; {advice}"
    ]
    assert messages(rule, "", "status: active\nmitigated: soon\nresolved: tomorrow") == []
    assert messages(rule, "", f"status: over\n{both}") == []


def test_an_impact_may_end_while_its_cause_is_still_looked_for() -> None:
    front = "status: active\nresolved:"
    assert messages(frontmatter_status_contradiction, "", front) == []
    table = "#### Mitigation Applied\n| Action | Result |\n|---|---|\n| <action> | <outcome> |"
    assert len(messages(frontmatter_status_contradiction, table, front)) == 1
