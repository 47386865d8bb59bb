"""What a writer left to be written is told from markup and from what is meant."""

import pytest

from incident_docs.document.text import Text
from incident_docs.reading.placeholders import (
    bracketed_placeholders,
    contains_words,
    is_placeholder,
    placeholders_in,
)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("<service> and TODO and <b>bold</b>", ["<service>", "TODO"]),
        ("TBD, tbd, FIXME! (XXX) Lorem Ipsum", ["TBD", "tbd", "FIXME", "XXX", "Lorem Ipsum"]),
        ("<TODO: ask ana>", ["<TODO: ask ana>"]),
        ("[TODO](TODO) [list](docs/TODO.md)", ["TODO", "TODO"]),
        ("a todo list, TODOs, TODO-list, 5XXX, `TODO` `<x>`", []),
        ("https://example.net/<id>/TODO <https://example.net/TBD> <ana@example.net>", []),
        ("p99 < 2 s and errors > 1 %, or <5 and >3", []),
    ],
)
def test_placeholders_are_known_by_their_form(line: str, found: list[str]) -> None:
    marks = placeholders_in(Text(line, 3, 5))
    assert [mark.value for mark in marks] == found
    assert all(line[mark.column - 5 : mark.end_column - 5] == mark.value and mark.line == 3 for mark in marks)


@pytest.mark.parametrize(
    ("text", "whole"), [("- **<x>**", True), ("TODO: <x>", True), ("TODO: ask", False), ("x", False)]
)
def test_a_text_is_a_placeholder_if_nothing_else_is_said(text: str, whole: bool) -> None:
    assert is_placeholder(text) is whole


def test_placeholders_are_not_markup_and_not_code() -> None:
    text = Text(
        "<event> <br> </b> <https://x.example> <a@b.example> `<code>` <!-- no --> <iframe src='x'> <user/business impact> a < b",
        3,
        5,
    )
    assert bracketed_placeholders(text) == [Text("<event>", 3, 5), Text("<user/business impact>", 3, 95)]
    assert bracketed_placeholders(Text("nothing", 1)) == []


@pytest.mark.parametrize(
    ("text", "words"), [("Not Published", "not published"), ("NICHT VERÖFFENTLICHT", "nicht veröffentlicht")]
)
def test_words_are_found_in_any_case_and_language(text: str, words: str) -> None:
    assert contains_words(f"🟢 {text} 🟢", words)
    assert not contains_words("🟢", words)
