import re

import pytest

from tests.examples import BASE, changed
from tests.rules.support import HALF, IMPACT, TITLE, UNRESOLVED, all_findings, configured, fixed, moved, section_of

WHOLE_ACTIVE = BASE.replace("status: resolved", "status: active").replace("🟢 Resolved", "🔴 Active")
WHOLE_ACTIVE = re.sub(r"resolved: .*\n", "", WHOLE_ACTIVE).replace("2026-03-04 10:58 UTC (1h 08m)", "ongoing")
CURRENT_STATUS = (
    "#### Current Status\n- Services: <services>\n- Affected users: <affected users>\n- Monitoring: <monitoring>\n"
)
STATUS = "#### Status: 🔴 Active\n"
DURATION = "**Duration**: 2026-03-04 09:50 UTC - ongoing\n"
HEADER = f"#### Severity: P1\n{IMPACT}{DURATION}"


def without(*headings: str, text: str = BASE) -> str:
    """The clean document without these sections."""
    for heading in headings:
        text, count = re.subn(rf"^{re.escape(heading)}\n(?:(?!#|---).*\n)*", "", text, flags=re.MULTILINE)
        assert count
    return text


def test_each_missing_section_is_named_with_its_place() -> None:
    text = without("#### Timeline", "#### Root Cause", "#### Verification", "#### Action items")
    assert all_findings(text) == [
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


def test_a_header_that_is_missing_is_reported_heading_by_heading() -> None:
    text = re.sub(r"^#+ (?:Incident Response|Status|Severity):.*\n", "", BASE, flags=re.MULTILINE)
    title = "### Incident Response: Checkout returned errors for one customer in five"
    assert all_findings(text) == [
        ("section-missing", "---", f"{title} is missing; it belongs at the beginning of the body"),
        ("section-missing", "---", f"#### Status: 🟢 Resolved is missing; it belongs after {title}"),
        ("section-missing", "---", "#### Severity: P1 is missing; it belongs after #### Status: 🟢 Resolved"),
    ]


def test_what_the_header_would_say_is_left_open_where_the_frontmatter_does_not_say() -> None:
    text = "---\ntitle: ''\nseverity: P7\nstatus: gone\nstarted: 2026-03-04T09:50:00Z\nservices: [a]\n---\n"
    assert [message for rule, _, message in all_findings(text) if rule == "section-missing"][:3] == [
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
    assert all_findings(changed((HALF, ""))) == [missing]
    assert all_findings(changed((HALF, ""), text=without("#### Root cause", "#### What went well"))) == [missing]
    assert all_findings(BASE[: BASE.index(HALF)]) == [missing]


def test_an_active_incident_needs_no_postmortem_and_no_verification() -> None:
    assert all_findings(without("#### Verification", text=WHOLE_ACTIVE[: WHOLE_ACTIVE.index(HALF)])) == []
    assert all_findings(changed(("#### Root Cause", "#### Cause"), text=WHOLE_ACTIVE[: WHOLE_ACTIVE.index(HALF)])) == [
        ("section-name", "Cause", "Cause is probably Root Cause; write #### Root Cause")
    ]


def test_the_documents_that_are_broken_here_are_sound() -> None:
    assert fixed(UNRESOLVED, unsafe=True) == UNRESOLVED
    assert fixed(BASE, unsafe=True) == BASE


@pytest.mark.parametrize(
    ("heading", "skeleton"),
    [
        ("#### Timeline", "#### Timeline\n| Time | Event |\n|------|-------|\n| 09:50 | <event> |\n"),
        ("#### Root Cause", "#### Root Cause\n<explanation>\n"),
        (
            "#### Mitigation Applied",
            "#### Mitigation Applied\n| Action | Result |\n|--------|--------|\n| <action> | <result> |\n",
        ),
        ("#### Current Status", CURRENT_STATUS),
    ],
)
def test_a_section_that_is_missing_comes_back_as_its_skeleton(heading: str, skeleton: str) -> None:
    lost = section_of(heading, UNRESOLVED)
    assert fixed(changed((f"{lost}\n", ""), text=UNRESOLVED)) == changed((lost, skeleton), text=UNRESOLVED)


def test_sections_come_back_together_before_the_line_that_ends_their_half() -> None:
    text = re.sub(r"#### Root Cause\n.*(?=---\n\n### Post)", "", UNRESOLVED, flags=re.DOTALL)
    text = changed(("status: active", "status: mitigating"), ("🔴 Active", "🟡 Mitigating"), text=text)
    text = changed(("services:", "mitigated: 2026-03-04T10:20:00Z\nservices:"), text=text)
    skeletons = (
        "#### Root Cause\n<explanation>\n\n"
        "#### Mitigation Applied\n| Action | Result |\n|--------|--------|\n| <action> | <result> |\n\n"
        f"{CURRENT_STATUS}\n"
    )
    assert fixed(text) == changed(("---\n\n### Post", f"{skeletons}---\n\n### Post"), text=text)


def test_a_section_goes_between_headings_that_stand_close_and_before_those_of_your_own() -> None:
    text = changed(
        (f"{section_of('#### Mitigation Applied', UNRESOLVED)}\n", ""),
        (f"{section_of('#### Current Status', UNRESOLVED)}\n", "#### Communication\nNone.\n\n"),
        ("Root Cause\n", "Root Cause\n"),
        ("within minutes.\n\n", "within minutes.\n"),
        text=UNRESOLVED,
    )
    mitigation = "#### Mitigation Applied\n| Action | Result |\n|--------|--------|\n| <action> | <result> |\n"
    right = changed(
        ("within minutes.\n", f"within minutes.\n\n{mitigation}\n{CURRENT_STATUS}\n"),
        text=text.replace(section_of("#### Verification", UNRESOLVED) + "\n", ""),
    )
    assert fixed(text.replace(section_of("#### Verification", UNRESOLVED) + "\n", "")) == right


def test_a_timeline_without_a_start_has_a_placeholder_for_its_time() -> None:
    lost = section_of("#### Timeline", UNRESOLVED)
    text = changed(("started: 2026-03-04T09:50:00Z\n", ""), text=UNRESOLVED)
    right = changed((lost, "#### Timeline\n| Time | Event |\n|------|-------|\n| <time> | <event> |\n"), text=text)
    assert fixed(changed((f"{lost}\n", ""), text=text)) == right


@pytest.mark.parametrize(
    "heading", ["#### Timeline", "#### Root Cause", "#### Verification", "#### What went well", "#### Action items"]
)
def test_in_a_resolved_document_nothing_is_promised_that_is_not_written(heading: str) -> None:
    text = changed((section_of(heading), ""))
    assert fixed(text, unsafe=True) == text


def test_action_items_come_back_empty_where_none_are_due() -> None:
    text = changed(("severity: P1", "severity: P3"), ("Severity: P1", "Severity: P3"))
    lost = section_of("#### Action items")
    empty = "#### Action items\n| Action | Owner | Due |\n|--------|-------|-----|\n"
    assert fixed(changed((f"\n{lost}", ""), text=text)) == changed((lost, empty), text=text)


def test_a_section_of_your_own_format_comes_back_as_it_is_configured() -> None:
    toml = '[sections.costs]\nheading = "Costs"\nhalf = "response"\nrequired = "active"\n'
    assert fixed(BASE, configured(toml)) == changed(("---\n\n### Post", "#### Costs\n\n---\n\n### Post"))
    skeleton = "#### Costs\n<to be written>\n\n---\n\n### Post"
    assert fixed(UNRESOLVED, configured(toml)) == changed(("---\n\n### Post", skeleton), text=UNRESOLVED)
    hollow = configured(f'{toml}filled = "active"\nskeleton = "..."\n')
    assert fixed(UNRESOLVED, hollow) == UNRESOLVED


def test_the_heading_of_the_postmortem_comes_back_before_its_sections() -> None:
    assert fixed(changed((f"{HALF}\n", ""))) == BASE
    text = BASE[: BASE.index("---\n\n### Post")]
    assert fixed(text, unsafe=True) == text


@pytest.mark.parametrize("lost", [f"{TITLE}\n", f"{STATUS}\n", f"{TITLE}\n{STATUS}\n", "#### Severity: P1\n"])
def test_a_heading_of_the_header_comes_back_with_the_words_of_the_frontmatter(lost: str) -> None:
    assert fixed(changed((lost, ""), text=UNRESOLVED)) == UNRESOLVED


def test_a_title_does_not_come_back_above_one_in_other_words() -> None:
    text = changed((TITLE, "# Checkout failed\n"), text=UNRESOLVED)
    assert fixed(text, unsafe=True) == text
    text = f"{UNRESOLVED.split('###')[0]}# Checkout failed\n"
    assert fixed(text, unsafe=True) == text


def test_a_heading_of_the_header_whose_words_are_not_known_does_not_come_back() -> None:
    text = changed(("status: active", "status: on hold"), (f"{STATUS}\n", ""), text=UNRESOLVED)
    assert fixed(text, unsafe=True) == text


@pytest.mark.parametrize(
    ("lost", "back"),
    [
        (f"{HEADER}\n", f"#### Severity: P1\n**Impact**: <user/business impact>\n{DURATION}\n"),
        (f"#### Severity: P1\n{IMPACT}", "#### Severity: P1\n**Impact**: <user/business impact>\n"),
    ],
)
def test_the_severity_comes_back_with_the_lines_under_it(lost: str, back: str) -> None:
    assert fixed(changed((lost, ""), text=UNRESOLVED)) == changed((lost, back), text=UNRESOLVED)


def test_the_severity_comes_back_above_its_lines_and_with_the_one_that_is_not_there() -> None:
    assert fixed(changed((HEADER, IMPACT), text=UNRESOLVED)) == UNRESOLVED
    assert fixed(changed((f"\n{HEADER}", IMPACT), text=UNRESOLVED)) == UNRESOLVED


def test_a_duration_that_is_not_known_does_not_come_back_with_the_severity() -> None:
    text = changed(("started: 2026-03-04T09:50:00Z\n", ""), text=UNRESOLVED)
    right = changed((HEADER, "#### Severity: P1\n**Impact**: <user/business impact>\n"), text=text)
    assert fixed(changed((f"{HEADER}\n", ""), text=text)) == right


def test_a_resolved_document_gets_no_severity_without_an_impact() -> None:
    text = re.sub(r"#### Severity: P1\n.*\n.*\n\n", "", BASE)
    assert fixed(text, unsafe=True) == text


def test_a_title_comes_back_at_the_beginning_of_a_body_that_has_nothing_else() -> None:
    front = f"---{UNRESOLVED.split('---')[1]}---\n"
    assert fixed(front) == (
        f"{front}\n{TITLE}\n{STATUS}\n#### Severity: P1\n**Impact**: <user/business impact>\n{DURATION}\n"
        "#### Timeline\n| Time | Event |\n|------|-------|\n| 09:50 | <event> |\n\n#### Root Cause\n<explanation>\n\n"
        "#### Mitigation Applied\n| Action | Result |\n|--------|--------|\n| <action> | <result> |\n\n"
        f"{CURRENT_STATUS}"
    )


def test_nothing_is_put_among_headings_that_are_out_of_order() -> None:
    lost = section_of("#### Mitigation Applied", UNRESOLVED)
    text = changed((f"{lost}\n", ""), text=moved("#### Current Status", "#### Root Cause", UNRESOLVED))
    skeleton = "#### Mitigation Applied\n| Action | Result |\n|--------|--------|\n| <action> | <result> |\n"
    assert fixed(text) == changed((lost, skeleton), text=UNRESOLVED)


def test_a_section_comes_behind_the_parts_of_the_one_before_it() -> None:
    timeline = section_of("#### Timeline", UNRESOLVED)
    cause = section_of("#### Root Cause", UNRESOLVED)
    text = changed((f"{timeline}\n", f"{timeline}\n##### Notes\nx\n\n"), (f"{cause}\n", ""), text=UNRESOLVED)
    skeleton = "#### Root Cause\n<explanation>\n\n"
    assert fixed(text) == changed(("##### Notes\nx\n\n", f"##### Notes\nx\n\n{skeleton}"), text=text)
