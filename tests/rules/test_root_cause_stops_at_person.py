import pytest

from incident_docs.rules import root_cause_stops_at_person
from tests.rules.support import marked, section


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was operator error.", ["operator error"]),
        ("It was a mistake by the on-call engineer.", ["mistake by the on-call engineer"]),
        ("@ana mistyped the host.", ["@ana mistyped"]),
        ("Somebody had forgotten to renew it.", ["Somebody had forgotten"]),
        ("The release engineer made a small typo.", ["The release engineer made a small typo"]),
        ("It was not human error. Human error is no cause; one may call it human error.", []),
        ("The deploy accidentally removed the index, by a mistake of the compiler.", []),
        (f"An engineer accidentally deleted it. {'It asked for nothing. ' * 8}", []),
    ],
)
def test_where_a_root_cause_stops(text: str, words: list[str]) -> None:
    assert marked(root_cause_stops_at_person, section("Root cause", text)) == words
    assert marked(root_cause_stops_at_person, section("What happened", text)) == []
