"""What the rules on sections say: one finding for one fault, whatever is wrong with the headings."""

import re

import pytest

from incident_docs.api import lint
from incident_docs.document.parse import parse
from incident_docs.format.configuration import read_configuration
from incident_docs.format.definition import DEFAULT, Format
from incident_docs.workspace.project import Project
from tests.examples import BASE

PATH = "postmortems/2026-03-04-checkout-errors.md"
ROWS = re.search(r"\| 09:50 .*\n(?:\| .*\n)+", BASE)
TIMELINE = BASE[ROWS.start() : ROWS.end()] if ROWS else ""
HALF = "### Postmortem (after resolution)\n"
ACTIVE = BASE.replace("status: resolved", "status: active").replace("🟢 Resolved", "🔴 Active")
ACTIVE = re.sub(r"resolved: .*\n", "", ACTIVE).replace("2026-03-04 10:58 UTC (1h 08m)", "ongoing")


def changed(*replacements: tuple[str, str], text: str = BASE) -> str:
    """The clean document with these texts for those."""
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def without(*headings: str, text: str = BASE) -> str:
    """The clean document without these sections."""
    for heading in headings:
        text, count = re.subn(rf"^{re.escape(heading)}\n(?:(?!#|---).*\n)*", "", text, flags=re.MULTILINE)
        assert count
    return text


def moved(heading: str, before: str) -> str:
    """The clean document with one section before another."""
    section = re.search(rf"^{re.escape(heading)}\n(?:(?!#|---).*\n)*", BASE, flags=re.MULTILINE)
    assert section
    return changed((f"{before}\n", f"{section[0].rstrip()}\n\n{before}\n"), text=without(heading))


def says(text: str, format: Format = DEFAULT) -> list[tuple[str, str, str]]:
    """The rule, what it points at and the message of each finding."""
    lines = parse(text).lines
    return [
        (found.rule, lines[found.line - 1][found.column - 1 : (found.end_column or 1_000) - 1], found.message)
        for found in lint(text, PATH, Project(format=format))
    ]


def configured(toml: str) -> Format:
    configuration = read_configuration(toml, "incident-docs.toml")
    assert configuration is not None
    return configuration.format


def test_each_missing_section_is_named_with_its_place() -> None:
    text = without("#### Timeline", "#### Root Cause", "#### Verification", "#### Action items")
    assert says(text) == [
        ("section-missing", "#### Severity: P1", "#### Timeline is missing; it belongs after #### Severity: P1"),
        ("section-missing", "#### Severity: P1", "#### Root Cause is missing; it belongs after #### Timeline"),
        (
            "section-missing",
            "#### Current Status",
            "#### Verification is missing; it belongs after #### Current Status",
        ),
        (
            "section-missing",
            "#### What could improve",
            "#### Action items is missing; it belongs after #### What could improve",
        ),
    ]


def test_a_header_that_is_missing_is_told_heading_by_heading() -> None:
    text = re.sub(r"^#+ (?:Incident Response|Status|Severity):.*\n", "", BASE, flags=re.MULTILINE)
    title = "### Incident Response: Checkout returned errors for one customer in five"
    assert says(text) == [
        ("section-missing", "---", f"{title} is missing; it belongs at the beginning of the body"),
        ("section-missing", "---", f"#### Status: 🟢 Resolved is missing; it belongs after {title}"),
        ("section-missing", "---", "#### Severity: P1 is missing; it belongs after #### Status: 🟢 Resolved"),
    ]


def test_what_the_header_would_say_is_left_open_where_the_frontmatter_does_not_tell() -> None:
    text = "---\ntitle: ''\nseverity: P7\nstatus: gone\nstarted: 2026-03-04T09:50:00Z\nservices: [a]\n---\n"
    assert [message for rule, _, message in says(text) if rule == "section-missing"][:3] == [
        "### Incident Response: ... is missing; it belongs at the beginning of the body",
        "#### Status: ... is missing; it belongs after ### Incident Response: ...",
        "#### Severity: ... is missing; it belongs after #### Status: ...",
    ]


def test_a_missing_heading_of_the_postmortem_is_one_finding() -> None:
    missing = (
        "section-missing",
        "#### Verification",
        "### Postmortem (after resolution) is missing; it belongs after #### Verification",
    )
    assert says(changed((HALF, ""))) == [missing]
    assert says(changed((HALF, ""), text=without("#### Root cause", "#### What went well"))) == [missing]
    assert says(BASE[: BASE.index(HALF)]) == [missing]


def test_an_active_incident_needs_no_postmortem_and_no_verification() -> None:
    assert says(without("#### Verification", text=ACTIVE[: ACTIVE.index(HALF)])) == []
    assert says(changed(("#### Root Cause", "#### Cause"), text=ACTIVE[: ACTIVE.index(HALF)])) == [
        ("section-name", "Cause", "Cause is probably Root Cause; write #### Root Cause")
    ]


@pytest.mark.parametrize(
    ("heading", "before", "message"),
    [
        ("#### Root Cause", "#### Current Status", "Root Cause stands after Mitigation Applied; it belongs before it"),
        ("#### Timeline", "#### Verification", "Timeline stands after Current Status; it belongs before Root Cause"),
        ("#### Verification", "#### Timeline", "Verification stands before Timeline; it belongs after Current Status"),
        (
            "#### What went well",
            "#### Verification",
            "What went well stands before Verification; it belongs after Root cause",
        ),
        (
            "#### What happened",
            "### Postmortem (after resolution)",
            "What happened stands before Postmortem (after resolution); it belongs after it",
        ),
        (
            "#### Verification",
            "#### What happened",
            "Verification stands after Postmortem (after resolution); it belongs before it",
        ),
        (
            "### Postmortem (after resolution)",
            "#### What could improve",
            "Postmortem (after resolution) stands after What went well; it belongs before What happened",
        ),
        (
            "### Postmortem (after resolution)",
            "#### Current Status",
            "Postmortem (after resolution) stands before Current Status; it belongs after Verification",
        ),
    ],
)
def test_one_heading_out_of_place_is_one_finding(heading: str, before: str, message: str) -> None:
    assert [(rule, said) for rule, _, said in says(moved(heading, before))] == [("section-order", message)]


def test_the_header_has_an_order_too() -> None:
    status = "#### Status: 🟢 Resolved\n\n"
    text = changed((status, ""), ("---\n\n#### Timeline", f"{status}---\n\n#### Timeline"))
    assert says(text) == [
        (
            "section-order",
            "Status: 🟢 Resolved",
            "Status: 🟢 Resolved stands after Severity: P1; it belongs before it",
        )
    ]


def test_sections_of_your_own_come_last_in_their_half() -> None:
    own = "sections of your own come after the required ones"
    text = changed(
        ("### Incident", "# Our incident\n\n### Incident"),
        ("#### Verification", "#### Communication\nx\n\n#### Verification"),
        ("---\n\n### Post", "#### Costs\nx\n\n---\n\n### Post"),
        ("#### What could improve", "#### Contributing factors\n- x\n\n#### What could improve"),
    )
    assert says(f"{text}\n#### Thanks\nx\n") == [
        ("section-order", "Communication", f"Communication stands before Verification; {own}"),
        ("section-order", "Contributing factors", f"Contributing factors stands before What could improve; {own}"),
    ]


def test_known_sections_that_are_not_required_have_a_half_all_the_same() -> None:
    format = configured('[sections.costs]\nheading = "Costs"\nhalf = "response"\n')
    text = changed(("---\n\n### Post", "#### What surprised us\n- x\n\n---\n\n### Post"))
    assert says(f"{text}\n#### Costs\nx\n", format) == [
        (
            "section-order",
            "What surprised us",
            "What surprised us stands before Postmortem (after resolution); it belongs after it",
        ),
        ("section-order", "Costs", "Costs stands after Postmortem (after resolution); it belongs before it"),
    ]


def test_a_section_that_stands_in_both_halves_is_out_of_place_in_one() -> None:
    text = changed(("#### What went well", "#### Timeline\nx\n\n#### What went well"))
    assert says(text) == [
        ("section-order", "Timeline", "Timeline stands after Root cause; it belongs before Root Cause")
    ]


def test_a_section_or_a_half_that_stands_twice_is_reported_once() -> None:
    text = changed(("#### What went well", "### Postmortem\n\n#### What happened\n\n#### What went well"))
    assert says(text) == [
        ("section-duplicate", "Postmortem", "Postmortem stands in line 50 already; move what is here to there"),
        ("section-duplicate", "What happened", "What happened stands in line 52 already; move what is here to there"),
    ]


def test_a_root_cause_that_stands_twice_is_not_told_to_change_its_name_too() -> None:
    text = changed(("#### Verification", "#### Root cause\nx\n\n#### Verification"))
    assert says(text) == [
        ("section-duplicate", "Root cause", "Root cause stands in line 30 already; move what is here to there")
    ]


def test_a_wrong_level_is_said_with_the_right_name() -> None:
    text = changed(
        ("### Incident", "# Incident"),
        ("#### Severity", "  ### Severity"),
        ("#### Timeline", "## Time line"),
        ("### Post", "## Post"),
        ("#### Root cause", "##### Root cause"),
    )
    title = "Incident Response: Checkout returned errors for one customer in five"
    assert says(text) == [
        ("section-level", "#", f"# {title} must be ### {title}"),
        ("section-level", "###", "### Severity: P1 must be #### Severity: P1"),
        ("section-level", "##", "## Time line must be #### Timeline"),
        ("section-level", "##", "## Postmortem (after resolution) must be ### Postmortem (after resolution)"),
        ("section-level", "#####", "##### Root cause must be #### Root cause"),
    ]


@pytest.mark.parametrize(
    ("heading", "written", "message"),
    [
        ("#### Timeline", "TIMELINE", "TIMELINE must be written Timeline"),
        ("#### Timeline", "Timeline (UTC)", "Timeline (UTC) is probably Timeline; write #### Timeline"),
        (
            "#### Mitigation Applied",
            "Mitigation",
            "Mitigation is probably Mitigation Applied; write #### Mitigation Applied",
        ),
        ("#### What happened", "Summary", "Summary is probably What happened; write #### What happened"),
        ("#### Action items", "Follow-ups", "Follow-ups is probably Action items; write #### Action items"),
    ],
)
def test_a_heading_by_another_name_is_read_as_what_it_probably_is(heading: str, written: str, message: str) -> None:
    assert says(changed((f"{heading}\n", f"#### {written}\n"))) == [("section-name", written, message)]


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
    assert says(changed((TIMELINE, rows))) == [(rule, points_at, message)]


def test_a_timeline_without_rows_and_with_wrong_columns_is_told_the_columns() -> None:
    text = changed((f"| Time | Event |\n|------|-------|\n{TIMELINE}", "| When | Event |\n|--|--|\n\nSoon.\n"))
    assert says(text) == [("timeline-columns", "When", "the column When must be called Time")]


def test_what_must_be_filled_is_configured_and_others_speak_of_their_own() -> None:
    format = configured(
        '[sections.costs]\nheading = "Costs"\nhalf = "response"\nrequired = "active"\nfilled = "mitigating"\n'
        '[sections.verification]\nfilled = "never"\n[sections.current-status]\nbullets = []\n'
    )
    text = re.sub(r"- (?:Services|Affected users|Monitoring):.*\n", "", BASE)
    text = text.replace("---\n\n### Post", "#### Costs\n\n---\n\n### Post")
    assert says(text, format) == [
        ("section-empty", "Current Status", "Current Status says nothing; once an incident is active it must"),
        ("section-empty", "Costs", "Costs says nothing; once an incident is mitigating it must"),
    ]
