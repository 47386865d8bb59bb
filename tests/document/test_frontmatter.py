"""The frontmatter: where it ends, what it holds and where, and what is wrong with it."""

import frontmatter as other_reader
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import meta

from incident_docs.document.frontmatter import read_frontmatter
from incident_docs.document.frontmatter_model import Frontmatter, FrontmatterFault, FrontmatterProblem, Value
from incident_docs.document.lines import bare_lines
from incident_docs.document.text import Text


def read(text: str) -> Frontmatter:
    return read_frontmatter(bare_lines(text))


def test_every_value_has_its_place() -> None:
    found = read(
        "---\n\n# why\ntitle: é x\nservices: [a,\n  b]\npostmortem: {status: draft}\nn: 3\nt: 2026-03-04T14:02:00Z\n---\nbody"
    )
    assert found.end == 10
    assert found.values == {
        "title": Value("é x", 4, 8, 11),
        "services": Value([Value("a", 5, 12, 13), Value("b", 6, 3, 4)], 5, 11, None),
        "postmortem": Value({"status": Value("draft", 7, 22, 27)}, 7, 13, 28),
        "n": Value(3, 8, 4, 5),
        "t": Value("2026-03-04T14:02:00Z", 9, 4, 24),
    }
    assert found.keys["services"] == Text("services", 5, 1)
    assert found.problem is None


def test_of_a_key_that_stands_twice_the_first_counts_and_both_are_named() -> None:
    found = read("---\na: 1\nb: 2\na: 3\n---\n")
    assert found.values["a"].data == 1
    assert found.duplicates == ((Text("a", 4, 1), Text("a", 2, 1)),)


def test_lines_that_only_yaml_counts_move_no_position() -> None:
    assert read('---\na: "x\u2028y"\nb: z\n---\n').values["b"] == Value("z", 3, 4, 5)


@pytest.mark.parametrize(
    ("text", "fault", "line", "column", "message"),
    [
        ("", FrontmatterFault.MISSING, 1, 1, "there is no frontmatter; the first line must be ---"),
        ("# Title\n", FrontmatterFault.MISSING, 1, 1, "there is no frontmatter; the first line must be ---"),
        (
            "---\na: 1\n",
            FrontmatterFault.UNCLOSED,
            1,
            1,
            "the frontmatter is not closed; put a line --- after its last key",
        ),
        (
            "---\na: 1\n----\n",
            FrontmatterFault.READERS_DISAGREE,
            3,
            1,
            "the frontmatter is closed with ----, which readers disagree on; write ---",
        ),
        (
            "---\na: 1\n...\n",
            FrontmatterFault.READERS_DISAGREE,
            3,
            1,
            "the frontmatter is closed with ..., which readers disagree on; write ---",
        ),
        (
            "\ufeff---\na: 1\n---\n",
            FrontmatterFault.READERS_DISAGREE,
            1,
            1,
            "a byte-order mark hides the frontmatter from some readers; save the file as UTF-8 without it",
        ),
        (
            "---\ntitle: a: b\n---\n",
            FrontmatterFault.SYNTAX,
            2,
            9,
            "mapping values are not allowed in this context; a text that holds a colon and a space must stand in quotes",
        ),
        (
            "---\na:\n\t- b\n---\n",
            FrontmatterFault.SYNTAX,
            3,
            1,
            "found character that cannot start any token; use spaces, not tabs, and put texts that begin with a special character in quotes",
        ),
        (
            "---\na: [b\nc: d\n---\n",
            FrontmatterFault.SYNTAX,
            3,
            2,
            "did not find expected ',' or ']'; look for a missing quote, bracket, colon or space in the lines above",
        ),
        (
            "---\n- a\n---\n",
            FrontmatterFault.SYNTAX,
            2,
            1,
            "the frontmatter is a list; it must be keys with values, as in title: ...",
        ),
        (
            "---\nword\n---\n",
            FrontmatterFault.SYNTAX,
            2,
            1,
            "the frontmatter is a text; it must be keys with values, as in title: ...",
        ),
        ("---\n[a]: b\n---\n", FrontmatterFault.SYNTAX, 2, 1, "a key must be a word, not a list or a mapping"),
        (
            "---\na: &a [*a]\n---\n",
            FrontmatterFault.SYNTAX,
            2,
            4,
            "the values are nested too deeply, or an alias holds itself",
        ),
        ("---\na: !x b\n---\n", FrontmatterFault.SYNTAX, 2, 4, "'b' cannot be read as !x; put it in quotes"),
        ("---\na: 'b\n---\n", FrontmatterFault.SYNTAX, 2, 6, "found unexpected end of stream"),
        ("---\na: *b\n---\n", FrontmatterFault.SYNTAX, 2, 4, "found undefined alias"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    text: str, fault: FrontmatterFault, line: int, column: int, message: str
) -> None:
    assert read(text).problem == FrontmatterProblem(fault, line, column, message)


def test_a_block_closed_in_another_way_is_read_all_the_same() -> None:
    for text in ("---\na: 1\n----\n", "---\na: 1\n...\n", "\ufeff---\na: 1\n---\n"):
        assert read(text).values["a"].data == 1


def test_an_alias_is_read_once_however_often_it_is_named() -> None:
    nested = "\n".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]" for n in range(1, 15))
    assert len(read(f"---\nk0: &k0 [x]\n{nested}\n---\n").values) == 15


def test_an_empty_value_is_empty() -> None:
    values = read("---\na:\nb: ''\nc: []\nd: {}\ne: x\nf: 0\n---\n").values
    assert {key: value.is_empty for key, value in values.items()} == {
        "a": True,
        "b": True,
        "c": True,
        "d": True,
        "e": False,
        "f": False,
    }
    assert values["e"].place == (6, 4, 5)


@given(st.lists(st.sampled_from(["---", "----", "...", "a: 1", "b: x", "", "--- ", "text", "- c"]), max_size=8))
def test_a_block_without_a_problem_is_read_alike_by_python_frontmatter_and_mkdocs(parts: list[str]) -> None:
    text = "\n".join(parts) + "\n"
    found = read(text)
    if found.problem is None and not found.duplicates and found.values:
        body = "\n".join(bare_lines(text)[found.end :]).strip()
        post = other_reader.loads(text)
        mkdocs_body, mkdocs_data = meta.get_data(text)
        ours = {key: value.data for key, value in found.values.items()}
        assert (post.metadata, post.content) == (ours, body)
        assert (mkdocs_data, mkdocs_body.strip()) == (ours, body)
