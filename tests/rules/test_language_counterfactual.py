import pytest

from incident_docs.rules import language_counterfactual
from tests.rules.support import marked, section


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It could not have been stopped by the canary.", ["could not have been stopped"]),
        ("We could've seen it.", ["could've seen"]),
        ("If only the alert had fired.", ["If only"]),
        ("Three things could have caused it, and something could have gone wrong.", []),
        ("It could have been a bug. A row could have two states.", []),
        ("It would have to wait.", []),
    ],
)
def test_what_did_not_happen(text: str, words: list[str]) -> None:
    assert marked(language_counterfactual, section("What happened", text)) == words
