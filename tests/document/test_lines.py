"""Text splits into lines as markdown-it counts them, and nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from incident_docs.document.lines import bare_lines, line_and_column, line_starts, split_lines

TEXTS = st.text(st.sampled_from("ab \r\n\x0b\x0c\x1c\x85\u2028\u2029é🟢"))


@given(TEXTS)
def test_joined_lines_give_the_text_back(text: str) -> None:
    assert "".join(split_lines(text)) == text


@given(TEXTS)
def test_bare_lines_are_the_lines_without_their_ends(text: str) -> None:
    assert bare_lines(text) == [line.rstrip("\r\n") for line in split_lines(text)]


@given(TEXTS)
def test_a_line_counts_as_the_parser_counts_it(text: str) -> None:
    fences = MarkdownIt("commonmark").parse(f"{text}\n\n```\nx\n```\n")
    assert fences[-1].map is not None
    opening = bare_lines(f"{text}\n\n```\nx\n```\n")[fences[-1].map[0]]
    assert opening == "```"


@given(TEXTS.filter(bool), st.data())
def test_an_offset_has_a_line_and_a_column(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text) - 1))
    split = split_lines(text)
    line, column = line_and_column(line_starts(split), offset)
    assert split[line - 1][column - 1] == text[offset]
