"""What the header must say, and what its rules say of one that does not."""

from datetime import UTC

import pytest

from incident_docs.api import lint
from incident_docs.document import header
from incident_docs.document.parse import parse
from incident_docs.document.times import read_moment
from incident_docs.format.definition import DEFAULT
from incident_docs.rules import header_impact_missing, header_mismatch
from tests.examples import BASE

PATH = "postmortems/2026-03-04-checkout-errors.md"
IMPACT = "**Impact**: One customer in five could not pay for 68 minutes; 1,900 orders were lost.\n"
DURATION = "**Duration**: 2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 08m)\n"


def changed(*replacements: tuple[str, str]) -> str:
    """The clean document with these texts for those."""
    text = BASE
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def says(text: str) -> list[tuple[int, int, str, str]]:
    return [(found.line, found.column, found.rule, found.message) for found in lint(text, PATH)]


def mismatches(text: str) -> list[str]:
    return [found.message for found in header_mismatch.check(parse(text, PATH))]


@pytest.mark.parametrize(
    ("started", "resolved", "is_unpublished", "expected"),
    [
        ("2026-03-04T09:50:59Z", "2026-03-04T10:58:00Z", False, "2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 07m)"),
        ("2026-03-04T09:50:00Z", "", False, "2026-03-04 09:50 UTC - ongoing"),
        ("~2026-03-04T09:50:00Z", "", True, "~2026-03-04 09:50 UTC - not published"),
        (
            "~2026-03-04T09:50:00Z",
            "2026-03-06T10:58:00Z",
            False,
            "~2026-03-04 09:50 UTC - 2026-03-06 10:58 UTC (~2d 01h 08m)",
        ),
        (
            "2026-03-04T09:50:00Z",
            "~2026-03-04T12:02:00+02:00",
            False,
            "2026-03-04 09:50 UTC - ~2026-03-04 10:02 UTC (~12m)",
        ),
    ],
)
def test_the_duration_is_written_from_the_times(
    started: str, resolved: str, is_unpublished: bool, expected: str
) -> None:
    read = {"started": read_moment(started), "resolved": read_moment(resolved)}
    moments = {key: moment for key, moment in read.items() if moment is not None}
    assert header.duration_text(moments, DEFAULT, UTC, is_unpublished=is_unpublished) == expected


def test_the_headings_are_written_from_the_facts() -> None:
    assert header.title_text(" Checkout\n down ", DEFAULT) == "Incident Response: Checkout down"
    assert header.status_text(DEFAULT.statuses[0], DEFAULT) == "Status: 🔴 Active"
    assert header.severity_text(DEFAULT.severities[1], DEFAULT) == "Severity: P2"


@pytest.mark.parametrize("status", ["🟢 Resolved", "Resolved", "🔴 Resolved", "**Resolved** 🟢"])
def test_of_the_status_only_the_word_counts(status: str) -> None:
    assert says(changed(("🟢 Resolved", status))) == []


@pytest.mark.parametrize("status", ["", "🟢", "🟢 resolved", "🟢 Resolved for now"])
def test_another_word_is_another_status(status: str) -> None:
    written = f"Status: {status}".strip()
    assert mismatches(changed(("🟢 Resolved", status))) == [
        f"{written} is not what the frontmatter says; write Status: 🟢 Resolved"
    ]


def test_lines_of_the_header_that_are_missing_are_written_out() -> None:
    assert says(changed((IMPACT, ""), (DURATION, ""))) == [
        (16, 6, "header-impact-missing", "there is no Impact line; write **Impact**: and what users could not do"),
        (
            16,
            6,
            "header-mismatch",
            "there is no Duration line; write **Duration**: 2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 08m)",
        ),
    ]


def test_an_empty_duration_is_told_what_to_say() -> None:
    right = "2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 08m)"
    assert mismatches(changed((DURATION, "**Duration**:\n"))) == [
        f"Duration without a value is not what the frontmatter says; write {right}"
    ]


def test_without_the_heading_above_them_the_lines_are_not_missed_too() -> None:
    text = changed(("#### Severity: P1\n", ""), (IMPACT, ""), (DURATION, ""))
    message = "#### Severity: P1 is missing; it belongs after #### Status: 🟢 Resolved"
    assert says(text) == [(14, 1, "section-missing", message)]


@pytest.mark.parametrize(
    "fault",
    [
        ("started: 2026-03-04T09:50:00Z\n", ""),
        ("resolved: 2026-03-04T10:58:00Z\n", ""),
        ("resolved: 2026-03-04T10:58:00Z", "resolved:"),
        ("resolved: 2026-03-04T10:58:00Z", "resolved: not published"),
        ("resolved: 2026-03-04T10:58:00Z", "resolved: 2026-03-04T09:00:00Z"),
        ("services:", "timezone: Mars\nservices:"),
    ],
)
def test_a_duration_that_cannot_be_told_is_not_compared(fault: tuple[str, str]) -> None:
    assert mismatches(changed(fault, (DURATION, "**Duration**: long\n"))) == []


def test_while_it_runs_the_duration_is_ongoing() -> None:
    text = changed(("status: resolved", "status: active"), ("resolved: 2026-03-04T10:58:00Z\n", ""))
    text = text.replace("🟢 Resolved", "🔴 Active")
    written = "2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 08m)"
    assert mismatches(text) == [f"{written} is not what the frontmatter says; write 2026-03-04 09:50 UTC - ongoing"]


def test_facts_that_are_not_known_are_not_compared() -> None:
    assert (
        mismatches(changed(("title: Checkout", "title: ''\nx-title: Checkout"), ("P1", "P7"), ("resolved", "over")))
        == []
    )


@pytest.mark.parametrize(
    ("impact", "found"),
    [
        ("**Impact**:\n", [(17, 12, "the Impact says nothing; write what users could not do")]),
        ("**Impact**: -\n", [(17, 13, "the Impact says nothing; write what users could not do")]),
        (
            "**Impact**: Nobody could pay\nfor <n> minutes. TODO\n",
            [
                (18, 5, "<n> was left standing in the Impact; write what users could not do"),
                (18, 18, "TODO was left standing in the Impact; write what users could not do"),
            ],
        ),
        (
            "**Impact**: Not published\n",
            [(17, 13, "Not published is for documents with sources; write what users could not do")],
        ),
    ],
)
def test_an_impact_that_says_nothing_is_one_rule_s_matter(impact: str, found: list[tuple[int, int, str]]) -> None:
    assert says(changed((IMPACT, impact))) == [
        (line, column, header_impact_missing.ID, text) for line, column, text in found
    ]
