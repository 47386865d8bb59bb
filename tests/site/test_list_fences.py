"""Which fenced blocks of a page ask for a list, and in which line of its file they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.site.engines.markdown.list_fences import find_list_fences, line_in_source


def found(text: str) -> list[tuple[int, int, str, str]]:
    """The first and last line of each, its indentation, and what stands in it."""
    return [
        (each.first + 1, each.last + 1, each.indent, f"{each.subject}: {' '.join(each.lines)}")
        for each in find_list_fences(text.split("\n"))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```incidents\na: b\n```", [(1, 3, "", "incidents: a: b")]),
        ("x\n```incidents\n```\ny", [(2, 3, "", "incidents: ")]),
        ("~~~~ action-items  \na\nb\n~~~~~", [(1, 4, "", "action-items: a b")]),
        ("  ```incidents\n  a: b\n  ```", [(1, 3, "  ", "incidents:   a: b")]),
        ("```incidents\n```\n```action-items\n```", [(1, 2, "", "incidents: "), (3, 4, "", "action-items: ")]),
        ("- a\n\n    ```incidents\n    ```", [(3, 4, "    ", "incidents: ")]),
        ("1. a\n    ```incidents\n    ```", [(2, 3, "    ", "incidents: ")]),
        ("- a\n  goes on\n\n    ```incidents\n    ```", [(4, 5, "    ", "incidents: ")]),
        ("- a\n  goes on\n    ```incidents\n    ```", [(3, 4, "    ", "incidents: ")]),
        ('!!! note "x"\n    ```incidents\n    ```', [(2, 3, "    ", "incidents: ")]),
        ("??? note\n    - a\n\n        ```incidents\n        ```", [(4, 5, "        ", "incidents: ")]),
        ('=== "Tab"\n\n    text\n\n    ```incidents\n    ```', [(5, 6, "    ", "incidents: ")]),
        ("[^1]:\n    ```incidents\n    ```", [(2, 3, "    ", "incidents: ")]),
        ("Term\n:   Text\n\n    ```incidents\n    ```", [(4, 5, "    ", "incidents: ")]),
    ],
)
def test_a_block_asks_for_a_list(text: str, expected: list[tuple[int, int, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "incidents",
        "```\nincidents\n```",
        "```incident\n```",
        "```incidents x\n```",
        "``incidents\n``",
        "```incidents",
        "```incidents\n``",
        "```incidents\n~~~",
        "```incidents\n``` x",
        "````\n```incidents\n```\n````",
        "~~~\n```incidents\n```\n~~~",
        "<!--\n```incidents\n```\n-->",
        "text\n\n    ```incidents\n    ```",
        "    ```incidents\n    ```",
        "- a\n\ntext\n\n    ```incidents\n    ```",
        "> ```incidents\n> ```",
    ],
)
def test_what_only_shows_such_a_block_or_is_none_stays_as_it_is(text: str) -> None:
    assert found(text) == []


def test_what_nothing_ends_hides_nothing() -> None:
    assert found("```\n```` x\n<!-- \n~~~incidents\n~~~") == [(4, 5, "", "incidents: ")]
    assert found("<!-- x -->\n```incidents\n```") == [(2, 3, "", "incidents: ")]


@pytest.mark.parametrize(
    ("source", "lines", "expected"),
    [
        ("```incidents\na\n```", "```incidents\na\n```", [2]),
        ("---\nx: y\n---\n\n\n```incidents\na\n```\n", "```incidents\na\n```", [7]),
        # An engine has put text in, and taken the tab out.
        ("- a\n\t```incidents\n\ta  \n\t```", "- a\n\n    more\n\n    ```incidents\n    a\n    ```", [3]),
        ("```incidents\na\n```\n\n```incidents\na\n```", "x\n```incidents\na\n```\n\n```incidents\na\n```", [2, 6]),
        # The block came from another file.
        ("x", "x\n```incidents\na\n```", [3]),
        ("```incidents\na\n```", "```incidents\na\n```\n```incidents\na\n```", [2, 5]),
    ],
)
def test_a_block_is_found_again_in_the_file_of_its_page(source: str, lines: str, expected: list[int]) -> None:
    given_lines = lines.split("\n")
    assert [line_in_source(source.split("\n"), given_lines, each) for each in find_list_fences(given_lines)] == expected


_PARTS = st.sampled_from(
    ["```incidents", "```", "~~~", "    ```incidents", "    ```", "- a", "<!--", "-->", "", "x: y"]
)


@given(st.lists(_PARTS | st.text(max_size=8), max_size=12))
def test_blocks_never_overlap_and_stand_in_the_text(lines: list[str]) -> None:
    end = -1
    for fence in find_list_fences(lines):
        assert end < fence.first < fence.last < len(lines)
        assert list(fence.lines) == lines[fence.first + 1 : fence.last]
        end = fence.last
