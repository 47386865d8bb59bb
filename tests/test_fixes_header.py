"""What mending writes into the header of the body, to the byte."""

import pytest

from incident_docs.api import lint
from tests.examples import BASE
from tests.mending import PATH, changed, mended

TITLE = "### Incident Response: Checkout returned errors for one customer in five\n"
IMPACT = "**Impact**: One customer in five could not pay for 68 minutes; 1,900 orders were lost.\n"
DURATION = "**Duration**: 2026-03-04 09:50 UTC - 2026-03-04 10:58 UTC (1h 08m)\n"


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
    assert mended(changed(fault)) == BASE


def test_all_of_a_header_is_mended_at_once_and_its_other_bytes_stay() -> None:
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
    assert mended(text) == right


def test_a_duration_line_comes_under_all_of_the_impact() -> None:
    text = changed((IMPACT + DURATION, f"{IMPACT}No money was lost.\n"))
    assert mended(text) == changed((DURATION, f"No money was lost.\n{DURATION}"))


def test_a_duration_line_comes_under_the_severity_where_there_is_no_impact() -> None:
    right = changed((IMPACT, ""))
    assert mended(changed((IMPACT + DURATION, ""))) == right
    assert [found.rule for found in lint(right, PATH)] == ["header-impact-missing"]


def test_a_duration_that_is_not_known_is_not_written() -> None:
    text = changed(("started: 2026-03-04T09:50:00Z", "started: this morning"), (DURATION, ""))
    assert mended(text, unsafe=True) == text
