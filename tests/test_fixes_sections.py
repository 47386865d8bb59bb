"""What mending does to the headings of the body and to the sections under them, to the byte."""

import re

import pytest

from incident_docs.format.configuration import read_configuration
from incident_docs.format.definition import Format
from tests.examples import BASE
from tests.mending import changed, mended

HALF = "### Postmortem (after resolution)\n"
TITLE = "### Incident Response: Checkout returned errors for one customer in five\n"
STATUS = "#### Status: 🔴 Active\n"
IMPACT = "**Impact**: One customer in five could not pay for 68 minutes; 1,900 orders were lost.\n"
DURATION = "**Duration**: 2026-03-04 09:50 UTC - ongoing\n"
HEADER = f"#### Severity: P1\n{IMPACT}{DURATION}"
CURRENT_STATUS = (
    "#### Current Status\n- Services: <services>\n- Affected users: <affected users>\n- Monitoring: <monitoring>\n"
)
ACTIVE = changed(
    ("status: resolved", "status: active"),
    ("mitigated: 2026-03-04T10:20:00Z\nresolved: 2026-03-04T10:58:00Z\n", ""),
    ("🟢 Resolved", "🔴 Active"),
    ("2026-03-04 10:58 UTC (1h 08m)", "ongoing"),
)
ACTIVE = ACTIVE[: ACTIVE.index(HALF)] + HALF


def section(heading: str, text: str = BASE) -> str:
    """A section of the document, up to the space behind it."""
    found = re.search(rf"^{re.escape(heading)}\n(?:(?!#|---).*\n)*", text, flags=re.MULTILINE)
    assert found
    return found[0].rstrip() + "\n"


def moved(heading: str, before: str, text: str = BASE) -> str:
    """The document with one section before another heading."""
    there = section(heading, text)
    text = changed((f"{there}\n", "") if f"{there}\n" in text else (f"\n{there}", ""), text=text)
    return changed((f"{before}\n", f"{there}\n{before}\n"), text=text)


def configured(toml: str) -> Format:
    configuration = read_configuration(toml, "incident-docs.toml")
    assert configuration is not None
    return configuration.format


def test_the_documents_that_are_broken_here_are_sound() -> None:
    assert mended(ACTIVE, unsafe=True) == ACTIVE
    assert mended(BASE, unsafe=True) == BASE


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
    lost = section(heading, ACTIVE)
    assert mended(changed((f"{lost}\n", ""), text=ACTIVE)) == changed((lost, skeleton), text=ACTIVE)


def test_sections_come_back_together_before_the_line_that_ends_their_half() -> None:
    text = re.sub(r"#### Root Cause\n.*(?=---\n\n### Post)", "", ACTIVE, flags=re.DOTALL)
    text = changed(("status: active", "status: mitigating"), ("🔴 Active", "🟡 Mitigating"), text=text)
    text = changed(("services:", "mitigated: 2026-03-04T10:20:00Z\nservices:"), text=text)
    skeletons = (
        "#### Root Cause\n<explanation>\n\n"
        "#### Mitigation Applied\n| Action | Result |\n|--------|--------|\n| <action> | <result> |\n\n"
        f"{CURRENT_STATUS}\n"
    )
    assert mended(text) == changed(("---\n\n### Post", f"{skeletons}---\n\n### Post"), text=text)


def test_a_section_goes_between_headings_that_stand_close_and_before_those_of_your_own() -> None:
    text = changed(
        (f"{section('#### Mitigation Applied', ACTIVE)}\n", ""),
        (f"{section('#### Current Status', ACTIVE)}\n", "#### Communication\nNone.\n\n"),
        ("Root Cause\n", "Root Cause\n"),
        ("within minutes.\n\n", "within minutes.\n"),
        text=ACTIVE,
    )
    mitigation = "#### Mitigation Applied\n| Action | Result |\n|--------|--------|\n| <action> | <result> |\n"
    right = changed(
        ("within minutes.\n", f"within minutes.\n\n{mitigation}\n{CURRENT_STATUS}\n"),
        text=text.replace(section("#### Verification", ACTIVE) + "\n", ""),
    )
    assert mended(text.replace(section("#### Verification", ACTIVE) + "\n", "")) == right


def test_a_timeline_without_a_start_has_a_placeholder_for_its_time() -> None:
    lost = section("#### Timeline", ACTIVE)
    text = changed(("started: 2026-03-04T09:50:00Z\n", ""), text=ACTIVE)
    right = changed((lost, "#### Timeline\n| Time | Event |\n|------|-------|\n| <time> | <event> |\n"), text=text)
    assert mended(changed((f"{lost}\n", ""), text=text)) == right


@pytest.mark.parametrize(
    "heading", ["#### Timeline", "#### Root Cause", "#### Verification", "#### What went well", "#### Action items"]
)
def test_in_a_resolved_document_nothing_is_promised_that_is_not_written(heading: str) -> None:
    text = changed((section(heading), ""))
    assert mended(text, unsafe=True) == text


def test_action_items_come_back_empty_where_none_are_due() -> None:
    text = changed(("severity: P1", "severity: P3"), ("Severity: P1", "Severity: P3"))
    lost = section("#### Action items")
    empty = "#### Action items\n| Action | Owner | Due |\n|--------|-------|-----|\n"
    assert mended(changed((f"\n{lost}", ""), text=text)) == changed((lost, empty), text=text)


def test_a_section_of_your_own_format_comes_back_as_it_is_configured() -> None:
    toml = '[sections.costs]\nheading = "Costs"\nhalf = "response"\nrequired = "active"\n'
    assert mended(BASE, configured(toml)) == changed(("---\n\n### Post", "#### Costs\n\n---\n\n### Post"))
    skeleton = "#### Costs\n<to be written>\n\n---\n\n### Post"
    assert mended(ACTIVE, configured(toml)) == changed(("---\n\n### Post", skeleton), text=ACTIVE)
    hollow = configured(f'{toml}filled = "active"\nskeleton = "..."\n')
    assert mended(ACTIVE, hollow) == ACTIVE


def test_the_heading_of_the_postmortem_comes_back_before_its_sections() -> None:
    assert mended(changed((f"{HALF}\n", ""))) == BASE
    text = BASE[: BASE.index("---\n\n### Post")]
    assert mended(text, unsafe=True) == text


@pytest.mark.parametrize("lost", [f"{TITLE}\n", f"{STATUS}\n", f"{TITLE}\n{STATUS}\n", "#### Severity: P1\n"])
def test_a_heading_of_the_header_comes_back_with_the_words_of_the_frontmatter(lost: str) -> None:
    assert mended(changed((lost, ""), text=ACTIVE)) == ACTIVE


def test_a_title_does_not_come_back_above_one_in_other_words() -> None:
    text = changed((TITLE, "# Checkout failed\n"), text=ACTIVE)
    assert mended(text, unsafe=True) == text
    text = f"{ACTIVE.split('###')[0]}# Checkout failed\n"
    assert mended(text, unsafe=True) == text


def test_a_heading_of_the_header_whose_words_are_not_known_does_not_come_back() -> None:
    text = changed(("status: active", "status: on hold"), (f"{STATUS}\n", ""), text=ACTIVE)
    assert mended(text, unsafe=True) == text


@pytest.mark.parametrize(
    ("lost", "back"),
    [
        (f"{HEADER}\n", f"#### Severity: P1\n**Impact**: <user/business impact>\n{DURATION}\n"),
        (f"#### Severity: P1\n{IMPACT}", "#### Severity: P1\n**Impact**: <user/business impact>\n"),
    ],
)
def test_the_severity_comes_back_with_the_lines_under_it(lost: str, back: str) -> None:
    assert mended(changed((lost, ""), text=ACTIVE)) == changed((lost, back), text=ACTIVE)


def test_the_severity_comes_back_above_its_lines_and_with_the_one_that_is_not_there() -> None:
    assert mended(changed((HEADER, IMPACT), text=ACTIVE)) == ACTIVE
    assert mended(changed((f"\n{HEADER}", IMPACT), text=ACTIVE)) == ACTIVE


def test_a_duration_that_is_not_known_does_not_come_back_with_the_severity() -> None:
    text = changed(("started: 2026-03-04T09:50:00Z\n", ""), text=ACTIVE)
    right = changed((HEADER, "#### Severity: P1\n**Impact**: <user/business impact>\n"), text=text)
    assert mended(changed((f"{HEADER}\n", ""), text=text)) == right


def test_a_resolved_document_gets_no_severity_without_an_impact() -> None:
    text = re.sub(r"#### Severity: P1\n.*\n.*\n\n", "", BASE)
    assert mended(text, unsafe=True) == text


def test_a_title_comes_back_at_the_beginning_of_a_body_that_has_nothing_else() -> None:
    front = f"---{ACTIVE.split('---')[1]}---\n"
    assert mended(front) == (
        f"{front}\n{TITLE}\n{STATUS}\n#### Severity: P1\n**Impact**: <user/business impact>\n{DURATION}\n"
        "#### Timeline\n| Time | Event |\n|------|-------|\n| 09:50 | <event> |\n\n#### Root Cause\n<explanation>\n\n"
        "#### Mitigation Applied\n| Action | Result |\n|--------|--------|\n| <action> | <result> |\n\n"
        f"{CURRENT_STATUS}"
    )


@pytest.mark.parametrize(
    ("heading", "before"),
    [
        ("#### Root Cause", "#### Current Status"),
        ("#### Timeline", "#### Verification"),
        ("#### Verification", "#### Timeline"),
        ("#### What went well", "#### Verification"),
        ("#### What happened", HALF.rstrip()),
        ("#### Verification", "#### What happened"),
        ("#### Action items", "#### What happened"),
    ],
)
def test_a_section_out_of_place_is_moved_as_it_is(heading: str, before: str) -> None:
    assert mended(moved(heading, before)) == BASE


def test_a_section_moves_with_all_that_is_in_it() -> None:
    long = "#### Root Cause\n  Two  spaces.\n##### The pool\n```\n# no heading\n---\n```\n<!-- c -->\n\n1) x\n"
    right = changed((section("#### Root Cause"), long))
    text = changed((f"{long}\n", ""), ("#### Current Status\n", f"{long}\n#### Current Status\n"), text=right)
    assert mended(text) == right


def test_a_section_from_the_end_of_a_file_without_a_last_line_end_gets_one() -> None:
    went_well = section("#### What went well")
    text = changed((f"{went_well}\n", "")) + f"\n{went_well}"
    assert mended(text) == BASE
    assert mended(text.rstrip("\n")) == BASE


def test_a_heading_of_the_header_moves_too() -> None:
    status = "#### Status: 🟢 Resolved\n\n"
    assert mended(changed((status, ""), ("---\n\n#### Timeline", f"{status}---\n\n#### Timeline"))) == BASE
    title = TITLE + "\n"
    assert mended(changed((title, ""), ("#### Severity", f"{title}#### Severity"))) == BASE


def test_sections_of_your_own_move_to_the_end_of_their_half_in_their_order() -> None:
    one, two, three = "#### Calls\nx\n\n", "#### Costs\ny\n\n", "#### Contributing factors\n- z\n"
    text = changed(
        ("#### Root Cause", f"{one}#### Root Cause"),
        ("#### Verification", f"{two}#### Verification"),
        ("#### What went well", f"{three}\n#### What went well"),
    )
    right = changed(("---\n\n### Post", f"{one}{two}---\n\n### Post")) + f"\n{three}"
    assert mended(text) == right


def test_a_known_section_moves_to_the_end_of_its_half() -> None:
    surprises = "#### What surprised us\n- x\n"
    text = changed(("---\n\n### Post", f"{surprises}\n---\n\n### Post"))
    assert mended(text) == f"{BASE}\n{surprises}"


def test_what_belongs_to_a_half_without_sections_stays() -> None:
    text = changed(("---\n\n### Post", "#### What surprised us\n- x\n\n---\n\n### Post"), text=ACTIVE)
    assert mended(text) == text


@pytest.mark.parametrize(
    "text",
    [
        changed(("#### What went well", "#### Timeline\nx\n\n#### What went well")),
        moved("#### Root Cause", "#### Verification", changed(("#### What", "#### Root Cause\nx\n\n#### What"))),
    ],
)
def test_a_section_that_stands_in_both_halves_is_not_moved(text: str) -> None:
    assert "#### Root Cause\n" in mended(text)
    assert mended(text).count("\n") == text.count("\n")


def test_the_heading_between_the_halves_is_not_moved() -> None:
    text = changed((f"---\n\n{HALF}\n", ""), ("#### What could improve", f"{HALF}\n#### What could improve"))
    assert mended(text) == text


def test_nothing_is_put_among_headings_that_are_out_of_order() -> None:
    lost = section("#### Mitigation Applied", ACTIVE)
    text = changed((f"{lost}\n", ""), text=moved("#### Current Status", "#### Root Cause", ACTIVE))
    skeleton = "#### Mitigation Applied\n| Action | Result |\n|--------|--------|\n| <action> | <result> |\n"
    assert mended(text) == changed((lost, skeleton), text=ACTIVE)


@pytest.mark.parametrize(
    ("right", "wrong", "kept"),
    [
        ("### Incident", "# Incident", "### Incident"),
        ("#### Severity", "  ### Severity", "  #### Severity"),
        ("#### Timeline\n", "## Time line ##\n", "#### Timeline ##\n"),
        ("### Postmortem (after resolution)", "## Postmortem", "### Postmortem (after resolution)"),
        ("#### Root cause\n", "##### ROOT CAUSE\n", "#### Root cause\n"),
    ],
)
def test_a_level_is_written_with_the_words_of_the_format(right: str, wrong: str, kept: str) -> None:
    assert mended(changed((right, wrong))) == changed((right, kept))


def test_a_level_under_another_name_is_a_guess() -> None:
    text = changed(("#### What could improve\n", "### Lessons learned\n"))
    assert mended(text) == text
    assert mended(text, unsafe=True) == BASE


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Timeline", "TIMELINE"),
        ("Timeline", "Time-line"),
        ("Timeline", "Timelne"),
        ("Root Cause", "Root cause"),
        ("Mitigation Applied", "Mitigaton applied"),
        ("Action items", "Action Items:"),
        ("Postmortem (after resolution)", "Postmortem"),
    ],
)
def test_a_misspelt_heading_is_written_as_the_format_has_it(right: str, wrong: str) -> None:
    assert mended(changed((f"# {right}\n", f"# {wrong}\n"))) == BASE


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("What could improve", "Lessons learned"),
        ("Timeline", "Timeline (UTC)"),
        ("What went well", "What went ill"),
        ("Mitigation Applied", "Mitigation"),
    ],
)
def test_another_name_is_a_guess(right: str, wrong: str) -> None:
    text = changed((f"# {right}\n", f"# {wrong}\n"))
    assert mended(text) == text
    assert mended(text, unsafe=True) == BASE


def test_headings_that_are_a_part_of_a_section_get_deeper_and_move_with_it() -> None:
    parts = "### 09:50\nx\n#### The load\ny\n##### In detail\nz\n###### And more\n\n### 10:58\n"
    right = "##### 09:50\nx\n###### The load\ny\n###### In detail\nz\n###### And more\n\n##### 10:58\n"
    cause = section("#### Root Cause")
    flat = changed((cause, f"{cause}\n{right}"))
    text = changed(
        (f"{cause}\n", ""), ("#### Current Status", f"## Root Cause{cause[15:]}\n{parts}\n#### Current Status")
    )
    assert mended(text) == flat


@pytest.mark.parametrize("heading", ["### Communication\nx\n", "## Communication\nx\n"])
def test_a_heading_of_your_own_on_another_level_is_not_moved(heading: str) -> None:
    text = changed(("#### Root Cause", f"{heading}\n#### Root Cause"))
    assert mended(text) == text


def test_a_heading_of_your_own_that_may_be_a_part_of_the_section_above_stays() -> None:
    text = changed(
        ("#### What could improve\n", "### Lessons\n"), ("#### Action items", "#### Details\nx\n\n#### Action items")
    )
    assert mended(text) == text


def test_a_section_comes_behind_the_parts_of_the_one_before_it() -> None:
    timeline = section("#### Timeline", ACTIVE)
    cause = section("#### Root Cause", ACTIVE)
    text = changed((f"{timeline}\n", f"{timeline}\n##### Notes\nx\n\n"), (f"{cause}\n", ""), text=ACTIVE)
    skeleton = "#### Root Cause\n<explanation>\n\n"
    assert mended(text) == changed(("##### Notes\nx\n\n", f"##### Notes\nx\n\n{skeleton}"), text=text)
