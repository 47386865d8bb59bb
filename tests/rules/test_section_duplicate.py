from tests.examples import changed
from tests.rules.support import all_findings


def test_a_section_or_a_half_that_stands_twice_is_reported_once() -> None:
    text = changed(("#### What went well", "### Postmortem\n\n#### What happened\n\n#### What went well"))
    assert all_findings(text) == [
        ("section-duplicate", "Postmortem", "Postmortem stands in line 50 already; move what is here to there"),
        ("section-duplicate", "What happened", "What happened stands in line 52 already; move what is here to there"),
    ]


def test_a_root_cause_that_stands_twice_need_not_change_its_name_too() -> None:
    text = changed(("#### Verification", "#### Root cause\nx\n\n#### Verification"))
    assert all_findings(text) == [
        ("section-duplicate", "Root cause", "Root cause stands in line 30 already; move what is here to there")
    ]
