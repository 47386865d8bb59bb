"""Text fits into a terminal, whatever its characters."""

from hypothesis import given
from hypothesis import strategies as st

from incident_docs.cli.terminal_text import fit, padded, paragraph, table, text_width


def test_wide_characters_and_those_without_width_are_counted() -> None:
    assert [text_width(text) for text in ("abc", "注文", "é", "e\u0301", "🔴", "a\u200db")] == [3, 4, 1, 1, 2, 2]
    assert padded("注文", 6) == "注文  "


def test_what_is_too_wide_is_cut() -> None:
    assert fit("checkout", 8) == "checkout"
    assert fit("checkout down", 9) == "checkout…"
    assert fit("注文注文", 6) == "注文…"


@given(st.text(), st.integers(2, 30))
def test_nothing_is_wider_than_it_may_be(text: str, width: int) -> None:
    assert text_width(fit(text, width)) <= width


def test_a_table_is_aligned() -> None:
    rows = [("注文", "1", "a | b"), ("checkout", "22", "second\x1b[31m line")]
    assert list(table(("Name", "n", "Words"), rows)) == [
        "Name      n   Words",
        "注文      1   a | b",
        "checkout  22  second [31m line",
    ]
    assert list(table(("Name", "n", "Words"), rows, 26))[2] == "checkout  22  second [31m…"


def test_a_paragraph_hangs() -> None:
    assert paragraph("word " * 20, "- ", "  ")[1].startswith("  word")
    assert paragraph("word " * 20, "  ")[1].startswith("  word")
