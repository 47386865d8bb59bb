"""A whole incident by its commands: what the README shows of it is what they print today."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.demo.picture import draw
from tests.demo.response import STEPS, Shown, respond

PICTURE = Path(__file__).parents[2] / ".github/response.svg"


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> list[Shown]:
    return list(respond(tmp_path_factory.mktemp("response")))


def test_every_command_does_what_it_should(shown: list[Shown]) -> None:
    assert [step.status for step in shown] == [0] * len(STEPS)


def test_the_finished_postmortem_has_no_finding(shown: list[Shown]) -> None:
    assert shown[-1].command == "incident-docs lint"
    assert shown[-1].output == "\x1b[32m1 incident checked, nothing found\x1b[0m\n"


def test_it_is_typed_in_less_than_ninety_seconds() -> None:
    characters_a_second = 5  # as somebody types who does so every day
    assert sum(len(step.command) + 1 for step in STEPS) < 90 * characters_a_second


def test_the_picture_is_of_today(shown: list[Shown]) -> None:
    picture = draw(shown)
    ET.fromstring(picture)
    assert PICTURE.read_text(encoding="utf-8") == picture, "draw it anew: python -m tests.demo"
