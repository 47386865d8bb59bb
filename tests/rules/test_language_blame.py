import pytest

from incident_docs.rules import language_blame
from tests.rules.support import marked, section


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("That was reckless, negligent and stupid.", ["reckless", "negligent", "stupid"]),
        ("@cai ignored the page.", ["@cai ignored"]),
        ("Yesterday Bo failed to look.", ["Bo failed to"]),
        ("Example really messed up.", ["Example really messed up"]),
        ("The team was at fault.", ["The team was at fault"]),
        ("It was @cai's fault, or the engineers' fault.", ["@cai's fault", "the engineers' fault"]),
        ("The fault of our database team.", ["The fault of our database team"]),
        ("Terraform failed to apply, and Checkout ignored the flag.", []),
        ("The router was at fault. A fault of the disk was ruled out.", []),
        ("It was not the fault of the team. Nobody is to blame.", []),
        ("The loss was negligible; the dialog is idiot-proof.", []),
    ],
)
def test_blame_falls_on_people(text: str, words: list[str]) -> None:
    assert marked(language_blame, section("What happened", text), "authors: [Bo Example]") == words
