"""Tables at a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_docs.cli.text_table import cut, shown_width, table_rows


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("支付", 4), ("e\N{COMBINING ACUTE ACCENT}", 1), ("🔴", 2), ("a\u200db", 2), ("é", 1)],
)
def test_a_character_takes_the_columns_that_a_terminal_gives_it(text: str, width: int) -> None:
    assert shown_width(text) == width


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("a bcd", 3, "a…"),
        ("支付失败", 4, "支…"),
        ("支付失败", 5, "支付…"),
        ("ab", 1, "…"),
    ],
)
def test_what_is_too_wide_is_cut(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


@given(
    st.lists(st.tuples(st.text(max_size=60), st.text(max_size=4), st.text(max_size=90)), min_size=1),
    st.integers(60, 200),
)
def test_rows_fit_and_their_columns_stand_below_each_other(rows: list[tuple[str, ...]], width: int) -> None:
    laid_out = list(table_rows(rows, width))
    assert len({tuple(shown_width(cell) for cell in cells[:-1]) for cells in laid_out}) == 1
    assert all(shown_width("".join(cells)) <= width for cells in laid_out)


@given(st.lists(st.tuples(st.text(), st.text(), st.text()), min_size=1))
def test_a_pipe_gets_every_word(rows: list[tuple[str, ...]]) -> None:
    for row, cells in zip(rows, table_rows(rows, None), strict=True):
        assert [cell.rstrip() for cell in row] == [cell.rstrip() for cell in cells]
