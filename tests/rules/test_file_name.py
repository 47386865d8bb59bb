from pathlib import PurePath

import pytest

from incident_docs.document.parse import parse
from incident_docs.rules import file_name
from tests.examples import BASE


def says(path: str, text: str = BASE) -> list[tuple[int, int, str]]:
    return [(found.line, found.column, found.message) for found in file_name.check(parse(text, path))]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("Checkout Errors.md", "2026-03-04-checkout-errors.md"),
        ("2026/2026-03-04_Checkout_Errors.md", "2026-03-04-checkout-errors.md"),
        ("2026-13-40-checkout.md", "2026-03-04-checkout.md"),
        ("2026-03-04.md", "2026-03-04-incident.md"),
    ],
)
def test_a_name_that_is_no_id_is_offered_one(path: str, name: str) -> None:
    assert says(path) == [(1, 1, f"the file name {PurePath(path).stem} is no id; name it {name}")]


def test_without_a_start_the_day_is_that_of_the_name_or_left_open() -> None:
    text = BASE.replace("started:", "begun:")
    assert says("2026-03-05 checkout.md", text) == [
        (1, 1, "the file name 2026-03-05 checkout is no id; name it 2026-03-05-checkout.md")
    ]
    assert says("checkout.md", text) == [
        (1, 1, "the file name checkout is no id; name it <day it started>-checkout.md")
    ]


def test_the_day_must_be_that_of_the_start() -> None:
    message = (
        "the incident started on 2026-03-04 in UTC, but the file name says 2026-03-05; "
        "name it 2026-03-04-checkout.md, or correct started"
    )
    assert says("2026-03-05-checkout.md") == [(5, 10, message)]


def test_a_text_without_a_path_and_a_start_that_cannot_be_read_are_not_judged() -> None:
    assert says("") == []
    assert says("2026-03-05-checkout.md", BASE.replace("started:", "begun:")) == []
    assert says("2026-03-05-checkout.md", BASE.replace("services:", "timezone: Mars\nservices:")) == []
