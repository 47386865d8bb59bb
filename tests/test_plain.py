"""What is read without a parser: just what the parser would have read."""

from collections.abc import Iterable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.commonmark import commonmark_blocks
from incident_docs.document.frontmatter import read_frontmatter
from incident_docs.document.lines import bare_lines
from incident_docs.document.model import Block
from incident_docs.document.plain_blocks import read_plain_blocks
from incident_docs.document.plain_values import read_plain_values
from incident_docs.document.text import Text
from incident_docs.document.yaml_values import read_yaml_values
from tests.examples import BASE

BODY_LINES = [
    *(
        "",
        "",
        "text",
        "**b** c",
        "*a*",
        "`a` b",
        "~5",
        "_a_ b",
        "#12 was closed",
        "10:05 UTC",
        "2019.",
        "2019. a",
        "| a | b |",
    ),
    *("- a", "- b", "* c", "- ", "-", "1. a", "2. b", "10. c", "1) d", "- - a", "- `c`", "- <b>", "- # h"),
    *("  more", "    more", "  - nested", " - a", "   2. b", "\tmore", "  1. x", "  <b>"),
    *("# h", "### Title: x", "## a #", "#", "# ", " # h", "####### h", "---", "***", "___", "- - -", "--- "),
    *(
        "```",
        "```sh",
        "``` a`b",
        "````",
        "~~~",
        " ```",
        "    ```",
        "```  ",
        "<!-- c -->",
        "<!--",
        "-->",
        "<div>",
        "</div>",
    ),
    *(
        "> q",
        "+ a",
        "    code",
        "  ",
        "\x0c",
        "\x0ca",
        "\u2028",
        "\xa0a",
        "# \x0c",
        "# a\x00",
        "🟢 x",
        "= a",
        "[a]: /b",
        "\\# a",
    ),
]
ODD = st.text(alphabet="-*_`~#<>!1.) \tab|+", max_size=7)
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# a\n\ntext\n more\n2019. And on.\n---", [("heading", 1, 1, "a"), ("paragraph", 3, 5, ""), ("hr", 6, 6, "")]),
        ("- a\n  more\nlazy\n  - deep\n\n- b\n\n\ntext", [("bullet_list", 1, 8, ""), ("paragraph", 9, 9, "")]),
        (
            "* a\n- b\n1. c\n2. d\n\n",
            [("bullet_list", 1, 1, ""), ("bullet_list", 2, 2, ""), ("ordered_list", 3, 5, "")],
        ),
        ("~~~ sh\n# a\n```\n~~~~\n<!-- a\n\n-->\n", [("fence", 1, 4, ""), ("html_block", 5, 7, "")]),
        ("> a", None),
        ("<div>", None),
        ("2. a", None),
        ("- <b>", None),
        ("- a\n  > b", None),
        ("- a\n\n  b", None),
        ("```\na", None),
        ("```\na\n    ```\n```", None),
        ("```\n    ```\n```\na\n```", None),
        ("- a\n\n - b", None),
        ("<!-- a", None),
    ],
)
def test_blocks_are_told_by_their_first_characters_or_not_at_all(
    text: str, expected: list[tuple[str, int, int, str]] | None
) -> None:
    blocks = read_plain_blocks(bare_lines(text), 0)
    assert blocks == (None if expected is None else [Block(*block) for block in expected])


def test_two_lines_are_told_as_by_the_parser() -> None:
    for pieces in map(list, product(BODY_LINES, repeat=2)):
        assert read_plain_blocks(pieces, 0) in (None, list(commonmark_blocks(pieces, 0)))


@given(st.lists(st.sampled_from(BODY_LINES) | ODD, max_size=10), st.integers(0, 2))
def test_blocks_that_are_told_at_a_glance_are_those_of_the_parser(pieces: list[str], skip: int) -> None:
    found = read_plain_blocks(pieces, skip)
    assert found is None or found == list(commonmark_blocks(pieces, skip))


PLAIN_LINES = [line for line in BODY_LINES if read_plain_blocks([line], 0) is not None]


@given(st.lists(st.sampled_from([*PLAIN_LINES, "  more", " - a", "  - nested", "2. b", "   2. b"]), max_size=12))
def test_so_are_those_of_lines_that_are_plain_by_themselves(pieces: list[str]) -> None:
    found = read_plain_blocks(pieces, 0)
    assert found is None or found == list(commonmark_blocks(pieces, 0))


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


def test_an_ordinary_incident_takes_no_parser() -> None:
    bare = bare_lines(BASE)
    front = read_frontmatter(bare)
    assert read_plain_values(bare[1 : front.end - 1], first=2) == front.values
    assert read_plain_blocks(bare, front.end) == list(commonmark_blocks(bare, front.end))


def test_a_key_that_stands_twice_takes_yaml_to_tell() -> None:
    assert read_plain_values(["a: b", "a: c"], first=2) is None
