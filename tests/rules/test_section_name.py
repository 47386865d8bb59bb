import pytest

from tests.examples import BASE, changed
from tests.rules.support import all_findings, fixed


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
    assert all_findings(changed((f"{heading}\n", f"#### {written}\n"))) == [("section-name", written, message)]


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
    assert fixed(changed((f"# {right}\n", f"# {wrong}\n"))) == BASE


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
    assert fixed(text) == text
    assert fixed(text, unsafe=True) == BASE
