"""Any text can be written in a cell, and nothing but that cell holds it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.table import table_cells
from incident_docs.edits.cell_text import cell_text
from incident_docs.reading.prose import without_comments
from tests.edits.styles import HOSTILE


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("  errors \n stop\t", "errors stop"),
        ("a|b", r"a\|b"),
        (r"grep 'a\|b'", r"grep 'a\\\|b'"),
        ("`a|b` and ``c`d``", r"`a\|b` and ``c`d``"),
        ("a ` b", "a &#96; b"),
        ("see <!-- internal -->", "see &lt;!-- internal --&gt;"),
        ("\x1b[1mred\x1b[0m\0\u2028", "[1mred [0m"),
        ("\udce9", "\ufffd"),
        ("", ""),
    ],
)
def test_what_a_cell_cannot_hold_is_written_otherwise(text: str, written: str) -> None:
    assert cell_text(text) == written


@given(st.lists(HOSTILE | st.text(), min_size=2, max_size=4))
def test_cells_of_any_texts_stay_apart(texts: list[str]) -> None:
    cells = [cell_text(text) for text in texts]
    row = f"| {' | '.join(cells)} |"
    assert [cell.value for cell in table_cells(row, 1)] == cells
    assert without_comments(row) == row
    assert row.isprintable() or not any(char in row for char in "\n\r\0\x1b\u2028\x85")
