import pytest

from tests.examples import BASE, changed
from tests.rules.support import HALF, TITLE, UNRESOLVED, all_findings, configured, fixed, moved, section_of


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
    assert [(rule, said) for rule, _, said in all_findings(moved(heading, before))] == [("section-order", message)]


def test_the_header_has_an_order_too() -> None:
    status = "#### Status: 🟢 Resolved\n\n"
    text = changed((status, ""), ("---\n\n#### Timeline", f"{status}---\n\n#### Timeline"))
    assert all_findings(text) == [
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
    assert all_findings(f"{text}\n#### Thanks\nx\n") == [
        ("section-order", "Communication", f"Communication stands before Verification; {own}"),
        ("section-order", "Contributing factors", f"Contributing factors stands before What could improve; {own}"),
    ]


def test_known_sections_that_are_not_required_have_a_half_all_the_same() -> None:
    format = configured('[sections.costs]\nheading = "Costs"\nhalf = "response"\n')
    text = changed(("---\n\n### Post", "#### What surprised us\n- x\n\n---\n\n### Post"))
    assert all_findings(f"{text}\n#### Costs\nx\n", format) == [
        (
            "section-order",
            "What surprised us",
            "What surprised us stands before Postmortem (after resolution); it belongs after it",
        ),
        ("section-order", "Costs", "Costs stands after Postmortem (after resolution); it belongs before it"),
    ]


def test_a_section_that_stands_in_both_halves_is_out_of_place_in_one() -> None:
    text = changed(("#### What went well", "#### Timeline\nx\n\n#### What went well"))
    assert all_findings(text) == [
        ("section-order", "Timeline", "Timeline stands after Root cause; it belongs before Root Cause")
    ]


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
    assert fixed(moved(heading, before)) == BASE


def test_a_section_moves_with_all_that_is_in_it() -> None:
    long = "#### Root Cause\n  Two  spaces.\n##### The pool\n```\n# no heading\n---\n```\n<!-- c -->\n\n1) x\n"
    right = changed((section_of("#### Root Cause"), long))
    text = changed((f"{long}\n", ""), ("#### Current Status\n", f"{long}\n#### Current Status\n"), text=right)
    assert fixed(text) == right


def test_a_section_from_the_end_of_a_file_without_a_last_line_end_gets_one() -> None:
    went_well = section_of("#### What went well")
    text = changed((f"{went_well}\n", "")) + f"\n{went_well}"
    assert fixed(text) == BASE
    assert fixed(text.rstrip("\n")) == BASE


def test_a_heading_of_the_header_moves_too() -> None:
    status = "#### Status: 🟢 Resolved\n\n"
    assert fixed(changed((status, ""), ("---\n\n#### Timeline", f"{status}---\n\n#### Timeline"))) == BASE
    title = TITLE + "\n"
    assert fixed(changed((title, ""), ("#### Severity", f"{title}#### Severity"))) == BASE


def test_sections_of_your_own_move_to_the_end_of_their_half_in_their_order() -> None:
    one, two, three = "#### Calls\nx\n\n", "#### Costs\ny\n\n", "#### Contributing factors\n- z\n"
    text = changed(
        ("#### Root Cause", f"{one}#### Root Cause"),
        ("#### Verification", f"{two}#### Verification"),
        ("#### What went well", f"{three}\n#### What went well"),
    )
    right = changed(("---\n\n### Post", f"{one}{two}---\n\n### Post")) + f"\n{three}"
    assert fixed(text) == right


def test_a_known_section_moves_to_the_end_of_its_half() -> None:
    surprises = "#### What surprised us\n- x\n"
    text = changed(("---\n\n### Post", f"{surprises}\n---\n\n### Post"))
    assert fixed(text) == f"{BASE}\n{surprises}"


def test_what_belongs_to_a_half_without_sections_stays() -> None:
    text = changed(("---\n\n### Post", "#### What surprised us\n- x\n\n---\n\n### Post"), text=UNRESOLVED)
    assert fixed(text) == text


@pytest.mark.parametrize(
    "text",
    [
        changed(("#### What went well", "#### Timeline\nx\n\n#### What went well")),
        moved("#### Root Cause", "#### Verification", changed(("#### What", "#### Root Cause\nx\n\n#### What"))),
    ],
)
def test_a_section_that_stands_in_both_halves_is_not_moved(text: str) -> None:
    assert "#### Root Cause\n" in fixed(text)
    assert fixed(text).count("\n") == text.count("\n")


def test_the_heading_between_the_halves_is_not_moved() -> None:
    text = changed((f"---\n\n{HALF}\n", ""), ("#### What could improve", f"{HALF}\n#### What could improve"))
    assert fixed(text) == text


@pytest.mark.parametrize("heading", ["### Communication\nx\n", "## Communication\nx\n"])
def test_a_heading_of_your_own_on_another_level_is_not_moved(heading: str) -> None:
    text = changed(("#### Root Cause", f"{heading}\n#### Root Cause"))
    assert fixed(text) == text


def test_a_heading_of_your_own_that_may_be_a_part_of_the_section_above_stays() -> None:
    text = changed(
        ("#### What could improve\n", "### Lessons\n"), ("#### Action items", "#### Details\nx\n\n#### Action items")
    )
    assert fixed(text) == text
