import re

import pytest

from tests.examples import BASE, changed
from tests.rules.support import all_findings, configured

ROWS = re.search(r"\| 09:50 .*\n(?:\| .*\n)+", BASE)
TIMELINE = BASE[ROWS.start() : ROWS.end()] if ROWS else ""


@pytest.mark.parametrize(
    ("rows", "rule", "points_at", "message"),
    [
        ("", "section-empty", "Timeline", "Timeline has no row; add one with the time and what happened"),
        ("\nSoon.\n", "section-empty", "Timeline", "Timeline has no row; add one with the time and what happened"),
        (
            "| <time> | <event> |\n",
            "section-empty",
            "Timeline",
            "Timeline has no row; add one with the time and what happened",
        ),
        ("| | |\n", "timeline-time", "", "this row is empty; write a time and an event, or remove it"),
    ],
)
def test_a_timeline_without_a_row_is_one_finding(rows: str, rule: str, points_at: str, message: str) -> None:
    assert all_findings(changed((TIMELINE, rows))) == [(rule, points_at, message)]


def test_a_timeline_without_rows_and_with_wrong_columns_is_shown_the_columns() -> None:
    text = changed((f"| Time | Event |\n|------|-------|\n{TIMELINE}", "| When | Event |\n|--|--|\n\nSoon.\n"))
    assert all_findings(text) == [("timeline-columns", "When", "the column When must be called Time")]


def test_what_must_be_filled_is_configured_and_others_speak_of_their_own() -> None:
    format = configured(
        '[sections.costs]\nheading = "Costs"\nhalf = "response"\nrequired = "active"\nfilled = "mitigating"\n'
        '[sections.verification]\nfilled = "never"\n[sections.current-status]\nbullets = []\n'
    )
    text = re.sub(r"- (?:Services|Affected users|Monitoring):.*\n", "", BASE)
    text = text.replace("---\n\n### Post", "#### Costs\n\n---\n\n### Post")
    assert all_findings(text, format) == [
        ("section-empty", "Current Status", "Current Status says nothing; once an incident is active it must"),
        ("section-empty", "Costs", "Costs says nothing; once an incident is mitigating it must"),
    ]
