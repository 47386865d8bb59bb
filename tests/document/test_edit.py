"""Edits change what they name and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.edit import Edit, Fix, apply_edits, delete_lines, fixes_clash, insert_lines, replace_text
from incident_docs.document.lines import split_lines
from incident_docs.document.text import Text

TEXTS = st.text(st.sampled_from("ab \r\né🟢\u2028"))


@given(TEXTS)
def test_no_edit_changes_nothing(text: str) -> None:
    assert apply_edits(text, []) == text


@given(TEXTS.filter(bool), st.data())
def test_a_replaced_piece_leaves_every_other_character(text: str, data: st.DataObject) -> None:
    split = split_lines(text)
    number = data.draw(st.integers(1, len(split)))
    line = split[number - 1].rstrip("\r\n")
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    before = "".join(split[: number - 1]) + line[:start]
    after = text[len(before) + end - start :]
    assert apply_edits(text, [replace_text(Text(line[start:end], number, start + 1), "XY")]) == f"{before}XY{after}"


@pytest.mark.parametrize(
    ("text", "edits", "expected"),
    [
        ("a\nb\n", [insert_lines(2, "x\ny\n")], "a\nx\ny\nb\n"),
        ("a\r\nb\r\n", [insert_lines(3, "x\n")], "a\r\nb\r\nx\r\n"),
        ("a\nb", [insert_lines(3, "x\n")], "a\nb\nx\n"),
        ("", [insert_lines(1, "x\n")], "x\n"),
        ("a\nb\nc\n", [delete_lines(2, 2)], "a\nc\n"),
        ("a\nb\nc", [delete_lines(2, 3)], "a\n"),
        ("a\n", [insert_lines(1, "z\n"), insert_lines(1, "y\n")], "z\ny\na\n"),
        ("abc\n", [Edit(1, 3, 1, 4, "Z"), Edit(1, 1, 1, 2, "")], "bZ\n"),
    ],
)
def test_whole_lines_come_and_go_with_their_ends(text: str, edits: list[Edit], expected: str) -> None:
    assert apply_edits(text, edits) == expected


def test_fixes_clash_where_they_touch_the_same_place() -> None:
    word = Fix((Edit(1, 3, 1, 6, "x"),))
    assert fixes_clash(word, [Fix((Edit(1, 5, 1, 9, "y"),))])
    assert fixes_clash(word, [Fix((Edit(1, 3, 1, 3, "y"),))])
    assert not fixes_clash(word, [Fix((Edit(1, 6, 1, 9, "y"),)), Fix((Edit(2, 1, 2, 1, "y"),))])
