import pytest

from incident_docs.api import lint
from incident_docs.document.parse import parse
from incident_docs.rules import header_mismatch
from tests.examples import BASE, PATH, changed
from tests.rules.support import IMPACT, TITLE, all_findings, fixed

DURATION = "**Duration**: 2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 08m)\n"


def mismatches(text: str) -> list[str]:
    return [found.message for found in header_mismatch.check(parse(text, PATH))]


@pytest.mark.parametrize("status", ["🟢 Resolved", "Resolved", "🔴 Resolved", "**Resolved** 🟢"])
def test_of_the_status_only_the_word_counts(status: str) -> None:
    assert all_findings(changed(("🟢 Resolved", status))) == []


@pytest.mark.parametrize("status", ["", "🟢", "🟢 resolved", "🟢 Resolved for now"])
def test_another_word_is_another_status(status: str) -> None:
    written = f"Status: {status}".strip()
    assert mismatches(changed(("🟢 Resolved", status))) == [
        f"{written} is not what the frontmatter says; write Status: 🟢 Resolved"
    ]


def test_lines_of_the_header_that_are_missing_are_written_out() -> None:
    assert all_findings(changed((IMPACT, ""), (DURATION, ""))) == [
        (
            "header-impact-missing",
            "Severity: P1",
            "there is no Impact line; write **Impact**: and what users could not do",
        ),
        (
            "header-mismatch",
            "Severity: P1",
            "there is no Duration line; write **Duration**: 2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 08m)",
        ),
    ]


def test_an_empty_duration_is_shown_what_to_write() -> None:
    right = "2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 08m)"
    assert mismatches(changed((DURATION, "**Duration**:\n"))) == [
        f"Duration without a value is not what the frontmatter says; write {right}"
    ]


def test_without_the_heading_above_them_the_lines_are_not_missed_too() -> None:
    text = changed(("#### Severity: P1\n", ""), (IMPACT, ""), (DURATION, ""))
    message = "#### Severity: P1 is missing; it belongs after #### Status: 🟢 Resolved"
    assert all_findings(text) == [("section-missing", "#### Status: 🟢 Resolved", message)]


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
def test_a_duration_that_is_not_known_is_not_compared(fault: tuple[str, str]) -> None:
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
    "fault",
    [
        (TITLE, "### Incident Response: Checkout failed\n"),
        ("#### Status: 🟢 Resolved", "#### Status: 🟡 Mitigating"),
        ("#### Status: 🟢 Resolved", "#### Status: done"),
        ("#### Status: 🟢 Resolved", "#### Status:"),
        ("#### Severity: P1", "#### Severity: P2"),
        ("#### Severity: P1", "#### Severity:P2"),
        (DURATION, "**Duration**: 2026-03-04 09:50 UTC - ongoing\n"),
        (DURATION, "**Duration**: about an hour\n"),
        (DURATION, "**Duration**:\n"),
        (DURATION, "**Duration**: \n"),
        (DURATION, ""),
    ],
)
def test_the_body_is_written_from_the_frontmatter(fault: tuple[str, str]) -> None:
    assert fixed(changed(fault)) == BASE


def test_all_of_a_header_is_fixed_at_once_and_its_other_bytes_stay() -> None:
    text = changed(
        (TITLE, "###   incident response:  Checkout failed  ###\n"),
        ("#### Status: 🟢 Resolved", " #### STATUS: **Mitigating** ####"),
        ("#### Severity: P1", "#### Severity: P4 #"),
        (DURATION, "__seen__ by all\n**Duration:**   long  \n"),
    )
    right = changed(
        (TITLE, "###   incident response:  Checkout returned errors for one customer in five  ###\n"),
        ("#### Status: 🟢 Resolved", " #### STATUS: 🟢 Resolved ####"),
        ("#### Severity: P1", "#### Severity: P1 #"),
        (DURATION, "__seen__ by all\n**Duration:**   2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 08m)  \n"),
    )
    assert fixed(text) == right


def test_a_duration_line_comes_under_all_of_the_impact() -> None:
    text = changed((IMPACT + DURATION, f"{IMPACT}No money was lost.\n"))
    assert fixed(text) == changed((DURATION, f"No money was lost.\n{DURATION}"))


def test_a_duration_line_comes_under_the_severity_where_there_is_no_impact() -> None:
    right = changed((IMPACT, ""))
    assert fixed(changed((IMPACT + DURATION, ""))) == right
    assert [found.rule for found in lint(right, PATH)] == ["header-impact-missing"]


def test_a_duration_that_is_not_known_is_not_written() -> None:
    text = changed(("started: 2026-03-04T09:50:00Z", "started: this morning"), (DURATION, ""))
    assert fixed(text, unsafe=True) == text
