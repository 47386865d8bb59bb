"""Paragraphs fit into a terminal, whatever their characters."""

import pytest

from incident_docs.cli.paragraphs import paragraph


def test_a_paragraph_hangs() -> None:
    first, second = paragraph("word " * 20, "- ", "  ")
    assert first == f"- {' '.join(['word'] * 15)}"
    assert second == f"  {' '.join(['word'] * 5)}"
    assert paragraph("word " * 20, "  ")[1] == f"  {' '.join(['word'] * 5)}"


def test_wide_characters_are_counted_and_control_characters_are_not_shown() -> None:
    assert [len(line) for line in paragraph("\u6ce8\u6587 " * 20)] == [47, 11]
    assert paragraph("red \x1b[31m and \u202eturned") == ["red [31m and turned"]
    assert paragraph("", "  ") == ["  "]


def test_a_wide_terminal_has_no_longer_lines_than_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "300")
    assert len(paragraph("word " * 40)[0]) == 99
    monkeypatch.setenv("COLUMNS", "40")
    assert len(paragraph("word " * 40)[0]) == 39
