import pytest

from incident_docs.rules import went_well_empty_praise
from tests.rules.support import marked, section


@pytest.mark.parametrize(
    "text",
    [
        *("Nothing", "- n/a", "Everything went well.", "- The team did a great job!", "> Great teamwork 🎉"),
        *("Kudos to the whole team", "- Quick response", "Communication was great", "The team reacted very quickly"),
        "- Good work\n-\n- Well done everyone",
    ],
)
def test_praise_alone_is_empty(text: str) -> None:
    assert len(marked(went_well_empty_praise, section("What went well", text))) == 1


@pytest.mark.parametrize(
    "text",
    ["- Great job\n- The canary stopped it", "Thanks to the canary", "```\nnothing\n```", "- <what helped>", "-", ""],
)
def test_praise_with_something_in_it_is_not_empty(text: str) -> None:
    assert marked(went_well_empty_praise, section("What went well", text)) == []
