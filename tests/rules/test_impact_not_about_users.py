import pytest

from incident_docs.rules import impact_not_about_users
from tests.rules.support import messages, section


def found(impact: str, severity: str = "P3") -> list[str]:
    return messages(
        impact_not_about_users, section(f"Severity: {severity}", f"**Impact**: {impact}"), f"severity: {severity}"
    )


@pytest.mark.parametrize(
    "text", ["None.", "Errors, and nobody could pay.", "The CPU of API hosts was at 100 %: slow pages.", ""]
)
def test_an_impact_is_about_users_as_soon_as_it_has_a_word_for_them(text: str) -> None:
    assert found(text) == []


def test_an_impact_names_each_machine_once() -> None:
    [message] = found("Errors on pods, errors on hosts.")
    assert message.startswith("the Impact speaks of Errors, pods, errors and hosts, and of nobody who uses them")
