"""Frontmatter that is read without YAML is just what YAML reads."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.frontmatter import read_frontmatter
from incident_docs.document.lines import bare_lines
from incident_docs.document.plain_values import read_plain_values
from incident_docs.document.text import Text
from incident_docs.document.yaml_values import read_yaml_values
from tests.examples import BASE

VALUES = [
    *(
        "text",
        "a b",
        "a: b",
        "a:",
        "a #b",
        "a#b",
        "#b",
        "x ",
        "yes",
        "No",
        "on it",
        "null",
        "~",
        "y",
        "é",
        "🟢 x",
        "x\u2028y",
        "x\ty",
    ),
    *(
        "2026-03-04T09:50:00Z",
        "~2026-03-04T09:50+01:00",
        "2026-03-04",
        "2026-03-04T09:50",
        "3",
        "1.5",
        "e5",
        ".inf",
        "O_o",
    ),
    *(
        "[a, b]",
        "[a]",
        "[]",
        "[on, a]",
        "[a b, c.d/e-f]",
        "[a,b]",
        "[ a ]",
        "[2026-01-02-a, b]",
        "[2026-01-02]",
        "[1, a]",
        "[a: b]",
    ),
    *(
        '"a"',
        "'a'",
        "it's",
        "{a: b}",
        "| ",
        ">",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "`a",
        "- a",
        "a - b",
        "a, b]",
        "<<",
        "=",
    ),
]
KEYS = ["title", "on", "a-b", "a_b", "y", "A", "a b", "a-", "1"]


def _is_read_as_by_yaml(pieces: Iterable[str]) -> bool:
    inside = list(pieces)
    values = read_plain_values(inside, first=2)
    if values is None:
        return True
    found = read_yaml_values(inside, len(inside) + 2, None)
    keys = {key: Text(key, value.line) for key, value in values.items()}
    return (found.values, found.keys, found.duplicates, found.problem) == (values, keys, (), None)


@given(
    st.lists(
        st.builds("{}: {}".format, st.sampled_from(KEYS), st.sampled_from(VALUES) | st.text(min_size=1, max_size=5))
        | st.sampled_from(["", "# c", "title:", "  b: c", "- a", "..."]),
        max_size=4,
    )
)
def test_values_that_are_told_at_a_glance_are_those_of_yaml(pieces: list[str]) -> None:
    assert _is_read_as_by_yaml(pieces)


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("key", KEYS)
def test_so_is_each_value_by_itself(key: str, value: str) -> None:
    assert _is_read_as_by_yaml([f"{key}: {value}"])


def test_the_frontmatter_of_an_ordinary_incident_takes_no_yaml() -> None:
    bare = bare_lines(BASE)
    end = read_frontmatter(bare).end
    assert _is_read_as_by_yaml(bare[1 : end - 1])
    assert read_plain_values(bare[1 : end - 1], first=2) is not None


def test_a_key_that_stands_twice_takes_yaml_to_tell() -> None:
    assert read_plain_values(["a: b", "a: c"], first=2) is None
