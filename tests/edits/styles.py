"""Documents in many styles, and what must hold of every edit of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from hypothesis import strategies as st

from incident_docs.document.edit import Edit, apply_edits
from incident_docs.document.finding import Finding
from incident_docs.document.model import Document
from incident_docs.document.parse import parse
from incident_docs.lint.lint_text import lint_text as lint
from tests.examples import ACTIVE, BASE, PATH

Make = Callable[[Document], Iterable[Edit]]

PUBLISHED = [path.read_text(encoding="utf-8") for path in sorted(Path("postmortems").glob("2*.md"))]
CLEAN = [BASE, ACTIVE, *PUBLISHED]
"""Documents without a finding."""


def with_extra_columns(text: str) -> str:
    """An author's own columns before and behind those of the format, in each table."""
    return "\n".join(_with_cells(line) if line.startswith("|") else line for line in text.split("\n"))


def _with_cells(row: str) -> str:
    if set(row) <= set("|- "):
        return f"|----{row}----|"
    is_heading = not any(char.isdigit() for char in row)
    return f"| Id {row} By |" if is_heading else f"| i {row} b |"


def without_closing_pipes(text: str) -> str:
    return "\n".join(line.rstrip("| ") if line.startswith("|") else line for line in text.split("\n"))


def with_odd_spacing(text: str) -> str:
    """Tabs and spaces around pipes and behind lines, and comments and spaces in the frontmatter."""
    front, close, body = text.partition("\n---\n")
    front = (
        front.replace(": ", ":   ").replace("\nstarted", "\n# the start\nstarted").replace("\nservices", "\n\nservices")
    )
    lines = [f"  {line.replace(' |', f'{chr(9)} |')} " if line.startswith("|") else line for line in body.split("\n")]
    return front + close + "\n".join(lines)


def with_extra_sections(text: str) -> str:
    return f"{text.rstrip()}\n\n#### Notes of our own\n| a | b |\n|---|---|\n| 1 | 2 |\n\n#### Thanks\nTo all.\n"


def with_windows_ends(text: str) -> str:
    return text.replace("\n", "\r\n")


def without_last_end(text: str) -> str:
    return text.rstrip("\n")


CHANGES = [
    with_extra_columns,
    without_closing_pipes,
    with_odd_spacing,
    with_extra_sections,
    without_last_end,
    with_windows_ends,
]

HOSTILE = st.lists(
    st.sampled_from(
        ["|", "\\", "`", "``", "<!--", "-->", "\n", "\r\n", "\0", "\x1b[31m", "\u2028", "\ud800", "x", "- ", "<b>", " "]
    )
    | st.text(max_size=4),
    min_size=1,
    max_size=8,
).map(lambda parts: f"x{''.join(parts)}x")
"""Texts that mean something to Markdown, to tables or to terminals."""


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A document, often in an unusual style."""
    text = draw(st.sampled_from([BASE, ACTIVE]) | st.sampled_from(CLEAN))
    for change in CHANGES:
        if draw(st.booleans()):
            text = change(text)
    return text


def edited(text: str, make: Make) -> str:
    """The text after an edit. Its line ends are those of the text, and a text without an edit stays."""
    assert apply_edits(text, []) == text
    after = apply_edits(text, make(parse(text)))
    if "\r\n" in text:
        plain = text.replace("\r\n", "\n")
        assert after == apply_edits(plain, make(parse(plain))).replace("\n", "\r\n")
    return after


def findings(text: str) -> Sequence[Finding]:
    return lint(text, PATH)


def rules(text: str) -> Counter[str]:
    return Counter(finding.rule for finding in findings(text))


def new_rules(before: str, after: str) -> set[str]:
    """The rules that have more to say of a text than of the one before."""
    return set(rules(after) - rules(before))


def added_and_removed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines between those that both texts begin and end with, of the later and of the earlier text."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return new[start : len(new) - end], old[start : len(old) - end]
