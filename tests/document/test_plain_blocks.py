"""Blocks that are read without a parser are just those that the parser finds."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.commonmark import commonmark_blocks
from incident_docs.document.frontmatter import read_frontmatter
from incident_docs.document.lines import bare_lines
from incident_docs.document.model import Block
from incident_docs.document.plain_blocks import read_plain_blocks
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


def test_the_body_of_an_ordinary_incident_takes_no_parser() -> None:
    bare = bare_lines(BASE)
    end = read_frontmatter(bare).end
    assert read_plain_blocks(bare, end) == list(commonmark_blocks(bare, end))
