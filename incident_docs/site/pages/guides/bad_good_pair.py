"""A rule's page to one line that is bad, what is said of it, and what to write instead."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from incident_docs.document.table import table_cells
from incident_docs.lint.rule_docs import Line, RulePage

_NO_WORDS = re.compile(r"#.*|[-|\s]*")


class Contrast(NamedTuple):
    """Both are Markdown on one line."""

    bad: str
    message: str
    good: str


def contrast(page: RulePage) -> Contrast:
    """The first line that is marked, and what is new in the first good example."""
    bad = next(example.lines for example in page.examples if example.is_bad)
    good = next(example.lines for example in page.examples if not example.is_bad)
    marked = next(line for line in bad if line.message)
    known = {_said(line.text) for line in bad}
    return Contrast(_said(marked.text), marked.message, _news(good, known))


def _news(lines: Sequence[Line], known: set[str]) -> str:
    """The first row or paragraph that holds more than what is known."""
    found: list[str] = []
    for text in (line.text for line in lines):
        has_words = not _NO_WORDS.fullmatch(text)
        if found and (text.startswith("|") or not has_words):
            break
        if has_words and _said(text) not in known:
            found.append(_said(text))
    return " ".join(found)


def _said(text: str) -> str:
    """A row's cells, or a line without what makes it a bullet."""
    if text.startswith("|"):
        return " · ".join(cell.value for cell in table_cells(text, 1) if cell.value)
    return text.removeprefix("- ").strip()
