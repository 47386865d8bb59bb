"""Pick the rules that say most about good writing: each with its reason, a bad line, and what to write instead."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from incident_docs.document.table import table_cells
from incident_docs.lint.rule_docs import Line, RulePage, read_rule_page
from incident_docs.rules import (
    Named,
    action_owner,
    action_vague,
    affected_users_unmeasured,
    impact_not_about_users,
    language_blame,
    root_cause_stops_at_person,
    went_well_empty_praise,
)
from incident_docs.site.pages.author_markdown import Prose

_RULES: tuple[Named, ...] = (
    impact_not_about_users,
    affected_users_unmeasured,
    root_cause_stops_at_person,
    language_blame,
    went_well_empty_praise,
    action_vague,
    action_owner,
)
_NO_WORDS = re.compile(r"#.*|[-|\s]*")


class BadGoodPair(NamedTuple):
    """A rule by an example."""

    rule: str
    summary: Markup
    why: Markup
    bad: Markup
    message: str
    """What the rule says of the bad line."""
    good: Markup


def pairs() -> list[BadGoodPair]:
    """Give the rules in the order in which a document is written."""
    return [_pair(read_rule_page(rule)) for rule in _RULES]


def inline_html(text: str) -> Markup:
    """Render a line of Markdown in which nothing hostile passes."""
    return Markup(Prose((), str).inline(text))  # noqa: S704 - rendered with raw HTML escaped


def _pair(page: RulePage) -> BadGoodPair:
    """Take the first line that is marked, and what is new in the first good example."""
    bad = next(example.lines for example in page.examples if example.is_bad)
    good = next(example.lines for example in page.examples if not example.is_bad)
    marked = next(line for line in bad if line.message)
    return BadGoodPair(
        page.id,
        inline_html(page.summary),
        inline_html(page.why),
        inline_html(_words(marked.text)),
        marked.message,
        inline_html(_news(good, {_words(line.text) for line in bad})),
    )


def _news(lines: Sequence[Line], known: set[str]) -> str:
    """Find the first row or paragraph that holds more than what is known."""
    found: list[str] = []
    for text in (line.text for line in lines):
        has_words = not _NO_WORDS.fullmatch(text)
        if found and (text.startswith("|") or not has_words):
            break
        if has_words and _words(text) not in known:
            found.append(_words(text))
    return " ".join(found)


def _words(text: str) -> str:
    """Join a row's cells, or take a line without what makes it a bullet."""
    if text.startswith("|"):
        return " · ".join(cell.value for cell in table_cells(text, 1) if cell.value)
    return text.removeprefix("- ").strip()
