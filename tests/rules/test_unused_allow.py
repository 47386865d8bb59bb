import pytest

from incident_docs.api import lint
from incident_docs.rules import unused_allow
from tests.examples import PATH, Example, examples


@pytest.mark.parametrize("case", examples(unused_allow), ids=lambda case: case.kind)
def test_the_rule_says_exactly_what_its_docstring_says(case: Example) -> None:
    findings = lint(case.text, PATH)
    assert [(finding.line, finding.message) for finding in findings] == list(case.expected)
    assert {finding.rule for finding in findings} <= {unused_allow.ID}


def test_the_rule_is_named_like_its_file_and_shows_bad_and_good() -> None:
    assert unused_allow.__name__.rpartition(".")[2] == unused_allow.ID.replace("-", "_")
    assert {case.kind for case in examples(unused_allow)} == {"Bad", "Good"}
