import pytest

from incident_docs.rules import action_owner
from tests.rules.support import actions, messages


def owner(text: str, front: str = "") -> list[str]:
    return messages(action_owner, actions(f"| Test the load of checkout | {text} | 2026-03-20 |"), front)


@pytest.mark.parametrize(
    "text",
    [
        "@ana",
        "Ana Example",
        "[Ana](https://people.example.net/ana,b)",
        "@example/payments",
        "@ana (with @bo, @cai)",
        "Research and Development",
        "Trust & Safety",
        "Payments / Ledger",
        "Team Payments",
        "ana@example.net",
        "@ana, (on leave)",
    ],
)
def test_one_owner_is_one_owner(text: str) -> None:
    assert owner(text) == []


@pytest.mark.parametrize(
    "text", ["@ana and @bo", "@ana, @bo", "@ana / @bo", "@ana & @bo", "@ana @bo", "Ana, Bo", "Ana; Bo"]
)
def test_several_owners_are_named_in_the_message(text: str) -> None:
    assert owner(text) == [f"{text} are several owners; name the one who answers for it"]


@pytest.mark.parametrize(
    "text", ["-", "?", "tbd", "TBA", "n/a", "None", "nobody", "Unassigned", "<owner>", "not published"]
)
def test_what_names_nobody_is_no_owner(text: str) -> None:
    assert owner(text) == [f"{text} is no owner; name one person or one team, as in @ana"]


@pytest.mark.parametrize(
    "text", ["team", "The team", "our whole team", "everyone", "All", "us", "**all of us**", "someone"]
)
def test_what_names_everybody_is_no_owner(text: str) -> None:
    assert owner(text) == [f"{text} is nobody in particular; name one person or one team, as in @ana"]
