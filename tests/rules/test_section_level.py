import pytest

from tests.examples import BASE, changed
from tests.rules.support import all_findings, fixed, section_of


def test_a_wrong_level_is_reported_with_the_right_name() -> None:
    text = changed(
        ("### Incident", "# Incident"),
        ("#### Severity", "  ### Severity"),
        ("#### Timeline", "## Time line"),
        ("### Post", "## Post"),
        ("#### Root cause", "##### Root cause"),
    )
    title = "Incident Response: Checkout returned errors for one customer in five"
    assert all_findings(text) == [
        ("section-level", "#", f"# {title} must be ### {title}"),
        ("section-level", "###", "### Severity: P1 must be #### Severity: P1"),
        ("section-level", "##", "## Time line must be #### Timeline"),
        ("section-level", "##", "## Postmortem (after resolution) must be ### Postmortem (after resolution)"),
        ("section-level", "#####", "##### Root cause must be #### Root cause"),
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "fixed_heading"),
    [
        ("### Incident", "# Incident", "### Incident"),
        ("#### Severity", "  ### Severity", "  #### Severity"),
        ("#### Timeline\n", "## Time line ##\n", "#### Timeline ##\n"),
        ("### Postmortem (after resolution)", "## Postmortem", "### Postmortem (after resolution)"),
        ("#### Root cause\n", "##### ROOT CAUSE\n", "#### Root cause\n"),
    ],
)
def test_a_level_is_written_with_the_words_of_the_format(right: str, wrong: str, fixed_heading: str) -> None:
    assert fixed(changed((right, wrong))) == changed((right, fixed_heading))


def test_a_level_under_another_name_is_a_guess() -> None:
    text = changed(("#### What could improve\n", "### Lessons learned\n"))
    assert fixed(text) == text
    assert fixed(text, unsafe=True) == BASE


def test_headings_that_are_a_part_of_a_section_get_deeper_and_move_with_it() -> None:
    parts = "### 09:50\nx\n#### The load\ny\n##### In detail\nz\n###### And more\n\n### 10:58\n"
    right = "##### 09:50\nx\n###### The load\ny\n###### In detail\nz\n###### And more\n\n##### 10:58\n"
    cause = section_of("#### Root Cause")
    flat = changed((cause, f"{cause}\n{right}"))
    text = changed(
        (f"{cause}\n", ""), ("#### Current Status", f"## Root Cause{cause[15:]}\n{parts}\n#### Current Status")
    )
    assert fixed(text) == flat
