import pytest

from incident_docs.rules import improve_missing
from tests.rules.support import marked, section


@pytest.mark.parametrize(
    "text", ["Nothing", "- n/a.", "None, all went fine", "No improvements needed", "It went well!"]
)
def test_nothing_to_improve_is_missing(text: str) -> None:
    assert len(marked(improve_missing, section("What could improve", text))) == 1


@pytest.mark.parametrize("text", ["None: it was the drill of March", "- Nothing\n- The alert", "It worked", ""])
def test_something_to_improve_is_not_missing(text: str) -> None:
    assert marked(improve_missing, section("What could improve", text)) == []
