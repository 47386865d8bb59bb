"""Tables are read as GitHub reads them, but for a pipe in code, which separates nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.document.table import find_table, table_cells


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("| a | b |", [("a", 3), ("b", 7)]),
        ("a | b", [("a", 1), ("b", 5)]),
        ("  | a |b|", [("a", 5), ("b", 8)]),
        ("| a | | c |", [("a", 3), ("", 7), ("c", 9)]),
        ("| `x|y` | b |", [("`x|y`", 3), ("b", 11)]),
        (r"| x \| y | b |", [(r"x \| y", 3), ("b", 12)]),
        (r"| x \\| y |", [(r"x \\", 3), ("y", 9)]),
        ("|", [("", 2)]),
        ("", [("", 1)]),
    ],
)
def test_cells_have_their_place(line: str, expected: list[tuple[str, int]]) -> None:
    assert [(cell.value, cell.column) for cell in table_cells(line, 7)] == expected
    assert {cell.line for cell in table_cells(line, 7)} == {7}


@given(st.text("|ab \\`-:é🟢\t", max_size=40))
def test_a_cell_stands_where_it_says(line: str) -> None:
    for cell in table_cells(line, 1):
        assert line[cell.column - 1 : cell.end_column - 1] == cell.value


def test_a_table_is_found_in_its_block() -> None:
    lines = ["before", "| Time | Event |", "|:-----|------:|", "| 10:00 | a |", "| 10:05 |"]
    found = find_table(lines, 1, 5)
    assert found is not None
    assert found.line == 2
    assert [cell.value for cell in found.headings] == ["Time", "Event"]
    assert [[cell.value for cell in row] for row in found.rows] == [["10:00", "a"], ["10:05"]]


@pytest.mark.parametrize(
    "lines", [["a | b", "---"], ["| a | b |", "|---|---|---|"], ["only text", "- more"], ["|---|"]]
)
def test_other_text_is_no_table(lines: list[str]) -> None:
    assert find_table(lines, 1, len(lines)) is None
