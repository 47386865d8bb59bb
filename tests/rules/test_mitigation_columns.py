from incident_docs.rules import mitigation_columns, mitigation_empty
from tests.examples import ACTIVE, running
from tests.rules.support import fixed, messages, section


def test_mitigations_without_their_columns_are_reported_once() -> None:
    heading = "Mitigation Applied"
    assert messages(mitigation_empty, section(heading, "Rolled back.")) == []
    assert messages(mitigation_empty, section(heading, "| Step | Result |\n|---|---|\n| a | b |")) == []
    assert messages(mitigation_columns, section(heading, "| Step | Result |\n|---|---|\n| a | b |")) == [
        "the column Step must be called Action"
    ]


def test_a_table_of_mitigations_is_asked_for_once_there_are_some() -> None:
    base = (
        ACTIVE.replace("status: active", "status: mitigating")
        .replace("🔴 Active", "🟡 Mitigating")
        .replace("services:", "mitigated: 2026-03-04T10:20:00Z\nservices:")
    )
    text = running("#### Mitigation Applied\nRolled back.\n", base)
    assert fixed(text) == running(
        "#### Mitigation Applied\n| Action | Result |\n|--------|--------|\n| <action> | <result> |\n\nRolled back.\n",
        base,
    )
