"""What came of the commands of a verification is counted."""

from incident_docs.document.parse import parse
from incident_docs.reading.verification_outcomes import Outcomes, count_outcomes
from tests.examples import ACTIVE, BASE


def test_without_a_section_or_a_run_nothing_is_counted() -> None:
    assert [count_outcomes(parse(text)) for text in (ACTIVE, BASE)] == [Outcomes(0, 0)] * 2


def test_what_passed_and_what_did_not_is_counted() -> None:
    text = BASE.replace(
        "```\n\n---", "# exit status 0\nsoak\n# stopped after 60 s\nsmoke\n# exit status 10\n```\n\n---", 1
    )
    assert count_outcomes(parse(text)) == Outcomes(1, 2)
